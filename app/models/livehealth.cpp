// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/livehealth.h"

#include "app/models/figures.h"
#include "app/models/livewords.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

const results::CheckRow* checkOf(const LiveState& state, QStringView name)
{
    const auto found = std::ranges::find(state.lastChecks, name, &results::CheckRow::check);
    return found == state.lastChecks.end() ? nullptr : &*found;
}

Condition conditionOf(results::Outcome outcome)
{
    switch (outcome) {
    case results::Outcome::Ok:
        return Condition::Ok;
    case results::Outcome::Mark:
        return Condition::Warning;
    case results::Outcome::Void:
        return Condition::Bad;
    case results::Outcome::Unavailable:
        break;
    }
    return Condition::Unknown;
}

QString valueText(const results::CheckRow& row)
{
    if (row.unit == u"us")
        return latencyText(row.value);
    if (row.unit == u"share")
        return percentText(row.value);
    if (row.unit == u"cores")
        return coresText(row.value);
    return row.value ? threeDigits(*row.value) : u"—"_s;
}

// A figure that only the end of a trial brings.
HealthChip checkedChip(const LiveState& state, const QString& name, QStringView check)
{
    const auto* row = checkOf(state, check);
    if (!row)
        return { name, u"—"_s, Condition::Unknown, LiveWords::tr("Known when the first trial is over.") };
    return { name, valueText(*row), conditionOf(row->outcome),
        row->text.isEmpty() ? LiveWords::tr("Of the trial that ended last.") : row->text };
}

// CPU use that every tick brings; whether it is too much is decided over a whole trial.
HealthChip cpuChip(const LiveState& state, const QString& name, std::optional<double> cores, QStringView check)
{
    auto chip = checkedChip(state, name, check);
    chip.value = coresText(cores);
    chip.text = LiveWords::tr("Now, in percent of one core. The mark is that of the trial that ended last: %1")
                    .arg(chip.condition == Condition::Unknown ? LiveWords::tr("none yet.") : chip.text);
    return chip;
}

HealthChip missedChip(const LiveState& state)
{
    const auto name = LiveWords::tr("Missed sends");
    const auto* trial = state.trial();
    if (!trial || !trial->measured.plannedPerS || *trial->measured.plannedPerS <= 0)
        return { name, u"—"_s, Condition::Unknown, LiveWords::tr("Counted while measuring.") };
    const auto missed = std::max(0.0, 1 - *trial->measured.achievedPerS / *trial->measured.plannedPerS);
    return { name, percentText(missed), missed <= 0.01 ? Condition::Ok : Condition::Warning,
        LiveWords::tr("Planned but not answered in the measure window; limit %1.").arg(percentText(0.01)) };
}

} // namespace

std::vector<HealthChip> healthChips(const LiveState& state, const LiveSeries& series)
{
    return { cpuChip(state, LiveWords::tr("Generator CPU"), series.lastReading(u"cpu_generator"_s), u"cpu_busiest"),
        checkedChip(state, LiveWords::tr("Send lag p99"), u"lag_p99"), missedChip(state),
        checkedChip(state, LiveWords::tr("CPU frequency"), u"frequency"),
        cpuChip(state, LiveWords::tr("Other programs"), series.lastReading(u"cpu_other"_s), u"foreign_cpu"),
        checkedChip(state, LiveWords::tr("Swapping"), u"swapping") };
}

} // namespace ceteris::models
