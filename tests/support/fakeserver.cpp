// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for ceteris-server: speaks its announcements, and misbehaves as CETERIS_FAKE says.
#include "server/contract/announcement.h"
#include "server/contract/serverconfig.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ceteris::contract;

namespace {

void say(const Announcement& announcement)
{
    const auto line = toLine(announcement);
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    std::fflush(stdout);
}

void makeNoise(int lines)
{
    for (int i = 0; i < lines; ++i) {
        std::fprintf(stdout, "{\"noise\":%d}\n", i);
        std::fprintf(stderr, "noise on stderr, line %d\n", i);
    }
    std::fflush(stdout);
}

int behave(const QByteArray& how, const ServerConfig& config)
{
    if (how == "fail") {
        say(Failure { ExitCode::NoUsers, u"The user database cannot be opened."_s });
        return int(ExitCode::NoUsers);
    }
    if (how == "die") {
        std::fputs("assertion failed: the moon is full\n", stderr);
        raise(SIGKILL);
    }
    if (how == "leave")
        return 5;
    if (how == "hang" || how == "deaf") {
        std::fputs("waiting for something\n", stderr);
        if (how == "deaf")
            std::signal(SIGTERM, SIG_IGN);
        for (;;)
            pause();
    }
    if (how == "progress") {
        for (int done = 0; done <= config.accounts.count; done += 100)
            say(Progress { done, config.accounts.count });
    }
    if (how == "slow") {
        for (int word = 0; word < 6; ++word) {
            usleep(200'000);
            say(Progress { word, 6 });
        }
    }
    if (how == "noisy")
        makeNoise(20'000);
    say(Ready { quint16(config.prepareOnly ? 0 : 4242), getpid() });
    if (how == "noisy")
        makeNoise(20'000); // more than a pipe holds
    if (config.prepareOnly)
        return 0;
    for (std::string line; std::getline(std::cin, line);) { } // until the engine closes stdin
    return 0;
}

} // namespace

int main()
{
    std::string line;
    std::getline(std::cin, line);
    const auto config = serverConfigFromJson(QJsonDocument::fromJson(QByteArray::fromStdString(line)).object());
    if (!config) {
        say(config.error());
        return int(config.error().code);
    }
    return behave(qgetenv("CETERIS_FAKE"), *config);
}
