// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/serverprobe.h"

#include "server/contract/names.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {

using Clock = std::chrono::steady_clock;

QString metricsUrl(const QString& url)
{
    auto parsed = QUrl(url);
    if (parsed.path().size() > 1)
        return url;
    parsed.setPath(QString::fromLatin1(contract::path::metrics.data(), qsizetype(contract::path::metrics.size())));
    return parsed.toString();
}

ServerProbe::ServerProbe(const std::vector<Instance>& instances, bool sharedSessions)
    : m_instances(instances)
    , m_sharedSessions(sharedSessions)
{
    for (auto& instance : m_instances)
        instance.url = metricsUrl(instance.url);
}

// What is left of the time is shared by those that are still to be asked: one that is silent silences no other.
ServerProbe::Answers ServerProbe::ask(std::chrono::milliseconds timeout)
{
    const auto end = Clock::now() + timeout;
    Answers answers;
    for (auto waiting = static_cast<int>(m_instances.size()); const auto& instance : m_instances) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()) / waiting--;
        const auto text = left.count() > 0 ? m_http.get(instance.url, left) : std::nullopt;
        ServerTotals totals;
        answers.push_back(text && addInstance(totals, *text) ? std::optional(totals) : std::nullopt);
    }
    return answers;
}

std::optional<ServerTotals> ServerProbe::sumOf(const Answers& answers) const
{
    ServerTotals sum;
    for (const auto& answer : answers) {
        if (!answer)
            return std::nullopt;
        addTotals(sum, *answer, m_sharedSessions);
    }
    return sum;
}

std::optional<ServerTotals> ServerProbe::totals(std::chrono::milliseconds timeout)
{
    return sumOf(ask(timeout));
}

void ServerProbe::addInstances(Sample& sample, const Moment& now) const
{
    for (std::size_t i = 0; i < m_instances.size(); ++i) {
        const auto& answer = now.answers[i];
        if (!answer)
            continue;
        const QString number = u'.' % QString::number(m_instances[i].number);
        if (answer->sessions && !m_sharedSessions)
            sample.readings.push_back({ u"instance_sessions"_s % number, *answer->sessions, u"1"_s });
        const auto* before = m_last && m_last->answers[i] ? &*m_last->answers[i] : nullptr;
        const auto more = before ? answer->allRequests() - before->allRequests() : -1;
        const auto seconds = m_last ? std::chrono::duration<double>(now.time - m_last->time).count() : 0;
        if (more >= 0 && seconds > 0) // one that has been restarted counts from 0
            sample.readings.push_back({ u"instance_requests"_s % number, more / seconds, u"per_s"_s });
    }
}

void ServerProbe::look(Sample& sample, std::chrono::milliseconds timeout)
{
    if (m_instances.empty())
        return;
    Moment now { {}, ask(timeout) };
    now.time = Clock::now();
    if (auto sum = sumOf(now.answers)) {
        addServerLevels(sample, *sum);
        if (m_before)
            addServerRates(sample, *m_before, *sum, std::chrono::duration<double>(now.time - m_beforeTime).count());
        m_before = std::move(sum);
        m_beforeTime = now.time;
    }
    if (m_instances.size() > 1)
        addInstances(sample, now);
    m_last = std::move(now);
}

} // namespace ceteris::monitor
