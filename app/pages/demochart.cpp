// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/demochart.h"

#include "app/models/livemodel.h"
#include "app/pages/livelines.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

using models::KeyFigures;

constexpr double mebibyte = 1024 * 1024;

struct Shown
{
    std::optional<double> KeyFigures::*field;
    double factor = 1;
};

Shown shownBy(DemoView view)
{
    switch (view) {
    case DemoView::Latency:
        return { &KeyFigures::p99Us, 1e-3 };
    case DemoView::Throughput:
        return { &KeyFigures::achievedPerS, 1 };
    case DemoView::Memory:
        break;
    }
    return { &KeyFigures::storeBytes, 1 / mebibyte };
}

QList<QPointF> pointsOf(const models::LiveHistory::Windows& windows, const Shown& shown)
{
    QList<QPointF> points;
    for (const auto& [x, figures] : windows)
        if (const auto& value = figures.*shown.field)
            points.append({ x, *value * shown.factor });
    return points;
}

// Long enough for the whole measure window, known or planned.
double endOf(const models::LiveModel& model, const QList<widgets::Line>& lines)
{
    double endS = 5;
    for (const auto& phase : model.state().phases)
        if (phase.name == u"measure")
            endS = std::max(endS, phase.plannedS);
    for (const auto& line : lines)
        if (!line.points.isEmpty())
            endS = std::max(endS, line.points.back().x());
    return endS;
}

} // namespace

DemoChart::DemoChart(QWidget* parent)
    : TimeChart(parent)
{
    setProjected(true);
    setAttribute(Qt::WA_TransparentForMouseEvents); // no read-outs on a projector; the page hides the pointer
    setFocusPolicy(Qt::NoFocus);
}

void DemoChart::setView(DemoView view)
{
    m_view = view;
}

void DemoChart::setFrom(const models::LiveModel& model)
{
    const auto& state = model.state();
    const auto* trial = state.trial();
    const auto shown = shownBy(m_view);
    QList<widgets::Line> lines;
    for (int arm = 0; trial && arm < state.experiment.arms.size(); ++arm) {
        const auto* earlier = model.history().newest(arm, trial->level);
        const bool isCurrent = arm == trial->arm && !model.series().windows().isEmpty();
        const auto windows = isCurrent ? model.series().windows()
            : earlier                  ? earlier->windows
                                       : models::LiveHistory::Windows();
        if (const auto points = pointsOf(windows, shown); !points.isEmpty())
            lines.append({ state.experiment.arms[arm], points, arm, widgets::Weight::Strong, false });
    }
    switch (m_view) {
    case DemoView::Latency:
        setTitle(tr("p99 response time, window of 10 s"));
        setAxis(responseAxis());
        break;
    case DemoView::Throughput:
        setTitle(tr("Requests answered per second"));
        setAxis(throughputAxis());
        break;
    case DemoView::Memory:
        setTitle(tr("Redis memory"));
        setAxis(storeAxis(mebibyte));
        break;
    }
    setRange(0, endOf(model, lines));
    setLines(lines);
    setMessage(lines.isEmpty() ? tr("Figures come with the measure window") : QString());
}

} // namespace ceteris::pages
