// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/faulttools.h"

#include "app/services/redismasters.h"

#include <algorithm>
#include <csignal>

namespace ceteris::run {
namespace {

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
    // The whole group that a part leads: a balancer's workers would go on without their master.
    tools.signal = [](qint64 pid, int signal) {
        if (pid > 0)
            ::kill(static_cast<pid_t>(-pid), signal);
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
