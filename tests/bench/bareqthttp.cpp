// SPDX-License-Identifier: GPL-3.0-or-later
// The yardstick of the HTTP benchmark: Qt HTTP Server as it comes, with a constant for an answer.
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QTcpServer>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOption({ u"port"_s, u"Port on 127.0.0.1; 0 for any."_s, u"port"_s, u"0"_s });
    options.process(application);

    QHttpServer server;
    server.route(u"/"_s, [] { return QHttpServerResponse("text/plain"_ba, "hello, world\n"_ba); });
    auto* listener = new QTcpServer(&server);
    listener->setListenBacklogSize(1024); // the default of 50 makes clients wait for SYN retries
    if (!listener->listen(QHostAddress::LocalHost, quint16(options.value(u"port"_s).toUInt()))) {
        std::fprintf(stderr, "%s\n", qPrintable(listener->errorString()));
        return 1;
    }
    server.bind(listener);
    std::printf("{\"port\": %d}\n", listener->serverPort());
    std::fflush(stdout);
    return application.exec();
}
