// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/exchange.h"

#include "server/http/connection.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace ceteris::http {

Exchange::Exchange(Connection* connection, Request request, metrics::StageClock clock)
    : m_connection(connection)
    , m_metrics(connection ? connection->metrics() : nullptr)
    , m_request(std::move(request))
    , m_clock(clock)
{
}

Exchange::~Exchange()
{
    if (!m_replied)
        reply({ 500, "text/plain; charset=utf-8"_ba, "The request was given up.\n"_ba, {} });
}

bool Exchange::clientIsThere() const
{
    return m_connection && m_connection->awaitsReply();
}

void Exchange::reply(Response response)
{
    Q_ASSERT_X(!m_replied, "Exchange::reply", "a request is answered once");
    Q_ASSERT(!m_connection || m_connection->thread() == QThread::currentThread());
    if (std::exchange(m_replied, true))
        return;
    m_clock.enter(contract::Stage::Write);
    if (clientIsThere()) {
        m_connection->reply(response, { m_route, response.status, m_clock });
    } else if (m_metrics) {
        m_clock.end();
        m_metrics->record(m_route, clientLeftStatus, m_clock);
    }
}

} // namespace ceteris::http
