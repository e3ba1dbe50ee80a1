// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/tally.h"

#include "server/metrics/histogramcodec.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr std::int64_t perSecond = 1'000'000;
constexpr std::int64_t openSeconds = 30; // requests come out of order by less
constexpr std::uint64_t mostOpenRequests = 4'000'000; // 32 MB

std::int64_t secondOf(std::int64_t us)
{
    return us >= 0 ? us / perSecond : (us - perSecond + 1) / perSecond;
}

} // namespace

Tally::Tally(RunFolder& folder)
    : m_folder(folder)
    , m_parts { { allRequests, 0, 0, {} } }
{
    m_names.add(allRequests);
}

std::optional<std::size_t> Tally::partOf(const QString& name)
{
    const auto known = m_partOfName.constFind(name);
    if (known != m_partOfName.cend())
        return *known;
    if (m_partOfName.size() >= static_cast<qsizetype>(mostNames))
        return std::nullopt;
    m_partOfName.insert(name, m_parts.size());
    m_parts.push_back({ m_names.add(name), 0, 0, {} });
    return m_parts.size() - 1;
}

void Tally::count(std::size_t index, const ForeignRequest& request, Second* second)
{
    const bool failed = request.failed.value_or(false);
    auto& part = m_parts[index];
    ++part.requests;
    part.failed += failed ? 1 : 0;
    if (!failed)
        part.ok.record(request.tookUs);
    if (!second)
        return;
    auto& moments = (*second)[index];
    ++moments.requests;
    moments.failed += failed ? 1 : 0;
    if (!failed)
        moments.okUs.push_back(request.tookUs);
}

Result<void> Tally::add(const ForeignRequest& request)
{
    const auto at = secondOf(request.endUs);
    auto* const second = at >= m_closedTo ? &m_open[at] : nullptr;
    m_late += second ? 0 : 1;
    m_openRequests += second ? 1 : 0;
    m_failuresKnown = m_failuresKnown && request.failed.has_value();
    if (m_closedTo == std::numeric_limits<std::int64_t>::min())
        m_startUs = std::min(m_startUs, request.endUs - request.tookUs);
    m_endUs = std::max(m_endUs, request.endUs);

    count(0, request, second);
    const auto part = request.name.isEmpty() ? std::nullopt : partOf(request.name);
    if (part)
        count(*part, request, second);
    else
        ++m_otherNames;
    if (request.failed.value_or(false)) {
        const std::pair key(part.value_or(0), request.error);
        if (m_errors.size() < mostFailures || m_errors.contains(key))
            ++m_errors[key];
    }
    const auto newest = m_open.empty() ? at : m_open.rbegin()->first;
    const bool isFull = m_openRequests > mostOpenRequests;
    return closeBefore(!isFull ? newest - openSeconds : m_openRequests > 2 * mostOpenRequests ? newest + 1 : newest);
}

Result<void> Tally::finish()
{
    return closeBefore(std::numeric_limits<std::int64_t>::max());
}

Result<void> Tally::closeBefore(std::int64_t second)
{
    while (!m_open.empty() && m_open.begin()->first < second) {
        const auto [at, moments] = std::move(*m_open.begin());
        m_open.erase(m_open.begin());
        m_closedTo = at + 1;
        m_openRequests -= std::min(m_openRequests, moments.at(0).requests);
        if (const auto closed = close(at, moments); !closed)
            return closed;
    }
    return {};
}

Result<void> Tally::close(std::int64_t second, const Second& all)
{
    Tick tick;
    tick.trial = 1;
    tick.trialS = static_cast<double>(second + 1 - secondOf(m_startUs));
    tick.phase = u"measure"_s;
    for (const auto& [part, moments] : all) {
        const auto& name = m_parts[part].operation;
        m_scratch.clear();
        for (const auto us : moments.okUs)
            m_scratch.record(us);
        auto& it = tick.operations[name];
        it.planned = it.sent = it.completed = moments.requests;
        it.ok = moments.okUs.size();
        it.failed = moments.failed;
        const auto row = [&](const QString& metric, double value, const QString& unit) {
            return m_folder.series(tick.trialS, metric + u'.' + name, value, unit);
        };
        auto written = row(u"requests_per_s"_s, static_cast<double>(moments.requests), u"per_s"_s);
        if (m_failuresKnown && written)
            written = row(u"failures_per_s"_s, static_cast<double>(moments.failed), u"per_s"_s);
        if (!written)
            return written;
        if (m_scratch.isEmpty())
            continue;
        it.response = it.service = metrics::encode(m_scratch);
        for (const auto& [metric, q, value] : { std::tuple(u"response_p50"_s, 0.5, &it.p50Us),
                 std::tuple(u"response_p95"_s, 0.95, &it.p95Us), std::tuple(u"response_p99"_s, 0.99, &it.p99Us) }) {
            *value = static_cast<double>(m_scratch.quantileUs(q));
            if (const auto percentile = row(metric, **value, u"us"_s); !percentile)
                return percentile;
        }
    }
    return m_folder.tick(tick);
}

void Tally::describe(ImportedRun& run) const
{
    const double durationS = static_cast<double>(m_endUs - m_startUs) / perSecond;
    run.started = QDateTime::fromMSecsSinceEpoch(m_startUs / 1000, Qt::UTC);
    run.durationS = durationS;
    run.moment = Moment::Second;
    run.lateRequests = m_late;
    run.otherNames = m_otherNames;
    for (const auto& part : m_parts) {
        ImportedOperation it { part.operation, part.requests, std::nullopt, std::nullopt, {} };
        if (m_failuresKnown)
            it.failed = part.failed;
        if (durationS >= 1) // a rate over less says little
            it.requestsPerS = static_cast<double>(part.requests) / durationS;
        if (!part.ok.isEmpty()) {
            const auto at = [&part](double q) { return static_cast<double>(part.ok.quantileUs(q)); };
            it.response
                = { at(0.5), at(0.95), at(0.99), at(0.999), static_cast<double>(part.ok.maxUs()), part.ok.meanUs() };
        }
        run.operations.push_back(it);
    }
    for (const auto& [where, times] : m_errors)
        run.failures.push_back({ m_parts[where.first].operation, where.second, times });
    std::ranges::stable_sort(run.failures, std::ranges::greater {}, &ImportedFailure::count);
}

std::vector<TrialHistograms> Tally::histograms() const
{
    std::vector<TrialHistograms> all;
    for (const auto& part : m_parts)
        if (!part.ok.isEmpty())
            all.push_back({ part.operation, part.ok, part.ok });
    return all;
}

} // namespace ceteris::results
