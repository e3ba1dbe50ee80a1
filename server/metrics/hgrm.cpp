// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/histogramcodec.h"

#include <QString>

#include <cmath>

namespace ceteris::metrics {
namespace {

constexpr double usPerMs = 1000;
constexpr int ticksPerHalfDistance = 5;

// Not printf: its decimal point follows the user's locale.
QByteArray fixed(double value, int decimals, int width)
{
    return QByteArray::number(value, 'f', decimals).rightJustified(width);
}

QByteArray whole(std::uint64_t value, int width)
{
    return QByteArray::number(static_cast<quint64>(value)).rightJustified(width);
}

// The percentile levels of the text: five equal steps to 50 %, five to 75 %, five to 87.5 % …
double levelAfter(double percent)
{
    const auto halvings = static_cast<int>(std::log2(100 / (100 - percent))) + 1;
    return percent + 100 / (ticksPerHalfDistance * std::exp2(halvings));
}

QByteArray rowsOf(const Histogram& histogram)
{
    QByteArray rows;
    double level = 0;
    std::uint64_t seen = 0;
    histogram.forEach([&](const Histogram::Bucket& bucket) {
        seen += bucket.count;
        const bool last = seen == histogram.count();
        const auto reached = 100 * static_cast<double>(seen) / static_cast<double>(histogram.count());
        const auto value = fixed(static_cast<double>(std::min(bucket.highUs, histogram.maxUs())) / usPerMs, 3, 12);
        // The last bucket answers only one level more, then stands for 100 %.
        for (bool more = true; more && reached >= level; more = !last) {
            rows += value + ' ' + fixed(level / 100, 12, 2) + ' ' + whole(seen, 10) + ' '
                + fixed(1 / (1 - level / 100), 2, 14) + '\n';
            level = levelAfter(level);
        }
        if (last)
            rows += value + ' ' + fixed(1, 12, 2) + ' ' + whole(seen, 10) + '\n';
    });
    return rows;
}

} // namespace

QByteArray toHgrm(const Histogram& histogram)
{
    constexpr auto powers = Histogram::bucketCount() / (Histogram::subBucketCount / 2) - 1;
    return "       Value     Percentile TotalCount 1/(1-Percentile)\n\n" + rowsOf(histogram)
        + "#[Mean    = " + fixed(histogram.meanUs() / usPerMs, 3, 12)
        + ", StdDeviation   = " + fixed(histogram.standardDeviationUs() / usPerMs, 3, 12)
        + "]\n#[Max     = " + fixed(static_cast<double>(histogram.maxUs()) / usPerMs, 3, 12)
        + ", Total count    = " + whole(histogram.count(), 12) + "]\n#[Buckets = " + whole(powers, 12)
        + ", SubBuckets     = " + whole(Histogram::subBucketCount, 12) + "]\n";
}

} // namespace ceteris::metrics
