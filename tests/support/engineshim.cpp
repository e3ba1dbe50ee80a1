// SPDX-License-Identifier: GPL-3.0-or-later
// An engine with children and nothing to do, for tests that kill it. Argument 1: the server program. Prints one line
// of JSON and waits.
#include "app/services/services.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ceteris;

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const services::Workspace workspace;
    const auto redis = services::RedisService::start({ .settings = {}, .cpus = {}, .folder = workspace.path() });
    services::ServerOptions options;
    options.program = app.arguments().value(1);
    options.config.accounts = { .cacheDirectory = workspace.path(), .count = 10, .cost = 4 };
    const auto server = services::ServerService::start(options);
    if (!redis || !server) {
        std::fprintf(stderr, "%s\n", qPrintable(describe(redis ? server.error() : redis.error())));
        return 1;
    }
    const QJsonObject json { { u"pids"_s, QJsonArray { (*redis)->pid(), (*server)->pid() } },
        { u"workspace"_s, workspace.path() } };
    std::printf("%s\n", QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    for (;;)
        pause();
}
