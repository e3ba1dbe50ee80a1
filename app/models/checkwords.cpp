// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/checkwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <span>

namespace ceteris::models {
namespace {

struct Word
{
    const char* name;
    const char* title;
};

constexpr std::array checks {
    Word { "foreign_cpu", QT_TRANSLATE_NOOP("checks", "CPU of other programs") },
    Word { "foreign_cpu_5s", QT_TRANSLATE_NOOP("checks", "CPU of other programs, 5 s") },
    Word { "unexplained_cpu", QT_TRANSLATE_NOOP("checks", "CPU of short-lived processes") },
    Word { "steal", QT_TRANSLATE_NOOP("checks", "Stolen CPU time") },
    Word { "steal_1s", QT_TRANSLATE_NOOP("checks", "Stolen CPU time, 1 s") },
    Word { "throttle", QT_TRANSLATE_NOOP("checks", "Thermal throttling") },
    Word { "throttle_time", QT_TRANSLATE_NOOP("checks", "Time throttled") },
    Word { "frequency", QT_TRANSLATE_NOOP("checks", "CPU frequency") },
    Word { "governor", QT_TRANSLATE_NOOP("checks", "CPU governor") },
    Word { "battery", QT_TRANSLATE_NOOP("checks", "On battery") },
    Word { "power_change", QT_TRANSLATE_NOOP("checks", "Power supply changed") },
    Word { "canary", QT_TRANSLATE_NOOP("checks", "Fixed piece of work") },
    Word { "alloc_stalls", QT_TRANSLATE_NOOP("checks", "Memory stalls") },
    Word { "memory_used", QT_TRANSLATE_NOOP("checks", "Memory in use") },
    Word { "swapping", QT_TRANSLATE_NOOP("checks", "Swapping") },
    Word { "oom_kills", QT_TRANSLATE_NOOP("checks", "Out-of-memory kills") },
    Word { "memory_pressure", QT_TRANSLATE_NOOP("checks", "Memory pressure") },
    Word { "io_pressure", QT_TRANSLATE_NOOP("checks", "Disk pressure") },
    Word { "generator_pressure", QT_TRANSLATE_NOOP("checks", "CPU pressure of the generator") },
    Word { "generator_quota", QT_TRANSLATE_NOOP("checks", "CPU quota of the generator") },
    Word { "run_queue_wait", QT_TRANSLATE_NOOP("checks", "Generator waited for a CPU") },
    Word { "context_switches", QT_TRANSLATE_NOOP("checks", "Generator taken off its CPU") },
    Word { "retransmits", QT_TRANSLATE_NOOP("checks", "TCP segments sent again") },
    Word { "listen_overflows", QT_TRANSLATE_NOOP("checks", "Full accept queues") },
    Word { "tcp_timeouts", QT_TRANSLATE_NOOP("checks", "TCP timeouts") },
    Word { "ports_waiting", QT_TRANSLATE_NOOP("checks", "Client ports in TIME_WAIT") },
    Word { "clock_step", QT_TRANSLATE_NOOP("checks", "Clock was set") },
    Word { "suspend", QT_TRANSLATE_NOOP("checks", "Machine slept") },
    Word { "clock_source", QT_TRANSLATE_NOOP("checks", "Clock source changed") },
    Word { "load_average", QT_TRANSLATE_NOOP("checks", "Load average at the start") },
    Word { "lag_p99", QT_TRANSLATE_NOOP("checks", "Lateness of sending, p99") },
    Word { "lag_share", QT_TRANSLATE_NOOP("checks", "Requests held up") },
    Word { "loop_hiccup", QT_TRANSLATE_NOOP("checks", "Hiccups of the generator") },
    Word { "rate", QT_TRANSLATE_NOOP("checks", "Planned requests sent") },
    Word { "rate_second", QT_TRANSLATE_NOOP("checks", "Load in each second") },
    Word { "saturation", QT_TRANSLATE_NOOP("checks", "Users all waiting") },
    Word { "arrival_dispersion", QT_TRANSLATE_NOOP("checks", "Spread of arrivals") },
    Word { "arrival_gaps", QT_TRANSLATE_NOOP("checks", "Gaps between arrivals") },
    Word { "cpu_busiest", QT_TRANSLATE_NOOP("checks", "CPU of the busiest thread") },
    Word { "run_queue", QT_TRANSLATE_NOOP("checks", "Threads waiting for a CPU") },
    Word { "headroom", QT_TRANSLATE_NOOP("checks", "Headroom of the generator") },
    Word { "resolution", QT_TRANSLATE_NOOP("checks", "Resolution against a null server") },
    Word { "littles_law", QT_TRANSLATE_NOOP("checks", "Little's law") },
    Word { "littles_law_users", QT_TRANSLATE_NOOP("checks", "Little's law for users") },
    Word { "conservation", QT_TRANSLATE_NOOP("checks", "All requests accounted for") },
    Word { "server_counter", QT_TRANSLATE_NOOP("checks", "Generator and server agree") },
    Word { "omission", QT_TRANSLATE_NOOP("checks", "Coordinated omission") },
    Word { "response_over_service", QT_TRANSLATE_NOOP("checks", "Response over service time") },
    Word { "equal_schedule", QT_TRANSLATE_NOOP("checks", "Same schedule in every arm") },
    Word { "equal_sent", QT_TRANSLATE_NOOP("checks", "Same load in every arm") },
    Word { "equal_bytes_sent", QT_TRANSLATE_NOOP("checks", "Same forms in every arm") },
    Word { "equal_bytes_received", QT_TRANSLATE_NOOP("checks", "Same pages in every arm") },
    Word { "drift", QT_TRANSLATE_NOOP("checks", "Drift over the window") },
    Word { "halves", QT_TRANSLATE_NOOP("checks", "First half against second") },
    Word { "warmup_leak", QT_TRANSLATE_NOOP("checks", "Warm-up left in the window") },
    Word { "autocorrelation", QT_TRANSLATE_NOOP("checks", "Seconds that depend on each other") },
    Word { "identity", QT_TRANSLATE_NOOP("checks", "Own identity") },
    Word { "read_your_writes", QT_TRANSLATE_NOOP("checks", "Own writes are read") },
    Word { "monotonic_reads", QT_TRANSLATE_NOOP("checks", "Never back in time") },
    Word { "lost_session", QT_TRANSLATE_NOOP("checks", "No session lost") },
    Word { "resurrected", QT_TRANSLATE_NOOP("checks", "Signed out stays signed out") },
    Word { "logout_race", QT_TRANSLATE_NOOP("checks", "Logout wins over slow requests") },
    Word { "leak", QT_TRANSLATE_NOOP("checks", "Nothing of other users") },
    Word { "carry_over", QT_TRANSLATE_NOOP("checks", "Nothing of other trials") },
    Word { "unique_ids", QT_TRANSLATE_NOOP("checks", "New session id at each login") },
    Word { "expiry", QT_TRANSLATE_NOOP("checks", "Expired sessions are refused") },
    Word { "concurrent_writes", QT_TRANSLATE_NOOP("checks", "Concurrent writes are kept") },
    Word { "skipped", QT_TRANSLATE_NOOP("checks", "Skipped") },
    Word { "run_again", QT_TRANSLATE_NOOP("checks", "Run again") },
    Word { "revocation_lag", QT_TRANSLATE_NOOP("checks", "Believed after a logout for") },
    Word { "isolation", QT_TRANSLATE_NOOP("checks", "Other sessions stay alive") },
};

constexpr std::array kinds {
    Word { "guard", QT_TRANSLATE_NOOP("checks", "Guard") },
    Word { "generator", QT_TRANSLATE_NOOP("checks", "Load generator") },
    Word { "warmup", QT_TRANSLATE_NOOP("checks", "Warm-up") },
    Word { "person", QT_TRANSLATE_NOOP("checks", "A person") },
    Word { "oracle", QT_TRANSLATE_NOOP("checks", "Session oracle") },
    Word { "probe", QT_TRANSLATE_NOOP("checks", "Probe trials") },
};

QString titleOf(std::span<const Word> words, const QString& name)
{
    const auto found = std::ranges::find_if(words, [&name](const Word& it) { return name == QLatin1String(it.name); });
    if (found == words.end())
        return QString(name).replace(u'_', u' ');
    return QCoreApplication::translate("checks", found->title);
}

} // namespace

QString checkTitle(const QString& check)
{
    return titleOf(checks, check);
}

QString checkKindTitle(const QString& kind)
{
    return titleOf(kinds, kind);
}

} // namespace ceteris::models
