// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/livehistory.h"

#include <algorithm>
#include <cmath>

namespace ceteris::models {
namespace {

// Every so-manieth of them, so that `most` are left; a window is a figure of its own, so none is averaged.
LiveHistory::Windows thinned(const LiveHistory::Windows& windows, qsizetype most)
{
    const auto step = (windows.size() + most - 1) / most;
    if (step <= 1)
        return windows;
    LiveHistory::Windows kept;
    for (qsizetype i = 0; i < windows.size(); i += step)
        kept.append(windows[i]);
    return kept;
}

const KeyFigures* nearest(const LiveHistory::Windows& windows, double x)
{
    const auto after = std::ranges::lower_bound(windows, x, {}, [](const auto& it) { return it.first; });
    auto best = after;
    if (after == windows.end() || (after != windows.begin() && x - (after - 1)->first < after->first - x))
        best = after == windows.begin() ? after : after - 1;
    if (best == windows.end())
        return nullptr;
    const auto stepS = windows.size() < 2 ? 1 : (windows.back().first - windows.front().first) / (windows.size() - 1);
    return std::abs(best->first - x) <= std::max(1.5, stepS) ? &best->second : nullptr;
}

std::optional<double> medianOf(std::vector<double> values)
{
    if (values.empty())
        return std::nullopt;
    std::ranges::sort(values);
    const auto half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

} // namespace

void LiveHistory::clear()
{
    m_trials.clear();
}

void LiveHistory::add(Trial trial)
{
    trial.windows = thinned(trial.windows, keptPoints);
    m_trials.push_back(std::move(trial));
    if (m_trials.size() > keptTrials)
        m_trials.pop_front();
}

void LiveHistory::forget(int number)
{
    std::erase_if(m_trials, [number](const Trial& it) { return it.number == number; });
}

const LiveHistory::Trial* LiveHistory::newest(int arm, int level) const
{
    const auto found = std::find_if(m_trials.rbegin(), m_trials.rend(),
        [arm, level](const Trial& it) { return it.arm == arm && it.level == level; });
    return found == m_trials.rend() ? nullptr : &*found;
}

KeyFigures LiveHistory::median(int arm, int level, double sinceMeasureS) const
{
    std::vector<const KeyFigures*> same;
    for (const auto& trial : m_trials)
        if (trial.arm == arm && trial.level == level)
            if (const auto* figures = nearest(trial.windows, sinceMeasureS))
                same.push_back(figures);
    const auto of = [&same](std::optional<double> KeyFigures::*field) {
        std::vector<double> values;
        for (const auto* figures : same)
            if (const auto& value = figures->*field)
                values.push_back(*value);
        return medianOf(std::move(values));
    };
    return { of(&KeyFigures::p50Us), of(&KeyFigures::p95Us), of(&KeyFigures::p99Us), of(&KeyFigures::plannedPerS),
        of(&KeyFigures::achievedPerS), of(&KeyFigures::errorShare), of(&KeyFigures::storeBytes) };
}

std::size_t LiveHistory::pointCount() const
{
    std::size_t count = 0;
    for (const auto& trial : m_trials)
        count += static_cast<std::size_t>(trial.windows.size());
    return count;
}

} // namespace ceteris::models
