// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/guard.h"

#include "app/run/gates.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

using results::CheckRow;
using results::Outcome;

constexpr int voidsInARow = 3;

std::optional<double> median(std::vector<double> values)
{
    if (values.empty())
        return std::nullopt;
    std::sort(values.begin(), values.end());
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::optional<double> limit(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString number(double value, QLatin1StringView unit)
{
    if (unit == "share"_L1)
        return QString(QString::number(value * 100, 'f', value < 0.1 ? 1 : 0) + u" %"_s);
    if (unit == "cores"_L1)
        return QString(QString::number(value, 'f', 2) + u" cores"_s);
    if (unit == "s"_L1)
        return QString(QString::number(value, 'g', 3) + u" s"_s);
    return QString::number(value, 'g', 3);
}

QString shown(const monitor::Range& range, QLatin1StringView unit)
{
    const auto high = number(range.high, unit);
    const auto low = number(range.low, unit);
    return low == high ? high : QString(u"between "_s + low + u" and "_s + high);
}

CheckRow judged(const Gate& gate, const Sight& sight)
{
    CheckRow row;
    row.kind = u"guard"_s;
    row.check = QString::fromLatin1(gate.check);
    row.unit = QString::fromLatin1(gate.unit);
    row.markLimit = limit(gate.mark);
    row.voidLimit = limit(gate.voided);
    if (!sight.value) {
        row.outcome = Outcome::Unavailable;
        row.text = u"unavailable: "_s + sight.value.error();
        return row;
    }
    row.value = sight.value->high;
    if (sight.value->low > gate.voided)
        row.outcome = Outcome::Void;
    else if (sight.value->high > std::min(gate.mark, gate.voided))
        row.outcome = Outcome::Mark;
    if (row.outcome != Outcome::Ok) {
        row.text = QString::fromUtf8(gate.sentence);
        row.text.replace(u"%1"_s, shown(*sight.value, QLatin1StringView(gate.unit)));
        row.text.replace(u"%2"_s, sight.who.isEmpty() ? u"no single process stands out"_s : sight.who);
    }
    return row;
}

} // namespace

void GuardHistory::add(const monitor::EnvironmentWindow& window)
{
    const auto keep = [](std::vector<double>& list, const monitor::Probed<double>& value) {
        if (value)
            list.push_back(*value);
    };
    keep(m_canaryUs, window.canaryUs);
    keep(m_frequencyMHz, window.frequencyMHz);
    keep(m_switchesPerS, window.switchesPerS);
}

GuardBaseline GuardHistory::baseline(double expectedLoad) const
{
    return { median(m_canaryUs), median(m_frequencyMHz), median(m_switchesPerS), expectedLoad };
}

std::vector<CheckRow> judgeMachine(const monitor::EnvironmentWindow& window, const GuardBaseline& baseline)
{
    std::vector<CheckRow> rows;
    for (const auto& gate : gates())
        rows.push_back(judged(gate, gate.look(window, baseline)));
    return rows;
}

Outcome worst(const std::vector<CheckRow>& rows)
{
    auto outcome = Outcome::Ok;
    for (const auto& row : rows)
        outcome = results::worse(outcome, row.outcome);
    return outcome;
}

QString evidence(const std::vector<CheckRow>& rows)
{
    const auto guards
        = std::count_if(rows.begin(), rows.end(), [](const CheckRow& row) { return row.kind == u"guard"; });
    const auto read = std::count_if(rows.begin(), rows.end(),
        [](const CheckRow& row) { return row.kind == u"guard" && row.outcome != Outcome::Unavailable; });
    return u"%1 of %2 probes could be read"_s.arg(read).arg(guards);
}

// Less than a hundredth of a core disturbs nobody.
QString culprit(const monitor::EnvironmentWindow& window)
{
    constexpr double leastCores = 0.01;
    const bool oneStandsOut = window.foreign && !window.foreign->empty() && window.foreign->front().cores >= leastCores;
    if (oneStandsOut)
        return window.foreign->front().name;
    return window.parentOfTheShortLived;
}

std::optional<QString> environmentUnfit(int plannedBlocks, const std::vector<BlockFate>& fates)
{
    std::map<QString, int> blamed;
    int voids = 0;
    int inARow = 0;
    int longest = 0;
    for (const auto& fate : fates) {
        voids += fate.isVoid;
        inARow = fate.isVoid ? inARow + 1 : 0;
        longest = std::max(longest, inARow);
        if (fate.isVoid && !fate.culprit.isEmpty())
            ++blamed[fate.culprit];
    }
    if (longest < voidsInARow && (voids <= 1 || 3 * voids <= plannedBlocks)) // one block may be bad luck
        return std::nullopt;
    QString sentence = u"The environment is unfit: something else on this machine disturbed "_s;
    sentence += longest >= voidsInARow ? u"%1 blocks in a row"_s.arg(longest)
                                       : u"%1 of %2 planned blocks"_s.arg(voids).arg(plannedBlocks);
    const auto most = std::max_element(
        blamed.begin(), blamed.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    sentence += most == blamed.end() ? u"; no single process stands out."_s
                                     : u"; most often %1. Stop it and start again."_s.arg(most->first);
    return sentence;
}

} // namespace ceteris::run
