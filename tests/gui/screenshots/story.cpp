// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "app/models/replay.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::screenshots {
namespace {

using results::Readiness;

const auto compiler = QStringLiteral("Other programs used 31 % of the experiment's CPUs (cc1plus 0.62 cores): requests "
                                     "waited for them.");

} // namespace

Story::Story(const QString& path)
{
    models::Replay replay;
    QObject::connect(&replay, &models::Replay::entry, [&](results::Entry entry) {
        if (auto* started = std::get_if<results::ExperimentStarted>(&entry.event))
            started->folder = path; // it may have been recorded elsewhere
        m_entries.push_back(std::move(entry));
    });
    if (replay.open(path))
        replay.seek(replay.lengthS());
}

void Story::untilPreflight(const Teller& teller) const
{
    for (const auto& entry : m_entries) {
        if (std::holds_alternative<results::TrialStarted>(entry.event))
            return;
        if (!std::holds_alternative<results::Preflight>(entry.event))
            teller(entry);
    }
}

void Story::untilTick(const Teller& teller, int trial, const QString& phase, double seconds) const
{
    double seen = 0;
    for (const auto& entry : m_entries) {
        teller(entry);
        const auto* tick = std::get_if<results::Tick>(&entry.event);
        if (tick && tick->trial == trial && tick->phase == phase && (seen += tick->lengthS) >= seconds)
            return;
    }
}

void Story::untilContaminated(const Teller& teller, int trial, double seconds) const
{
    untilTick(
        [&](results::Entry entry) {
            if (auto* checked = std::get_if<results::Checked>(&entry.event); checked && checked->trial == trial - 1) {
                for (auto& row : checked->rows) {
                    if (row.check != u"foreign_cpu")
                        continue;
                    row.outcome = results::Outcome::Void;
                    row.value = 0.31;
                    row.text = compiler;
                }
            }
            auto* finished = std::get_if<results::TrialFinished>(&entry.event);
            if (finished && finished->trial == trial - 1) {
                finished->status = u"void"_s;
                finished->reason = compiler;
            }
            teller(entry);
        },
        trial, u"measure"_s, seconds);
}

void Story::untilTheEnd(const Teller& teller) const
{
    for (const auto& entry : m_entries)
        teller(entry);
}

double Story::lastS() const
{
    return m_entries.empty() ? 0 : m_entries.back().tS;
}

results::Preflight preflight(bool fit)
{
    const auto memory = fit ? Readiness::Ok : Readiness::Fail;
    return { { { u"Other programs"_s, u"1.2 % of the CPUs"_s, u"5 %"_s, Readiness::Ok,
                   u"They take CPU and caches from the experiment."_s,
                   u"Close what is not needed, updates and browsers first."_s },
                 { u"CPU sets"_s, u"apart"_s, u"apart"_s, Readiness::Ok,
                     u"Generator and target that share a CPU measure each other."_s,
                     u"Use a machine with 4 CPUs or more, or name the sets in [cpus]."_s },
                 { u"CPU governor"_s, u"powersave"_s, u"performance"_s, Readiness::Warn,
                     u"Other governors change the frequency with the load, so arms run at different speeds."_s,
                     u"sudo cpupower frequency-set -g performance"_s },
                 { u"Power supply"_s, u"unavailable: no supply in /sys/class/power_supply"_s, u"mains"_s,
                     Readiness::Unavailable, u"On battery the machine saves power by being slow."_s, u"Plug it in."_s },
                 { u"Swap in use"_s, u"none"_s, u"none"_s, Readiness::Ok,
                     u"What comes back from swap makes requests wait for a disk."_s,
                     u"sudo swapoff -a, then sudo swapon -a"_s },
                 { u"Open files"_s, fit ? u"1048576"_s : u"1024"_s, u"at least 10000"_s, memory,
                     u"Every connection is an open file, here and in the target."_s,
                     u"Raise the hard limit (ulimit -Hn) as root or in /etc/security/limits.conf."_s },
                 { u"Free disk"_s, u"42 GiB"_s, u"at least 260 MiB"_s, Readiness::Ok,
                     u"A full disk ends the recording in the middle."_s,
                     u"Choose another folder with --output, or make room."_s },
                 { u"Target answers"_s, u"http://127.0.0.1:8081"_s, {}, Readiness::Ok,
                     u"Without an answer nothing can be measured."_s,
                     u"Start the server, or correct the address in the plan."_s } },
        u"24 of 30 probes could be read"_s };
}

} // namespace ceteris::screenshots
