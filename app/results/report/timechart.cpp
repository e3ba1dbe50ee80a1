// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/report/armlook.h"
#include "app/results/report/axis.h"
#include "app/results/report/charts.h"
#include "app/results/report/quantity.h"
#include "app/results/report/reporttext.h"
#include "app/results/report/svg.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr double width = 430;
constexpr double height = 250;
constexpr double left = 64;
constexpr double right = width - 40;
constexpr double top = 24;
constexpr double bottom = height - 40;

struct Line
{
    double TimeBin::*value;
    QStringView name;
    QStringView classes;
};
constexpr Line lines[] { { &TimeBin::p50Us, u"p50", u"w1" }, { &TimeBin::p95Us, u"p95", u"w2" },
    { &TimeBin::p99Us, u"p99", u"w3" } };

QString minutes(double seconds)
{
    const auto whole = static_cast<int>(std::lround(seconds));
    return u"%1:%2"_s.arg(whole / 60, 2, 10, QChar(u'0')).arg(whole % 60, 2, 10, QChar(u'0'));
}

QString phaseWords(const QString& phase)
{
    if (phase == u"warmup")
        return Report::tr("warm-up");
    if (phase == u"login")
        return Report::tr("login");
    if (phase == u"idle")
        return Report::tr("idle");
    return phase == u"drain" ? Report::tr("drain") : phase == u"logout" ? Report::tr("logout") : QString();
}

class Drawing
{
public:
    Drawing(const ReportData& data, const OverTime& overTime)
        : m_overTime(overTime)
        , m_svg(width, height,
              Report::tr("Response times of %1 over the time of a trial")
                  .arg(data.plan().arms[static_cast<std::size_t>(overTime.arm)].name))
    {
        double low = 1e12;
        double high = 1;
        double length = 1;
        for (const auto& arm : data.overTime)
            for (const auto& bin : arm.bins) {
                low = std::min(low, bin.p50Us);
                high = std::max(high, bin.p99Us);
                length = std::max(length, bin.tS + arm.binS / 2);
            }
        m_y = logAxis(low, high);
        m_x = { 0, length, false, linearAxis(0, length, 6).ticks };
    }

    QString html()
    {
        drawPhases();
        drawAxes();
        for (const auto& line : lines)
            draw(line);
        return m_svg.html();
    }

private:
    double x(double tS) const { return std::min(m_x.place(tS, left, right), right); }
    double y(double us) const { return m_y.place(us, bottom, top); }

    void drawPhases()
    {
        for (const auto& phase : m_overTime.phases) {
            if (phase.name == u"measure" || phase.beginS >= m_x.high)
                continue;
            const double end = x(std::min(phase.endS, m_x.high));
            m_svg.rect(
                { x(phase.beginS), top, end - x(phase.beginS), bottom - top }, u"phase"_s, phaseWords(phase.name));
            if (end - x(phase.beginS) > 46)
                m_svg.text({ x(phase.beginS) + 3, top - 6 }, phaseWords(phase.name), u"start muted"_s);
        }
    }

    void drawAxes()
    {
        for (const double tick : m_y.ticks) {
            m_svg.line({ left, y(tick) }, { right, y(tick) }, u"grid"_s);
            m_svg.text({ left - 8, y(tick) + 4 }, timeText(tick), u"end muted number"_s);
        }
        for (const double tick : m_x.ticks)
            if (tick <= m_x.high)
                m_svg.text({ x(tick), bottom + 16 }, minutes(tick), u"middle muted number"_s);
        m_svg.text({ (left + right) / 2, height - 6 }, Report::tr("since the trial began, min:s"), u"middle muted"_s);
    }

    void draw(const Line& line)
    {
        QList<QPointF> points;
        double lastS = -1e9;
        for (const auto& bin : m_overTime.bins) {
            if (bin.tS - lastS > 2.5 * m_overTime.binS) // nothing was answered in between
                points.append({ 0, std::numeric_limits<double>::quiet_NaN() });
            points.append({ x(bin.tS), y(bin.*line.value) });
            lastS = bin.tS;
        }
        if (m_overTime.bins.empty())
            return;
        m_svg.path(points, u"line %1 a%2"_s.arg(line.classes).arg(m_overTime.arm % 6));
        m_lastLabel = std::min(points.last().y() + 4, m_lastLabel - 13);
        m_svg.text({ right + 4, m_lastLabel }, line.name.toString(), u"start muted"_s);
    }

    const OverTime& m_overTime;
    Axis m_x;
    Axis m_y;
    Svg m_svg;
    double m_lastLabel = 1e6; // labels go upwards and never over each other
};

} // namespace

QString timeChart(const ReportData& data, const OverTime& overTime)
{
    return overTime.bins.empty() ? QString() : Drawing(data, overTime).html();
}

QString armLegend(const ReportData& data)
{
    QString html = u"<p class=\"legend\">"_s;
    for (std::size_t i = 0; i < data.plan().arms.size(); ++i) {
        const auto arm = static_cast<int>(i);
        Svg sample(44, 14, {});
        sample.path({ { 1, 7 }, { 43, 7 } }, u"line a%1"_s.arg(i % 6), QString::fromLatin1(armLook(arm).dash));
        sample.marker({ 22, 7 }, arm);
        const auto role = i == 0 ? Report::tr(" (control)") : QString();
        html += u"<span>"_s % sample.html() % u' ' % escaped(data.plan().arms[i].name) % escaped(role) % u"</span> ";
    }
    return html % u"</p>\n";
}

} // namespace ceteris::results
