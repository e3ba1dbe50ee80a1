// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/services.h"
#include "server/http/server.h"
#include "tests/integration/auth/browser.h"
#include "tests/support/redisfixture.h"

#include <QTemporaryDir>

#include <atomic>

namespace ceteris::authtest {

// The auth app in this process, with user1 … user5, on memory or on a Redis of its own.
class AuthFixture
{
public:
    explicit AuthFixture(const QString& store = QStringLiteral("memory"));
    ~AuthFixture();

    contract::ServerConfig config; // may be changed before start()
    int poolThreads = 2;
    testsupport::RedisFixture::Options redisOptions {};

    bool start();
    quint16 port() const { return m_server->port(); }
    Browser browser() const { return Browser(port()); }
    testsupport::RedisFixture& redis() { return *m_redis; }
    auth::WorkPool& pool() { return *m_pool; }

    // The app's clock runs this much ahead.
    void passSeconds(int seconds) { m_ahead += seconds * qint64 { 1000 }; }

    // How many sessions the store holds, as /metrics says it; -1 if it does not.
    qint64 sessions() const;

private:
    QTemporaryDir m_cache;
    std::unique_ptr<testsupport::RedisFixture> m_redis;
    std::atomic<qint64> m_ahead = 0;
    metrics::ServerMetrics m_metrics;
    std::unique_ptr<users::UserRepository> m_users;
    std::unique_ptr<auth::WorkPool> m_pool;
    std::unique_ptr<http::Server> m_server;
};

} // namespace ceteris::authtest
