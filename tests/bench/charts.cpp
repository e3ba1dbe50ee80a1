// SPDX-License-Identifier: GPL-3.0-or-later
// Redraws six charts of 4 lines × 300 points at 1280 × 760 with a second's new data, as Live does once a second, and
// prints the median of CPU milliseconds that it took: bench-charts [rounds]
#include "widgets/chart/timechart.h"

#include <QApplication>
#include <QGridLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

using namespace ceteris::widgets;
using namespace Qt::StringLiterals;

namespace {

constexpr int seconds = 300;

QList<Line> linesAt(int now)
{
    static const std::array weights { Weight::Light, Weight::Medium, Weight::Strong, Weight::Medium };
    QList<Line> lines;
    for (int i = 0; i < 4; ++i) {
        Line line { u"p%1"_s.arg(i), {}, i / 2, weights[static_cast<std::size_t>(i)], false };
        for (int s = now - seconds; s < now; ++s)
            line.points += QPointF(s, (i + 1) * (4 + std::sin(s / 9.0) + (s * 7919 % 101) / 100.0));
        lines += line;
    }
    return lines;
}

void setUp(TimeChart& chart, int number)
{
    chart.setTitle(u"Chart %1"_s.arg(number));
    chart.setAxis({ u"ms"_s, number % 2 == 0, {}, {}, {} });
    chart.setPhases({ { 0, 60, u"warm-up"_s, false, {} }, { 60, 1e9, u"measure"_s, true, {} } });
    chart.setEvents({ { 200, u"restart"_s, Tone::Warning, {} } });
}

double cpuMs()
{
    timespec now {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

int main(int count, char** arguments)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(count, arguments);
    const int rounds = count > 1 ? std::max(1, std::atoi(arguments[1])) : 30;
    applyTheme(ThemeChoice::Light);
    QWidget page;
    auto* grid = new QGridLayout(&page);
    std::array<TimeChart*, 6> charts {};
    for (int i = 0; i < 6; ++i) {
        auto* chart = charts[static_cast<std::size_t>(i)] = new TimeChart(&page);
        setUp(*chart, i);
        grid->addWidget(chart, i / 2, i % 2);
    }
    page.resize(1280, 760);
    page.show();
    int painted = 0;
    for (auto* chart : charts)
        QObject::connect(chart, &TimeChart::painted, &page, [&painted] { ++painted; });
    QCoreApplication::processEvents();
    std::vector<double> costs;
    for (int round = 0; round < rounds; ++round) {
        const auto lines = linesAt(seconds + round); // not ours: the models keep them
        const double before = cpuMs();
        for (auto* chart : charts) {
            chart->setRange(round, seconds + round);
            chart->setLines(lines);
        }
        painted = 0;
        while (painted < 6)
            QCoreApplication::processEvents();
        costs.push_back(cpuMs() - before);
    }
    std::ranges::sort(costs);
    std::printf("charts redraw ms %.1f median %.1f worst\n", costs[costs.size() / 2], costs.back());
}
