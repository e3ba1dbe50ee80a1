// SPDX-License-Identifier: GPL-3.0-or-later
#include "balancedarm.h"

#include <QStandardPaths>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace ceteris;
using load::SessionClient;
using plan::BalancerKind;
using run::RunningArm;

bool isInstalled(const QString& program)
{
    return !QStandardPaths::findExecutable(program).isEmpty()
        || !QStandardPaths::findExecutable(program, { u"/usr/sbin"_s }).isEmpty();
}

QString programOf(BalancerKind kind)
{
    return kind == BalancerKind::Nginx ? u"nginx"_s : u"haproxy"_s;
}

SessionClient signedIn(const QString& url, int account, const std::string& address)
{
    SessionClient client(url.toStdString(), "SESSION", patience);
    client.comeFrom(address);
    const auto number = std::to_string(account);
    client.post("/auth/login", "{\"username\":\"user" + number + "\",\"password\":\"" + number + "\"}");
    return client;
}

std::vector<SessionClient> usersOf(const RunningArm& arm, int count)
{
    std::vector<SessionClient> users;
    for (int account = 1; account <= count; ++account)
        users.push_back(signedIn(arm.url(), account));
    return users;
}

int refused(SessionClient& user, int requests)
{
    int count = 0;
    for (int i = 0; i < requests; ++i) {
        const auto status = user.get("/me").status;
        if (status != 200 && status != 401)
            return -1;
        count += status == 401 ? 1 : 0;
    }
    return count;
}

int refused(std::vector<SessionClient>& users, int requests)
{
    int count = 0;
    for (auto& user : users) {
        const auto more = refused(user, requests);
        if (more < 0)
            return -1;
        count += more;
    }
    return count;
}

std::vector<qint64> homes(const RunningArm& arm)
{
    std::vector<qint64> sessions;
    for (const auto& url : arm.watch().metricsUrls)
        sessions.push_back(monitor::readServerCounters(url).value_or(monitor::ServerCounters()).sessions.value_or(-1));
    return sessions;
}

qint64 pidOf(const RunningArm& arm, const QString& name)
{
    const auto parts = arm.parts();
    const auto part = std::ranges::find(parts, name, &services::Part::name);
    return part == parts.end() ? -1 : part->pid;
}

void killGroup(qint64 pid)
{
    ::kill(static_cast<pid_t>(-pid), SIGKILL);
}
