// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/locust.h"

#include "app/results/column.h"

#include <map>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ceteris::results::locust {
namespace {

// One line of the statistics, summed over trials.
struct Entry
{
    std::uint64_t requests = 0;
    std::uint64_t failures = 0;
    double completed = 0; // in the windows
    double windowS = 0;
    metrics::Histogram response;

    void add(const TrialRow& row)
    {
        requests += row.ok + row.failed + row.timeouts;
        failures += row.failed + row.timeouts;
        completed += row.requestsPerS * row.windowS;
        windowS += row.windowS;
    }
};

QStringList statsRow(const QString& method, const QString& name, const Entry& entry)
{
    const auto& times = entry.response;
    const auto time = [&](double us) { return times.isEmpty() ? notAvailable : milliseconds(us); };
    const auto perSecond = [&](double count) { return toCell(entry.windowS > 0 ? count / entry.windowS : 0.0); };
    QStringList cells { method, toCell(name), toCell(entry.requests), toCell(entry.failures),
        time(double(times.quantileUs(0.5))), time(times.meanUs()), time(double(times.minUs())),
        time(double(times.maxUs())), notAvailable, perSecond(entry.completed), perSecond(double(entry.failures)) };
    for (const auto q : quantiles)
        cells += time(double(times.quantileUs(q)));
    return cells;
}

// Operations of one phase share its window; the time of all is that of the phases.
double windowsS(const Cell& cell)
{
    static const std::map<QString, QString> sharers { { u"login_page"_s, u"login"_s }, { u"image"_s, u"login"_s },
        { u"write"_s, u"refresh"_s }, { u"visit"_s, u"refresh"_s }, { u"renew"_s, u"refresh"_s } };
    std::map<std::pair<int, QString>, double> windows; // by trial and phase
    for (const auto& row : cell.rows) {
        const auto sharer = sharers.find(row.operation);
        windows[{ row.trial, sharer == sharers.end() ? row.operation : sharer->second }] = row.windowS;
    }
    return std::accumulate(
        windows.begin(), windows.end(), 0.0, [](double sum, const auto& window) { return sum + window.second; });
}

struct FailureClass
{
    QString name;
    std::uint64_t TrialRow::*count;
};

const std::vector<FailureClass>& failureClasses()
{
    static const std::vector<FailureClass> classes {
        { u"local resource"_s, &TrialRow::localResource },
        { u"connect"_s, &TrialRow::connect },
        { u"timeout"_s, &TrialRow::timeouts },
        { u"unexpected status"_s, &TrialRow::badStatus },
        { u"wrong content"_s, &TrialRow::assertion },
        { u"session lost"_s, &TrialRow::sessionLost },
    };
    return classes;
}

} // namespace

QString methodOf(const QString& operation)
{
    return operation == u"login_page" || operation == u"refresh" ? u"GET"_s : u"POST"_s;
}

QString milliseconds(double us)
{
    return toCell(us / 1000);
}

QByteArray stats(const Cell& cell)
{
    QStringList header { u"Type"_s, u"Name"_s, u"Request Count"_s, u"Failure Count"_s, u"Median Response Time"_s,
        u"Average Response Time"_s, u"Min Response Time"_s, u"Max Response Time"_s, u"Average Content Size"_s,
        u"Requests/s"_s, u"Failures/s"_s };
    for (const auto* percentage : percentages)
        header += QString::fromLatin1(percentage);
    auto text = csvRow(header);
    Entry all;
    for (const auto& histograms : cell.histograms) {
        Entry entry;
        entry.response = histograms.response;
        all.response.add(histograms.response);
        for (const auto& row : cell.rows) {
            if (row.operation != histograms.operation)
                continue;
            entry.add(row);
            all.add(row);
        }
        text += csvRow(statsRow(methodOf(histograms.operation), histograms.operation, entry));
    }
    all.windowS = windowsS(cell);
    return text + csvRow(statsRow({}, aggregated, all));
}

QByteArray failures(const Cell& cell)
{
    auto text = csvRow({ u"Method"_s, u"Name"_s, u"Error"_s, u"Occurrences"_s, u"First Seen"_s, u"Last Seen"_s });
    for (const auto& histograms : cell.histograms) {
        for (const auto& [name, count] : failureClasses()) {
            std::uint64_t occurrences = 0;
            QString first, last;
            for (const auto& row : cell.rows) {
                if (row.operation != histograms.operation || row.*count == 0)
                    continue;
                occurrences += row.*count;
                first = first.isEmpty() ? row.startedUtc : first;
                last = row.startedUtc;
            }
            if (occurrences > 0)
                text += csvRow(
                    { methodOf(histograms.operation), histograms.operation, name, toCell(occurrences), first, last });
        }
    }
    return text;
}

} // namespace ceteris::results::locust
