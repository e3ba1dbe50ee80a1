// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"
#include "widgets/shell/theme.h"

#include <QApplication>

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    ceteris::widgets::applyTheme(ceteris::widgets::ThemeChoice::System);
    ceteris::window::MainWindow window;
    window.show();
    return application.exec();
}
