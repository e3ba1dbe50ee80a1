// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/faulttools.h"

#include "app/monitor/processtree.h"
#include "app/services/redismasters.h"

#include <QThread>

#include <algorithm>
#include <csignal>
#include <sys/wait.h>

namespace ceteris::run {
namespace {

constexpr int longestHaltMs = 200;

// A signal takes its time, and what a part still answers in its last moment is no good answer while it stands still.
void waitUntilItStands(qint64 pid)
{
    siginfo_t info {};
    for (int ms = 0; ms < longestHaltMs; ++ms) {
        if (waitid(P_PID, static_cast<id_t>(pid), &info, WSTOPPED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0)
            return;
        QThread::msleep(1);
    }
}

// The number of the youngest one.
int lastInstance(const RunningArm& arm)
{
    int last = 0;
    for (const auto& part : arm.parts())
        if (part.name.startsWith(u"instance-"))
            last = std::max(last, part.name.section(u'-', 1).toInt());
    return last;
}

} // namespace

FaultTools faultTools(RunningArm& arm, LinkBoard& links, const Change& change)
{
    FaultTools tools;
    tools.pidOf = [&arm](const QString& name) {
        const auto parts = arm.parts();
        const auto part = std::ranges::find(parts, name, &services::Part::name);
        return part != parts.end() ? part->pid : 0;
    };
    // All that descend from a part, too: a balancer's workers and a database's connections would go on without it.
    tools.signal = [](qint64 pid, int signal) {
        if (pid <= 0)
            return;
        for (const auto id : monitor::treeOf(pid))
            ::kill(static_cast<pid_t>(id), signal);
        if (signal == SIGSTOP)
            waitUntilItStands(pid);
    };
    tools.restart = [&arm, change](const QString& part) { return change([&] { return arm.restart(part); }); };
    tools.scale = [&arm, change](bool out) {
        return change([&] { return out ? arm.addInstance().map([](int) {}) : arm.removeInstance(lastInstance(arm)); });
    };
    tools.askStore = [&arm](const std::vector<QByteArray>& words) { return services::tellMasters(arm.redis(), words); };
    tools.setLink = [&links](const QString& link, const services::LinkState& state) { links.set(link, state); };
    return tools;
}

} // namespace ceteris::run
