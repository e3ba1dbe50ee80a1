// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/livetiles.h"

#include "app/models/figures.h"
#include "app/models/livemodel.h"
#include "app/models/livewords.h"
#include "app/pages/livetext.h"

#include <QHBoxLayout>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

using models::KeyFigures;
using widgets::Tone;

namespace {

using Field = std::optional<double> KeyFigures::*;
constexpr double sameShare = 0.005; // that rounds to 1 % is no difference to speak of

// What the tiles have in common at one moment.
struct Moment
{
    explicit Moment(const models::LiveModel& shown)
        : model(shown)
        , trial(shown.state().trial())
        , phase(shown.state().phaseName())
        , measuring(phase == u"measure")
    {
        const auto& windows = model.series().windows();
        if (!trial)
            return;
        ended = trial->status != models::TrialStatus::Running || !models::isActive(model.state().stage);
        now = ended ? trial->measured : model.series().window();
        if (const auto other = model.otherArm(); other && !windows.isEmpty() && (measuring || ended)) {
            against = model.history().median(*other, trial->level, windows.back().first);
            otherName = model.state().experiment.arms.value(*other);
        }
    }

    const models::LiveModel& model;
    const models::LiveTrial* trial;
    QString phase;
    bool measuring;
    bool ended = false; // its figures are those of the whole measure window
    KeyFigures now;
    KeyFigures against;
    QString otherName;
};

QList<double> minuteOf(const models::LiveModel& model, Field field)
{
    constexpr qsizetype points = 60;
    const auto& windows = model.series().windows();
    QList<double> values;
    for (auto i = std::max<qsizetype>(0, windows.size() - points); i < windows.size(); ++i)
        values.append((windows[i].second.*field).value_or(std::numeric_limits<double>::quiet_NaN()));
    return values;
}

void compare(LiveTile::Content& content, const Moment& moment, Field field, bool lowerIsBetter)
{
    const auto now = moment.now.*field;
    const auto against = moment.against.*field;
    if (!now || !against || *against <= 0)
        return;
    const auto change = *now / *against - 1;
    const auto percent = QString::number(std::abs(change) * 100, 'f', 0);
    if (std::abs(change) < sameShare)
        content.note = LiveText::tr("= as in %1").arg(moment.otherName);
    else if (change > 0)
        content.note = LiveText::tr("▲ %1 % above %2").arg(percent, moment.otherName);
    else
        content.note = LiveText::tr("▼ %1 % below %2").arg(percent, moment.otherName);
    if (lowerIsBetter && std::abs(change) >= sameShare)
        content.noteTone = change < 0 ? Tone::Good : Tone::Warning;
}

LiveTile::Content contentOf(const Moment& moment, const QString& label, const QString& value, Field field)
{
    LiveTile::Content content;
    content.label = label;
    content.value = value;
    content.arm = moment.trial ? moment.trial->arm : 0;
    content.minute = minuteOf(moment.model, field);
    content.dimmed = !moment.measuring && !moment.ended;
    if (content.dimmed && !moment.phase.isEmpty())
        content.label += QString(u" · "_s + models::phaseText(moment.phase));
    return content;
}

// Why there is no figure yet, while one is on its way.
QString collecting(const Moment& moment)
{
    if (moment.ended || moment.model.series().isEmpty())
        return {};
    const auto missing = models::LiveSeries::fewestS - moment.model.series().collectedS();
    return missing > 0 ? LiveText::tr("collecting – first value in %1 s").arg(std::ceil(missing)) : QString();
}

LiveTile::Content latency(const Moment& moment, const QString& name, Field field)
{
    const auto label = u"%1 · %2"_s.arg(name, models::operationText(moment.model.series().operation()));
    const auto value = moment.now.*field;
    auto content = contentOf(moment, moment.model.series().isEmpty() ? name : label, models::latencyText(value), field);
    if (value)
        compare(content, moment, field, true);
    else
        content.note = collecting(moment);
    return content;
}

LiveTile::Content rate(const Moment& moment)
{
    const auto& now = moment.now;
    const auto whole = [](std::optional<double> value) { return value ? QString::number(*value, 'f', 0) : u"—"_s; };
    const auto label = LiveText::tr("Achieved / planned, per s");
    auto content = contentOf(
        moment, label, u"%1 / %2"_s.arg(whole(now.achievedPerS), whole(now.plannedPerS)), &KeyFigures::achievedPerS);
    content.label = label; // there is no room for the phase beside it
    if (!now.achievedPerS || !now.plannedPerS)
        content.note = collecting(moment);
    else if (*now.achievedPerS < 0.99 * *now.plannedPerS && moment.measuring) {
        content.note = LiveText::tr("⚠ less than planned");
        content.noteTone = Tone::Warning;
    } else {
        content.note = LiveText::tr("as planned");
    }
    return content;
}

LiveTile::Content errors(const Moment& moment)
{
    auto content = contentOf(
        moment, LiveText::tr("Error rate"), models::percentText(moment.now.errorShare), &KeyFigures::errorShare);
    if (!moment.now.errorShare) {
        content.note = collecting(moment);
    } else if (*moment.now.errorShare > 0) {
        content.note = LiveText::tr("⚠ some requests failed");
        content.noteTone = Tone::Bad;
    } else {
        content.note = LiveText::tr("0 errors");
    }
    return content;
}

LiveTile::Content memory(const Moment& moment)
{
    const auto bytes
        = moment.now.storeBytes ? moment.now.storeBytes : moment.model.series().lastReading(u"redis_used_memory"_s);
    auto content = contentOf(moment, LiveText::tr("Redis memory"), models::bytesText(bytes), &KeyFigures::storeBytes);
    if (!bytes && !moment.model.series().isEmpty())
        content.note = LiveText::tr("no Redis in this arm");
    return content;
}

} // namespace

LiveTiles::LiveTiles(QWidget* parent)
    : QWidget(parent)
{
    constexpr std::array names { "tileP50", "tileP95", "tileP99", "tileRate", "tileErrors", "tileMemory" };
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i] = new LiveTile(this);
        m_tiles[i]->setObjectName(QLatin1StringView(names[i]));
        row->addWidget(m_tiles[i], 1);
    }
}

void LiveTiles::setFrom(const models::LiveModel& model)
{
    const Moment moment(model);
    m_tiles[0]->setContent(latency(moment, u"p50"_s, &KeyFigures::p50Us));
    m_tiles[1]->setContent(latency(moment, u"p95"_s, &KeyFigures::p95Us));
    m_tiles[2]->setContent(latency(moment, u"p99"_s, &KeyFigures::p99Us));
    m_tiles[3]->setContent(rate(moment));
    m_tiles[4]->setContent(errors(moment));
    m_tiles[5]->setContent(memory(moment));
}

} // namespace ceteris::pages
