// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/liveseries.h"

#include "server/metrics/histogramcodec.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();
constexpr int binsPerDecade = 10;
constexpr qsizetype keptWindows = 3600;

double edgeOf(int bin)
{
    return std::pow(10.0, static_cast<double>(bin) / binsPerDecade);
}

// What a phase is about.
QString operationOf(const QString& phase)
{
    if (phase == u"login" || phase == u"logout")
        return phase;
    return u"refresh"_s;
}

std::optional<double> quantile(const metrics::Histogram& histogram, double q)
{
    return histogram.isEmpty() ? std::nullopt : std::optional(static_cast<double>(histogram.quantileUs(q)));
}

double asDouble(std::uint64_t count)
{
    return static_cast<double>(count);
}

metrics::Histogram decoded(const QByteArray& bytes)
{
    return bytes.isEmpty() ? metrics::Histogram() : metrics::decode(bytes).value_or(metrics::Histogram());
}

} // namespace

void LiveSeries::clear()
{
    *this = {};
}

void LiveSeries::add(const results::Tick& tick)
{
    if (tick.lengthS <= 0 || (!m_rows.empty() && tick.trialS <= m_rows.back().toS))
        return; // a line that was written twice
    if (tick.phase != m_phase) {
        m_phase = tick.phase;
        m_operation = operationOf(tick.phase);
        m_intervals.clear();
    }
    if (tick.phase == u"measure" && !m_measureFromS)
        m_measureFromS = tick.trialS - tick.lengthS;
    m_rows.push_back(rowOf(tick));
    slide(tick, m_latest[m_operation]);
    if (m_rows.size() > capacity)
        halve();
}

LiveSeries::Row LiveSeries::rowOf(const results::Tick& tick)
{
    Row row;
    row.fromS = tick.trialS - tick.lengthS;
    row.toS = tick.trialS;
    m_latest.clear();
    for (const auto& [name, it] : tick.operations) {
        const auto& response = m_latest[name] = decoded(it.response);
        auto& operation = row.operations[name];
        operation = { asDouble(it.planned), asDouble(it.completed), asDouble(it.failed + it.timeouts), it.p50Us,
            it.p95Us, it.p99Us, it.response, {} };
        response.forEach([&operation](const metrics::Histogram::Bucket& bucket) {
            const auto middle = static_cast<double>(bucket.lowUs + bucket.highUs) / 2;
            operation.bins[static_cast<int>(std::floor(std::log10(std::max(1.0, middle)) * binsPerDecade))]
                += bucket.count;
        });
    }
    for (const auto& [metric, value] : tick.readings) {
        if (!m_metrics.contains(metric)) {
            m_metrics.insert(metric, static_cast<std::size_t>(m_metrics.size()));
        }
        row.readings.resize(std::max(row.readings.size(), m_metrics[metric] + 1), gap);
        row.readings[m_metrics[metric]] = value;
    }
    return row;
}

// The window moves on by one tick.
void LiveSeries::slide(const results::Tick& tick, const metrics::Histogram& response)
{
    Interval interval { tick.lengthS, 0, 0, 0, response };
    for (const auto& [name, it] : tick.operations) {
        interval.planned += asDouble(it.planned);
        interval.completed += asDouble(it.completed);
        interval.errors += asDouble(it.failed + it.timeouts);
    }
    if (tick.phase == u"measure") {
        m_whole.lengthS += interval.lengthS;
        m_whole.planned += interval.planned;
        m_whole.completed += interval.completed;
        m_whole.errors += interval.errors;
        m_whole.response.add(response);
    }
    m_intervals.push_back(std::move(interval));
    while (m_intervals.size() > 1 && collectedS() - m_intervals.front().lengthS >= windowS - 0.5)
        m_intervals.pop_front();
    m_window = collectedS() >= fewestS - 0.5 ? figuresOfWindow() : KeyFigures();
    if (m_measureFromS && tick.phase == u"measure" && m_windows.size() < keptWindows)
        m_windows.append({ tick.trialS - *m_measureFromS, m_window });
}

double LiveSeries::collectedS() const
{
    double seconds = 0;
    for (const auto& interval : m_intervals)
        seconds += interval.lengthS;
    return seconds;
}

KeyFigures LiveSeries::figuresOfWindow() const
{
    Interval sum;
    for (const auto& interval : m_intervals) {
        sum.lengthS += interval.lengthS;
        sum.planned += interval.planned;
        sum.completed += interval.completed;
        sum.errors += interval.errors;
        sum.response.add(interval.response);
    }
    return figuresOf(sum);
}

KeyFigures LiveSeries::figuresOf(const Interval& sum) const
{
    KeyFigures figures;
    figures.p50Us = quantile(sum.response, 0.5);
    figures.p95Us = quantile(sum.response, 0.95);
    figures.p99Us = quantile(sum.response, 0.99);
    if (sum.lengthS > 0) {
        figures.plannedPerS = sum.planned / sum.lengthS;
        figures.achievedPerS = sum.completed / sum.lengthS;
    }
    if (sum.completed + sum.errors > 0)
        figures.errorShare = sum.errors / std::max(sum.completed, sum.errors);
    figures.storeBytes = lastReading(u"redis_used_memory"_s);
    return figures;
}

KeyFigures LiveSeries::measured() const
{
    return m_whole.lengthS > 0 ? figuresOf(m_whole) : KeyFigures();
}

