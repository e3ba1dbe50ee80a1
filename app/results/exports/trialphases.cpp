// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/exports/trialphases.h"

#include "app/results/csv.h"
#include "app/results/files.h"
#include "app/results/layout.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::results {

Result<TrialPhases> readTrialPhases(const QString& folder)
{
    const auto bytes = readWhole(folder + u'/' + file::events);
    if (!bytes)
        return tl::unexpected(bytes.error());
    TrialPhases trials;
    double beganS = 0;
    CsvReader reader(*bytes);
    while (const auto cells = reader.next()) {
        if (cells->size() < 6) // t_s, time_utc, trial, source, kind, text
            continue;
        const auto tS = (*cells)[0].toDouble();
        const auto trial = (*cells)[2].toInt();
        const auto& kind = (*cells)[4];
        if (kind == u"trial_started") {
            beganS = tS;
            trials[trial].clear();
        } else if (kind == u"phase" && trial > 0) {
            auto& phases = trials[trial];
            if (!phases.empty())
                phases.back().endS = tS - beganS;
            phases.push_back({ (*cells)[5], tS - beganS, std::numeric_limits<double>::infinity() });
        }
    }
    return trials;
}

QString phaseAt(const TrialPhases& phases, int trial, double tS)
{
    const auto found = phases.find(trial);
    if (found == phases.end())
        return {};
    const auto phase
        = std::ranges::find_if(found->second, [tS](const auto& it) { return it.beginS <= tS && tS < it.endS; });
    return phase == found->second.end() ? QString() : phase->name;
}

} // namespace ceteris::results
