// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/exports/jtl.h"

#include "app/results/column.h"
#include "server/metrics/histogramcodec.h"

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace ceteris::results::jtl {
namespace {

struct Sample
{
    qint64 beginMs = 0;
    qint64 elapsedMs = 0;
    QString failure; // empty: it went well
};

// Where in the second the i-th sample ended is not known. Steps of the golden ratio spread quick and slow ones alike
// over it, and always in the same way.
class Spread
{
public:
    explicit Spread(const Second& second)
        : m_second(second)
    {
    }

    Sample next(double elapsedUs, const QString& failure)
    {
        m_place = std::fmod(m_place + 0.6180339887498949, 1.0);
        const auto endMs = static_cast<double>(m_second.endMs) - (1 - m_place) * m_second.lengthS * 1000;
        return { std::llround(endMs - elapsedUs / 1000), std::llround(elapsedUs / 1000), failure };
    }

private:
    const Second& m_second;
    double m_place = 0;
};

QByteArray line(const Sample& sample, const Second& second)
{
    const bool went = sample.failure.isEmpty();
    const auto users = QString::number(second.users);
    return csvRow({ QString::number(sample.beginMs), QString::number(sample.elapsedMs), toCell(second.operation),
        went ? u"200"_s : QString(u"Non HTTP response code: "_s % sample.failure), went ? u"OK"_s : sample.failure,
        toCell(QString(second.arm % u" 1-1"_s)), u"text"_s, went ? u"true"_s : u"false"_s, sample.failure, u"0"_s,
        u"0"_s, users, users, {}, u"0"_s, u"0"_s, u"0"_s });
}

} // namespace

QByteArray header()
{
    return "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,"
           "sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\r\n";
}

QByteArray samples(const Second& second, const OperationTick& tick)
{
    std::vector<Sample> all;
    Spread spread(second);
    if (const auto histogram = metrics::decode(tick.response))
        histogram->forEach([&](const metrics::Histogram::Bucket& bucket) {
            const auto middleUs = static_cast<double>(bucket.lowUs + bucket.highUs) / 2;
            for (std::uint64_t i = 0; i < bucket.count; ++i)
                all.push_back(spread.next(middleUs, {}));
        });
    for (std::uint64_t i = 0; i < tick.timeouts; ++i)
        all.push_back(spread.next(second.timeoutS * 1e6, u"timeout"_s));
    for (std::uint64_t i = 0; i < tick.failed; ++i)
        all.push_back(spread.next(0, u"failed"_s));
    std::ranges::stable_sort(all, {}, &Sample::beginMs);
    QByteArray lines;
    for (const auto& sample : all)
        lines += line(sample, second);
    return lines;
}

} // namespace ceteris::results::jtl
