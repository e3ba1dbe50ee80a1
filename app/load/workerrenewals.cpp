// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/worker.h"

#include <utility>

namespace ceteris::load {

// The user notices before it asks. It has been ready for the renewal as long as for the request.
void Worker::holdForRenewal(const Agenda::Item& item, TimePoint now)
{
    m_held[std::size_t(item.user)] = Held { item };
    m_recorder.planned(plan::Operation::Renew, item.ready);
    renew({ item.user, plan::Operation::Renew, item.ready, item.ready }, now);
}

// The server has noticed first: the request is still the same one, and will be sent again.
void Worker::holdRefused(int user, TimePoint now)
{
    const auto flight = *std::exchange(m_flights[std::size_t(user)], std::nullopt);
    --m_inFlight;
    m_held[std::size_t(user)] = Held { { user, flight.operation, flight.planned, flight.ready }, true };
    m_agenda.follow(user, plan::Operation::Renew, now);
}

// All tabs at once, with the token that they share; one that is still at it is not asked again.
void Worker::renew(const Agenda::Item& item, TimePoint now)
{
    const auto request = m_users[std::size_t(item.user)].request(item.operation);
    const Flight flight { item.operation, item.planned, item.ready, now };
    for (int tab = item.user; tab < int(m_flights.size()); tab += users()) {
        if (m_flights[std::size_t(tab)])
            continue;
        if (tab != item.user)
            m_recorder.planned(item.operation, item.planned);
        m_recorder.sent(flight);
        m_health.sent(flight, {}, 0);
        launch(tab, flight, request);
    }
}

// Whatever came of the renewal: what the server says to the request is the answer.
void Worker::resume(int user, TimePoint now)
{
    m_agenda.resume(m_held[std::size_t(user)]->item, now);
}

void Worker::cutHeld(int user, TimePoint now)
{
    const auto [item, wasSent] = *std::exchange(m_held[std::size_t(user)], std::nullopt);
    if (!wasSent)
        return m_recorder.unsent(item.operation, item.planned);
    const Flight flight { item.operation, item.planned, item.ready, now };
    m_recorder.censored(flight);
    m_health.ended(flight, now, false);
}

} // namespace ceteris::load
