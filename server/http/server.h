// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/serverconfig.h"
#include "server/http/application.h"
#include "server/metrics/servermetrics.h"

#include <memory>

namespace ceteris::http {

struct ServerOptions
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0;
    int threads = 1;
    contract::LimitsConfig limits;
};

// `threads` event loops on one port (SO_REUSEPORT), each with its own QtHttpServer and its own Application.
class Server
{
public:
    // Returns when every thread listens. Failure: CannotListen, with address, port and reason.
    static contract::Result<std::unique_ptr<Server>> start(
        const ServerOptions& options, metrics::ServerMetrics& metrics, ApplicationFactory makeApplication);
    ~Server(); // stops accepting, lets requests in flight end (at most limits.drainMs), joins the threads

    quint16 port() const;

private:
    class Impl;
    explicit Server(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace ceteris::http
