// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/locust.h"

#include "app/results/column.h"

#include <QDateTime>

#include <cmath>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace ceteris::results::locust {
namespace {

// One second of one operation; percentiles of this second alone.
struct Second
{
    double requestsPerS = 0;
    double failuresPerS = 0;
    std::map<QString, double> percentilesUs; // by column
};

struct Tick
{
    double lengthS = 1;
    double users = 0;
    std::map<QString, Second> operations;
};

// Since the first tick of the cell, as Locust counts them.
struct Total
{
    double requests = 0;
    double failures = 0;
};

using Ticks = std::map<std::pair<int, double>, Tick>; // by trial and time in it

void put(Tick& tick, const SeriesRow& row)
{
    static const std::map<QString, QString> percentiles { { u"response_p50"_s, u"50%"_s },
        { u"response_p95"_s, u"95%"_s }, { u"response_p99"_s, u"99%"_s } };
    if (row.metric == u"users_signed_in")
        tick.users = row.value;
    const auto metric = row.metric.section(u'.', 0, 0);
    const auto operation = row.metric.section(u'.', 1);
    if (operation.isEmpty())
        return;
    if (metric == u"requests_per_s")
        tick.operations[operation].requestsPerS = row.value;
    else if (metric == u"failures_per_s")
        tick.operations[operation].failuresPerS = row.value;
    else if (const auto column = percentiles.find(metric); column != percentiles.end())
        tick.operations[operation].percentilesUs[column->second] = row.value;
}

Ticks ticksOf(const Cell& cell, const std::vector<SeriesRow>& series)
{
    std::set<int> trials;
    for (const auto& row : cell.rows)
        trials.insert(row.trial);
    Ticks ticks;
    for (const auto& row : series) {
        if (trials.contains(row.trial))
            put(ticks[{ row.trial, row.tS }], row);
    }
    std::pair<int, double> previous {};
    for (auto& [key, tick] : ticks) {
        if (key.first == previous.first)
            tick.lengthS = key.second - previous.second;
        previous = key;
    }
    return ticks;
}

// Percentiles of several operations do not add up; those of one alone are those of all.
Second sumOf(const std::map<QString, Second>& operations)
{
    Second sum;
    int active = 0;
    for (const auto& [operation, second] : operations) {
        sum.requestsPerS += second.requestsPerS;
        sum.failuresPerS += second.failuresPerS;
        if (second.requestsPerS > 0 || second.failuresPerS > 0) {
            ++active;
            sum.percentilesUs = second.percentilesUs;
        }
    }
    if (active != 1)
        sum.percentilesUs.clear();
    return sum;
}

QByteArray row(qint64 timestamp, double users, const QString& method, const QString& name, const Second& second,
    const Total& total)
{
    QStringList cells { QString::number(timestamp), toCell(std::round(users)), method, toCell(name),
        toCell(second.requestsPerS), toCell(second.failuresPerS) };
    for (const auto* percentage : percentages) {
        const auto found = second.percentilesUs.find(QString::fromLatin1(percentage));
        cells += found == second.percentilesUs.end() ? notAvailable : milliseconds(found->second);
    }
    cells += { toCell(std::round(total.requests)), toCell(std::round(total.failures)), notAvailable, notAvailable,
        notAvailable, notAvailable, notAvailable };
    return csvRow(cells);
}

QByteArray header()
{
    QStringList names { u"Timestamp"_s, u"User Count"_s, u"Type"_s, u"Name"_s, u"Requests/s"_s, u"Failures/s"_s };
    for (const auto* percentage : percentages)
        names += QString::fromLatin1(percentage);
    names += { u"Total Request Count"_s, u"Total Failure Count"_s, u"Total Median Response Time"_s,
        u"Total Average Response Time"_s, u"Total Min Response Time"_s, u"Total Max Response Time"_s,
        u"Total Average Content Size"_s };
    return csvRow(names);
}

std::map<int, double> startsOf(const Cell& cell) // unix time by trial
{
    std::map<int, double> starts;
    for (const auto& trial : cell.rows) {
        const auto start = QDateTime::fromString(trial.startedUtc, Qt::ISODateWithMs);
        starts[trial.trial] = static_cast<double>(start.toMSecsSinceEpoch()) / 1000;
    }
    return starts;
}

} // namespace

QByteArray history(const Cell& cell, const std::vector<SeriesRow>& series)
{
    auto text = header();
    const auto starts = startsOf(cell);
    std::map<QString, Total> totals;
    for (const auto& [key, tick] : ticksOf(cell, series)) {
        const auto timestamp = static_cast<qint64>(starts.at(key.first) + key.second);
        const auto line = [&](const QString& method, const QString& name, const Second& second) {
            auto& total = totals[name];
            total.requests += second.requestsPerS * tick.lengthS;
            total.failures += second.failuresPerS * tick.lengthS;
            text += row(timestamp, tick.users, method, name, second, total);
        };
        for (const auto& [operation, second] : tick.operations)
            line(methodOf(operation), operation, second);
        line({}, aggregated, sumOf(tick.operations));
    }
    return text;
}

} // namespace ceteris::results::locust
