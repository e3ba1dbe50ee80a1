// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

namespace ceteris::window {

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
{
}

} // namespace ceteris::window
