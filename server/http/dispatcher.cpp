// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/dispatcher.h"

#include "server/http/connection.h"
#include "server/http/threadservices.h"

#include <QHttpServerRequest>

namespace ceteris::http {

namespace {
Method methodOf(const QHttpServerRequest& request)
{
    switch (request.method()) {
    case QHttpServerRequest::Method::Get:
        return Method::Get;
    case QHttpServerRequest::Method::Head:
        return Method::Head;
    case QHttpServerRequest::Method::Post:
        return Method::Post;
    case QHttpServerRequest::Method::Put:
        return Method::Put;
    case QHttpServerRequest::Method::Delete:
        return Method::Delete;
    case QHttpServerRequest::Method::Options:
        return Method::Options;
    case QHttpServerRequest::Method::Patch:
        return Method::Patch;
    default:
        return Method::Other;
    }
}

// The framer has made the names lower case already, so this is a shared copy.
Headers headersOf(const QHttpServerRequest& request)
{
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    return request.headers();
#else
    return request.headers().toListOfPairs();
#endif
}
}

Dispatcher::Dispatcher(ThreadServices& services, Application& application)
    : m_services(services)
    , m_application(application)
{
}

bool Dispatcher::handleRequest(const QHttpServerRequest& request, Answerer)
{
    Connection& connection = *m_services.delivering;
    const RequestHead& head = connection.head();
    Target target = splitTarget(connection.target());
    Request copy { methodOf(request), std::move(target.path), std::move(target.query), headersOf(request),
        request.body() };
    // Two parsers that read one request differently are how requests are smuggled.
    if (copy.headers.size() != head.fields || copy.body.size() != head.contentLength)
        connection.disconnectFromHost();
    else
        m_application.handle(connection.makeExchange(std::move(copy)));
    return true;
}

} // namespace ceteris::http