void LiveSeries::halve()
{
    std::vector<Row> kept;
    kept.reserve(m_rows.size() / 2 + 1);
    std::size_t i = 0;
    for (; i + 1 < m_rows.size(); i += 2)
        kept.push_back(merged(m_rows[i], m_rows[i + 1]));
    if (i < m_rows.size())
        kept.push_back(std::move(m_rows[i]));
    m_rows = std::move(kept);
}

LiveSeries::Row LiveSeries::merged(const Row& a, const Row& b)
{
    Row both { a.fromS, b.toS, a.operations, b.readings };
    for (const auto& [name, it] : b.operations) {
        auto& sum = both.operations[name];
        sum.planned += it.planned;
        sum.completed += it.completed;
        sum.errors += it.errors;
        for (const auto& [bin, count] : it.bins)
            sum.bins[bin] += count;
        auto response = decoded(sum.response);
        response.add(decoded(it.response));
        sum.response = response.isEmpty() ? QByteArray() : metrics::encode(response);
        sum.p50Us = quantile(response, 0.5);
        sum.p95Us = quantile(response, 0.95);
        sum.p99Us = quantile(response, 0.99);
    }
    for (std::size_t i = 0; i < std::min(a.readings.size(), b.readings.size()); ++i)
        if (std::isnan(both.readings[i]))
            both.readings[i] = a.readings[i];
        else if (!std::isnan(a.readings[i]))
            both.readings[i] = std::max(a.readings[i], b.readings[i]); // a short peak stays
    return both;
}

template <class Value>
QList<QPointF> LiveSeries::collect(const Value& value) const
{
    QList<QPointF> points;
    points.reserve(static_cast<qsizetype>(m_rows.size()));
    double lastS = m_rows.empty() ? 0 : m_rows.front().fromS;
    for (const auto& row : m_rows) {
        if (row.fromS > lastS + 1.5)
            points.append({ (row.fromS + lastS) / 2, gap }); // seconds are missing: not bridged
        lastS = row.toS;
        points.append({ row.toS, value(row) });
    }
    return points;
}

QList<QPointF> LiveSeries::line(const QString& operation, Figure figure) const
{
    return collect([&](const Row& row) {
        const auto found = row.operations.find(operation);
        if (found == row.operations.end())
            return gap;
        const auto& it = found->second;
        const auto lengthS = row.toS - row.fromS;
        switch (figure) {
        case Figure::P50:
            return it.p50Us.value_or(gap);
        case Figure::P95:
            return it.p95Us.value_or(gap);
        case Figure::P99:
            return it.p99Us.value_or(gap);
        case Figure::Planned:
            return it.planned / lengthS;
        case Figure::Achieved:
            return it.completed / lengthS;
        case Figure::Errors:
            return it.errors / lengthS;
        }
        return gap;
    });
}

QList<double> LiveSeries::weak(const QString& operation) const
{
    QList<double> seconds;
    for (const auto& row : m_rows) {
        const auto found = row.operations.find(operation);
        if (found != row.operations.end() && found->second.p50Us && found->second.completed < fewestAnswers)
            seconds.append(row.toS);
    }
    return seconds;
}

QList<QPointF> LiveSeries::total(Figure figure) const
{
    return collect([figure](const Row& row) {
        double sum = 0;
        for (const auto& [name, it] : row.operations)
            sum += figure == Figure::Planned ? it.planned : figure == Figure::Achieved ? it.completed : it.errors;
        return sum / (row.toS - row.fromS);
    });
}

QList<QPointF> LiveSeries::reading(const QString& metric) const
{
    const auto found = m_metrics.constFind(metric);
    if (found == m_metrics.constEnd())
        return {};
    return collect([i = *found](const Row& row) { return i < row.readings.size() ? row.readings[i] : gap; });
}

std::optional<double> LiveSeries::lastReading(const QString& metric) const
{
    const auto found = m_metrics.constFind(metric);
    if (found == m_metrics.constEnd())
        return std::nullopt;
    // Figures that are older than two windows say nothing of now.
    for (auto row = m_rows.rbegin(); row != m_rows.rend() && row->toS > endS() - 2 * windowS; ++row)
        if (*found < row->readings.size() && !std::isnan(row->readings[*found]))
            return row->readings[*found];
    return std::nullopt;
}

QList<int> LiveSeries::instances() const
{
    static constexpr auto prefix = "instance_requests."_L1;
    QList<int> numbers;
    for (auto it = m_metrics.keyBegin(); it != m_metrics.keyEnd(); ++it)
        if (it->startsWith(prefix))
            numbers.append(it->sliced(prefix.size()).toInt());
    std::ranges::sort(numbers);
    return numbers;
}

std::optional<double> LiveSeries::firstReading(const QString& metric) const
{
    const auto found = m_metrics.constFind(metric);
    if (found == m_metrics.constEnd())
        return std::nullopt;
    for (const auto& row : m_rows)
        if (*found < row.readings.size() && !std::isnan(row.readings[*found]))
            return row.readings[*found];
    return std::nullopt;
}

QList<HeatCell> LiveSeries::heat(const QString& operation) const
{
    QList<HeatCell> cells;
    for (const auto& row : m_rows)
        if (const auto found = row.operations.find(operation); found != row.operations.end())
            for (const auto& [bin, count] : found->second.bins)
                cells.append({ row.fromS, edgeOf(bin), edgeOf(bin + 1), asDouble(count) });
    return cells;
}

} // namespace ceteris::models
