// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/ticker.h"

#include "server/metrics/histogramcodec.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

constexpr std::uint64_t fewestForMedian = 20; // answers in a second

QString nameOf(plan::Operation operation)
{
    return QString::fromLatin1(plan::name(operation).data());
}

std::optional<double> quantile(const metrics::Histogram& histogram, double q)
{
    return histogram.isEmpty() ? std::nullopt : std::optional(static_cast<double>(histogram.quantileUs(q)));
}

bool idle(const load::OperationRecord& record)
{
    return record.counts.planned == 0 && record.counts.sent == 0 && record.completed == 0;
}

results::OperationTick tickOf(const load::OperationRecord& record)
{
    const auto& counts = record.counts;
    const auto encoded = [](const metrics::Histogram& h) { return h.isEmpty() ? QByteArray() : metrics::encode(h); };
    return { counts.planned, counts.sent, counts.ok, counts.failed, counts.timeouts, record.completed,
        quantile(record.response, 0.5), quantile(record.response, 0.95), quantile(record.response, 0.99),
        encoded(record.response), encoded(record.service) };
}

} // namespace

Ticker::Ticker(Journal& journal, load::Generator& generator, monitor::Monitor& monitor, int trial, QString arm,
    std::function<double()> trialS)
    : m_journal(journal)
    , m_generator(generator)
    , m_monitor(monitor)
    , m_trial(trial)
    , m_arm(std::move(arm))
    , m_trialS(std::move(trialS))
    , m_nextS(m_trialS() + 1)
{
}

void Ticker::update(const QString& phase, Observation& seen)
{
    if (m_trialS() < m_nextS)
        return;
    tick(phase, seen);
    m_nextS = std::max(m_nextS + 1, m_trialS()); // on the second, unless a whole one was missed
}

void Ticker::finish(const QString& phase, Observation& seen)
{
    tick(phase, seen);
}

void Ticker::tick(const QString& phase, Observation& seen)
{
    const auto interval = m_generator.takeInterval();
    const auto samples = m_monitor.take();
    const auto now = m_trialS();

    results::Tick event;
    event.trial = m_trial;
    event.trialS = now;
    event.phase = phase;
    event.lengthS = interval.endS - interval.beginS;
    event.signedIn = interval.signedIn;
    event.inFlight = interval.inFlight;
    for (const auto operation : plan::allOperations)
        if (const auto& record = interval.operations[plan::index(operation)]; !idle(record))
            event.operations.emplace(nameOf(operation), tickOf(record));
    for (const auto& sample : samples)
        for (const auto& reading : sample.readings)
            event.readings[reading.metric] = reading.value;
    m_journal.write(std::move(event));

    writeSeries(interval, now, samples);
    seen.samples.insert(seen.samples.end(), samples.begin(), samples.end());
    if (phase == u"measure") {
        const auto& refresh = interval.operations[plan::index(plan::Operation::Refresh)];
        const auto isEnough = refresh.counts.ok >= fewestForMedian;
        seen.refreshP50s.push_back(isEnough ? quantile(refresh.response, 0.5) : std::nullopt);
    }
}

void Ticker::writeSeries(const load::Interval& interval, double tS, const std::vector<monitor::Sample>& samples)
{
    std::vector<results::SeriesRow> rows;
    const auto add = [&](double t, const QString& metric, double value, const QString& unit) {
        rows.push_back({ m_trial, m_arm, t, metric, value, unit });
    };
    const auto lengthS = interval.endS - interval.beginS;
    for (const auto operation : plan::allOperations) {
        const auto& record = interval.operations[plan::index(operation)];
        if (idle(record) || lengthS <= 0)
            continue;
        const auto suffix = QString(u'.' % nameOf(operation));
        const auto perS = [lengthS](std::uint64_t count) { return static_cast<double>(count) / lengthS; };
        add(tS, u"planned_per_s"_s % suffix, perS(record.counts.planned), u"per_s"_s);
        add(tS, u"requests_per_s"_s % suffix, perS(record.completed), u"per_s"_s);
        add(tS, u"failures_per_s"_s % suffix, perS(record.counts.failed + record.counts.timeouts), u"per_s"_s);
        for (const auto& [metric, q] : { std::pair(u"response_p50"_s, 0.5), std::pair(u"response_p95"_s, 0.95),
                 std::pair(u"response_p99"_s, 0.99) })
            if (const auto value = quantile(record.response, q))
                add(tS, metric % suffix, *value, u"us"_s);
    }
    add(tS, u"users_signed_in"_s, interval.signedIn, u"1"_s);
    add(tS, u"in_flight"_s, interval.inFlight, u"1"_s);
    for (const auto& sample : samples)
        for (const auto& reading : sample.readings)
            add(sample.tS, reading.metric, reading.value, reading.unit);
    m_journal.series(rows);
}

} // namespace ceteris::run
