// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/comparecsv.h"

#include "app/results/csv.h"

#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

QString exact(const std::optional<double>& value)
{
    return value ? QString::number(*value, 'g', QLocale::FloatingPointShortest) : QString();
}

QString experimentOf(const Side& side)
{
    return results::guarded(QFileInfo(side.experiment->path()).fileName());
}

QByteArray csvRowOf(const QList<Side>& sides, const SideMetric& metric, std::size_t i)
{
    const auto& side = sides[static_cast<qsizetype>(i)];
    const auto& effect = metric.effects[i];
    QStringList paired { {}, {}, {} };
    if (effect && effect->interval)
        paired = { exact(effect->interval->low), exact(effect->interval->high), exact(effect->confidence) };
    return results::csvRow(
        QStringList { u"metric"_s, letterOf(static_cast<int>(i)), experimentOf(side),
            results::guarded(side.planArm().name), results::guarded(metric.measure.level), metric.measure.operation,
            metric.measure.metric, exact(metric.typical[i]), QString::number(metric.trials[i]),
            QString::number(metric.excluded[i]), effect ? exact(effect->ratio) : QString() }
        + paired);
}

} // namespace

QByteArray comparedCsv(
    const QList<Side>& sides, const std::vector<SideMetric>& metrics, const std::vector<SideDifference>& differences)
{
    auto text
        = results::csvRow({ u"kind"_s, u"side"_s, u"experiment"_s, u"arm"_s, u"level"_s, u"operation"_s, u"metric"_s,
            u"typical"_s, u"trials"_s, u"trials_excluded"_s, u"ratio_to_a"_s, u"low"_s, u"high"_s, u"confidence"_s });
    for (const auto& metric : metrics)
        for (std::size_t i = 0; i < metric.typical.size(); ++i)
            text += csvRowOf(sides, metric, i);
    for (const auto& it : differences)
        for (qsizetype i = 0; i < sides.size(); ++i)
            text += results::csvRow({ it.isFactor ? u"factor"_s : u"difference"_s, letterOf(static_cast<int>(i)),
                experimentOf(sides[i]), results::guarded(sides[i].planArm().name), {}, results::guarded(it.area),
                results::guarded(it.key), results::guarded(it.values.value(i)), {}, {}, {}, {}, {}, {} });
    return text;
}

} // namespace ceteris::models
