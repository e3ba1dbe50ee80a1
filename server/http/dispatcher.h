// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/application.h"

#include <QAbstractHttpServer>

class QTcpSocket;

namespace ceteris::http {

struct ThreadServices;

// The seam to Qt HTTP Server: takes the request it has parsed, hands an Exchange to the application.
class Dispatcher final : public QAbstractHttpServer
{
public:
    Dispatcher(ThreadServices& services, Application& application);

protected:
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    using Answerer = QTcpSocket*;
#else
    using Answerer = QHttpServerResponder&;
#endif
    bool handleRequest(const QHttpServerRequest& request, Answerer) override;
    void missingHandler(const QHttpServerRequest&, Answerer) override { }

private:
    ThreadServices& m_services;
    Application& m_application;
};

} // namespace ceteris::http
