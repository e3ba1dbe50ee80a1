// SPDX-License-Identifier: GPL-3.0-or-later
#include "controlplan.h"

#include <algorithm>

using namespace ceteris;
using namespace Qt::StringLiterals;

namespace {

constexpr auto plainPlan = R"(format = 1
name = "control"
seed = 7
blocks = %BLOCKS%
twin = %TWIN%
[guard]
action = "%ACTION%"
quiet_wait_s = 0
[oracle]
probes = %PROBES%
[decision]
metric = "response_p50"
[accounts]
count = 50
cost = 4
[server]
csrf = false
[load]
spawn_per_s = 50
write_share = 0.2
timeout_s = 5
[phases]
idle_s = 0.1
login_grace_s = %GRACE%
warmup_s = 0.3
measure_s = 1.5
drain_s = 1
washout_s = 0
[[level]]
name = "few"
users = 5
think_s = [0.02, 0.1]
[[level]]
name = "some"
users = 20
think_s = [0.02, 0.1]
[[arm]]
name = "one"
store = "memory"
[[arm]]
name = "two"
store = "memory"
)";

} // namespace

QByteArray planText(const Wanted& wanted)
{
    QByteArray text(plainPlan);
    text.replace("%ACTION%", wanted.action);
    text.replace("%BLOCKS%", QByteArray::number(wanted.blocks));
    text.replace("%GRACE%", QByteArray::number(wanted.loginGraceS));
    text.replace("%TWIN%", wanted.twin ? "true" : "false");
    text.replace("%PROBES%", wanted.probes ? "true" : "false");
    if (wanted.oneLevel) {
        const auto begin = text.indexOf("[[level]]");
        text.remove(begin, text.indexOf("[[level]]", begin + 1) - begin);
    }
    return text;
}

results::Results resultsOf(const EngineRun& run)
{
    const auto read = results::readResults(run.resultsFolder());
    return read ? *read : results::Results {};
}

std::vector<plan::Trial> trialsIn(const results::Results& results)
{
    const auto schedule = plan::schedule(results.plan, 20);
    std::vector<plan::Trial> trials;
    for (const auto& row : results.trials) {
        const auto& planned = schedule.at(std::size_t(row.trial) - 1);
        const bool isAsPlanned = row.block == planned.block && row.position == planned.position
            && row.arm == results.plan.arms[std::size_t(planned.arm)].name && row.seed == planned.seed
            && row.level == results.plan.levels[std::size_t(planned.level)].name;
        if (isAsPlanned && (trials.empty() || trials.back().number != row.trial))
            trials.push_back(planned);
    }
    return trials;
}

bool eventIs(const EngineRun& run, const QByteArrayList& parts)
{
    const auto lines = run.lines(u"live.ndjson"_s);
    return std::ranges::any_of(lines, [&](const QByteArray& line) {
        return std::ranges::all_of(parts, [&](const QByteArray& part) { return line.contains(part); });
    });
}
