// SPDX-License-Identifier: GPL-3.0-or-later
// EchoApplication as a program, for valgrind and for load tools. Ends when stdin ends.
#include "server/http/server.h"
#include "tests/support/echoapplication.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>

#include <unistd.h>

using namespace ceteris;
using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOption({ u"port"_s, u"Port on 127.0.0.1; 0 for any."_s, u"port"_s, u"0"_s });
    options.addOption({ u"threads"_s, u"Listener threads."_s, u"threads"_s, u"1"_s });
    options.process(application);

    metrics::ServerMetrics metrics;
    http::ServerOptions serverOptions;
    serverOptions.port = quint16(options.value(u"port"_s).toUInt());
    serverOptions.threads = options.value(u"threads"_s).toInt();
    const auto server
        = http::Server::start(serverOptions, metrics, [] { return std::make_unique<test::EchoApplication>(); });
    if (!server) {
        std::fprintf(stderr, "%s\n", qPrintable(server.error().sentence));
        return int(server.error().code);
    }
    std::printf("{\"port\": %d}\n", (*server)->port());
    std::fflush(stdout);

    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&] {
        char byte;
        if (::read(STDIN_FILENO, &byte, 1) <= 0)
            application.quit();
    });
    return application.exec();
}
