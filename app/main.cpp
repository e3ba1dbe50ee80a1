// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/firstpaint.h"
#include "app/window/mainwindow.h"
#include "app/window/singleinstance.h"
#include "app/window/startoptions.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ceteris;

int main(int argc, char* argv[])
{
    QApplication::setApplicationName(u"Ceteris"_s);
    QApplication::setOrganizationName(u"Ceteris"_s);
    QApplication::setApplicationVersion(QStringLiteral(CETERIS_VERSION));
    QGuiApplication::setDesktopFileName(u"io.github.ceteris_lab.Ceteris"_s);
    if (window::asksForTextOnly(argc, argv)) {
        const QCoreApplication application(argc, argv); // needs no display
        window::startOptions(QCoreApplication::arguments()); // prints, and ends here
    }
    if (const auto why = window::noDisplay(argc, argv); !why.isEmpty()) {
        fputs(qPrintable(why), stderr);
        return 3;
    }
    QApplication application(argc, argv);
    const auto options = window::startOptions(QApplication::arguments());

    window::SingleInstance instance(window::SingleInstance::defaultName());
    const bool alone = options.newInstance || options.benchStart;
    if (!alone && instance.handOver(options.files))
        return 0;

    window::MainWindow window(options);
    QObject::connect(&instance, &window::SingleInstance::received, &window, &window::MainWindow::receive);
    if (!alone)
        instance.listen();
    if (options.benchStart)
        window::printFirstPaint(&window);
    if (!window.isDemo())
        window.show();
    return QApplication::exec();
}
