// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/livephasebar.h"

#include "app/models/figures.h"
#include "app/models/livestate.h"
#include "app/models/livewords.h"
#include "widgets/chart/armstyle.h"
#include "widgets/chart/frame.h"
#include "widgets/shell/theme.h"

#include <QPainter>

#include <algorithm>

namespace ceteris::pages {

LivePhaseBar::LivePhaseBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LivePhaseBar::setFrom(const models::LiveState& state)
{
    m_segments.clear();
    m_doneS = 0;
    const auto* trial = state.trial();
    if (!trial)
        return update();
    double endS = 0;
    for (std::size_t i = 0; i < state.phases.size(); ++i) {
        const auto& phase = state.phases[i];
        const bool isLast = i + 1 == state.phases.size();
        const auto lengthS = isLast ? std::max(phase.plannedS, state.nowS - trial->beganS - phase.fromS)
                                    : state.phases[i + 1].fromS - phase.fromS;
        m_segments.push_back({ models::phaseText(phase.name), lengthS, phase.name == u"measure" });
        endS = phase.fromS + lengthS;
    }
    if (endS < trial->plannedS)
        m_segments.push_back({ {}, trial->plannedS - endS, false }); // phases to come
    m_doneS = std::min(state.nowS - trial->beganS, wholeS());
    m_arm = trial->arm;
    m_contaminated = trial->status == models::TrialStatus::Void;
    setAccessibleName(
        tr("Phase %1, %2 left").arg(models::phaseText(state.phaseName()), models::durationText(state.phaseLeftS)));
    update();
}

double LivePhaseBar::wholeS() const
{
    double seconds = 0;
    for (const auto& segment : m_segments)
        seconds += segment.lengthS;
    return seconds;
}

QSize LivePhaseBar::sizeHint() const
{
    return { 200, fontMetrics().height() + (m_projected ? 16 : 12) };
}

QSize LivePhaseBar::minimumSizeHint() const
{
    return { 80, sizeHint().height() };
}

void LivePhaseBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto theme = widgets::theme();
    const auto bar = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.fillRect(bar, theme.surface);
    const auto perS = wholeS() > 0 ? bar.width() / wholeS() : 0;
    const auto doneX = bar.left() + m_doneS * perS;
    auto x = bar.left();
    for (const auto& segment : m_segments) {
        const QRectF box(x, bar.top(), segment.lengthS * perS, bar.height());
        auto colour = segment.counted ? widgets::armStyle(m_arm, theme.dark).colour : theme.muted;
        colour.setAlphaF(segment.counted ? 0.35F : 0.2F);
        painter.fillRect(box & QRectF(bar.left(), bar.top(), doneX - bar.left(), bar.height()), colour);
        if (m_contaminated)
            painter.fillRect(box, QBrush(theme.tone(widgets::Tone::Warning), Qt::BDiagPattern));
        painter.setPen(theme.outline);
        painter.drawLine(box.topRight(), box.bottomRight());
        painter.setPen(theme.text);
        painter.drawText(box.adjusted(6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
            widgets::fittedName(QFontMetricsF(font()), segment.name, box.width() - 8));
        x = box.right();
    }
    painter.setPen(theme.outline);
    painter.drawRect(bar);
    if (!m_segments.empty())
        painter.fillRect(QRectF(doneX - 1, bar.top(), 2, bar.height()), theme.text);
}

} // namespace ceteris::pages
