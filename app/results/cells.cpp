// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/cells.h"

#include "app/results/histogramfiles.h"
#include "app/results/layout.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

void merge(std::vector<TrialHistograms>& sum, const std::vector<TrialHistograms>& trial)
{
    for (const auto& part : trial) {
        auto total = std::find_if(
            sum.begin(), sum.end(), [&](const auto& candidate) { return candidate.operation == part.operation; });
        if (total == sum.end())
            total = sum.insert(sum.end(), { part.operation, {}, {} });
        total->response.add(part.response);
        total->service.add(part.service);
    }
}

Result<Cell> cellOf(const Results& results, const QString& arm, const QString& level)
{
    Cell cell { fileSafe(arm) + u'-' + fileSafe(level), {}, {} };
    int merged = 0;
    for (const auto& row : results.trials) {
        if (row.arm != arm || row.level != level || row.status != u"ok")
            continue;
        cell.rows.push_back(row);
        if (row.trial == merged) // the rows of a trial are together and share one log
            continue;
        merged = row.trial;
        const auto folder = QString(results.path + u'/' + file::histograms);
        const auto trial = HistogramFile { folder, trialStem(row.trial, arm, level) }.read();
        if (!trial)
            return tl::unexpected(trial.error());
        merge(cell.histograms, *trial);
    }
    return cell;
}

} // namespace

Result<std::vector<Cell>> cellsOf(const Results& results)
{
    std::vector<Cell> cells;
    QSet<QString> stems;
    for (const auto& arm : results.plan.arms) {
        for (const auto& level : results.plan.levels) {
            auto cell = cellOf(results, arm.name, level.name);
            if (!cell)
                return tl::unexpected(cell.error());
            if (cell->rows.empty())
                continue;
            const auto first = cell->stem;
            for (int number = 2; stems.contains(cell->stem); ++number)
                cell->stem = first + u'-' + QString::number(number);
            stems += cell->stem;
            cells.push_back(*std::move(cell));
        }
    }
    return cells;
}

} // namespace ceteris::results
