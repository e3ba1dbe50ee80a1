// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/json.h"
#include "server/auth/responses.h"
#include "server/auth/routes.h"

namespace ceteris::auth {
namespace {

using sessions::Status;

void replyMetrics(const Context& context, const http::ExchangePtr& exchange, std::optional<qint64> sessions)
{
    std::vector<metrics::Gauge> gauges {
        { contract::metric::hashQueue, static_cast<double>(context.services.pool.waiting()) },
    };
    if (sessions)
        gauges.push_back({ contract::metric::sessions, static_cast<double>(*sessions) });
    if (const auto bytes = context.store->bytes())
        gauges.push_back({ contract::metric::sessionBytes, static_cast<double>(*bytes) });
    for (const auto& [name, count] : context.store->figures())
        gauges.push_back({ name, count, true });
    if (const auto refused = context.store->refusedAttributes())
        gauges.push_back({ contract::metric::refusedAttributes, static_cast<double>(*refused), true });
    exchange->reply(file(QByteArrayLiteral("application/openmetrics-text; version=1.0.0; charset=utf-8"),
        context.services.metrics.openMetrics(gauges)));
}

} // namespace

void metricsText(Context& context, const http::ExchangePtr& exchange)
{
    if (!context.store->capabilities().countsSessions)
        return replyMetrics(context, exchange, std::nullopt);
    context.store->countOwn([&context, exchange](Status status, qint64 sessions) {
        replyMetrics(context, exchange, status == Status::Ok ? std::optional(sessions) : std::nullopt);
    });
}

void health(Context& context, const http::ExchangePtr& exchange)
{
    // Any id does: a store that says "not found" is there.
    context.store->find(
        sessions::newSessionId(), context.services.nowMs(), [exchange](Status status, const sessions::Session&) {
            const bool up = status != Status::Unavailable;
            exchange->reply(jsonReply(
                up ? 200 : 503, json({ { "status", up ? "ok" : "degraded" }, { "store", up ? "ok" : "down" } })));
        });
}

void styleSheet(Context& context, const http::ExchangePtr& exchange)
{
    auto response = file(QByteArrayLiteral("text/css; charset=utf-8"), context.pages.styleSheet());
    response.headers.first().second = QByteArrayLiteral("public, max-age=300"); // nothing in it is anybody's
    exchange->reply(std::move(response));
}

} // namespace ceteris::auth
