// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/oracle.h"

namespace ceteris::load {

Oracle::Oracle(const LoadSpec& spec, const Site& site, const std::vector<int>& accounts)
    : m_scope { spec.oracle, runNumber(spec.oracle.run.toStdString()) }
{
    if (spec.timeline.loginS <= 0)
        return;
    m_witnesses.reserve(accounts.size());
    for (const int account : accounts) {
        const auto name = expanded(site.user, account, {});
        m_witnesses.emplace_back(m_scope, m_book, Persona { account, name, expanded(site.identity, account, name) });
    }
}

std::string_view Oracle::tokenFor(int user, plan::Operation operation)
{
    return isWatching() ? m_witnesses[std::size_t(user)].tokenFor(operation) : std::string_view();
}

Request Oracle::probe(int user)
{
    ++m_probes.planned;
    ++m_probes.sent;
    return { plan::Operation::Refresh, nullptr, true, &m_witnesses[std::size_t(user)].cookies() };
}

void Oracle::ended(int user, const Flight& flight, const Ending& ending, const Answer& answer)
{
    if (!isWatching())
        return;
    m_witnesses[std::size_t(user)].saw({ flight.operation, flight.isProbe, flight.sent, ending.done, ending.failure,
        answer.status, answer.body, answer.cookies });
    if (!flight.isProbe)
        return;
    if (!ending.failure) {
        ++m_probes.ok;
    } else {
        ++m_probes.failures[std::size_t(*ending.failure)];
        ++(*ending.failure == Failure::Timeout ? m_probes.timeouts : m_probes.failed);
    }
}

std::optional<TimePoint> Oracle::takeProbe(int user)
{
    return isWatching() ? m_witnesses[std::size_t(user)].takeProbe() : std::nullopt;
}

} // namespace ceteris::load
