// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/histogramfiles.h"

#include "app/results/files.h"
#include "app/results/layout.h"
#include "server/metrics/histogramcodec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr double usPerMs = 1000;
const auto serviceSuffix = u"-service"_s;

QByteArray seconds(double value)
{
    return QByteArray::number(value, 'f', 3);
}

QByteArray logHeader(const QDateTime& start)
{
    return "#[Histogram log format version 1.3]\n#[Values in microseconds, Interval_Max in milliseconds]\n#[StartTime: "
        + seconds(static_cast<double>(start.toMSecsSinceEpoch()) / 1000) + " (seconds since epoch), "
        + start.toUTC().toString(Qt::ISODate).toLatin1()
        + "]\n\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\",\"Interval_Compressed_Histogram\"\n";
}

QByteArray logRow(const QString& tag, const QDateTime& start, double windowS, const metrics::Histogram& histogram)
{
    return "Tag=" + tag.toUtf8() + ',' + seconds(static_cast<double>(start.toMSecsSinceEpoch()) / 1000) + ','
        + seconds(windowS) + ',' + seconds(static_cast<double>(histogram.maxUs()) / usPerMs) + ','
        + metrics::encode(histogram) + '\n';
}

// Puts a row of the log where it belongs; false: no such row.
bool readRow(const QByteArray& line, std::vector<TrialHistograms>& all)
{
    const auto cells = line.split(',');
    if (cells.size() != 5 || !cells[0].startsWith("Tag="))
        return false;
    auto histogram = metrics::decode(cells[4]);
    if (!histogram)
        return false;
    auto operation = QString::fromUtf8(cells[0].sliced(4));
    const bool service = operation.endsWith(serviceSuffix);
    if (service)
        operation.chop(serviceSuffix.size());
    auto entry = std::find_if(all.begin(), all.end(), [&](const auto& known) { return known.operation == operation; });
    if (entry == all.end())
        entry = all.insert(all.end(), { operation, {}, {} });
    (service ? entry->service : entry->response) = *std::move(histogram);
    return true;
}

} // namespace

Result<void> HistogramFile::write(
    const QDateTime& start, double windowS, const std::vector<TrialHistograms>& histograms) const
{
    auto log = logHeader(start);
    for (const auto& [operation, response, service] : histograms) {
        const auto tag = fileSafe(operation);
        log += logRow(tag, start, windowS, response) + logRow(tag + serviceSuffix, start, windowS, service);
        const QString path = folder + u'/' + stem + u'-' + tag;
        const auto written = replaceFile(path + u".hgrm", metrics::toHgrm(response)).and_then([&] {
            return replaceFile(path + serviceSuffix + u".hgrm", metrics::toHgrm(service));
        });
        if (!written)
            return written;
    }
    return replaceFile(folder + u'/' + stem + u".hlog", log).and_then([&] { return syncFolder(folder); });
}

Result<std::vector<TrialHistograms>> HistogramFile::read() const
{
    const QString path = folder + u'/' + stem + u".hlog";
    const auto bytes = readWhole(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    std::vector<TrialHistograms> all;
    const auto lines = bytes->split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].isEmpty() || lines[i].startsWith('#') || lines[i].startsWith('"'))
            continue;
        if (!readRow(lines[i], all))
            return fail(ErrorCode::CannotReadFile, { path, u"line %1 is no histogram"_s.arg(i + 1) });
    }
    return all;
}

} // namespace ceteris::results
