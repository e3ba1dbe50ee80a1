// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/auth/authfixture.h"

using namespace Qt::StringLiterals;

namespace ceteris::authtest {

AuthFixture::AuthFixture(const QString& store)
{
    config.store.kind = store;
    config.accounts = { m_cache.path(), 5, u"bcrypt"_s, 4 };
}

AuthFixture::~AuthFixture() = default;

bool AuthFixture::start()
{
    if (config.store.kind == u"redis") {
        m_redis = std::make_unique<testsupport::RedisFixture>(redisOptions);
        if (!m_redis->start())
            return false;
        config.store.redis = m_redis->address();
    }
    const auto database = users::prepareUsers(config.accounts, [](int, int) {});
    const auto makeStore = sessions::storeFactory(config);
    if (!database || !makeStore)
        return false;
    m_users = std::move(*users::UserRepository::open(*database));
    m_pool = std::make_unique<auth::WorkPool>(poolThreads, config.hashQueue);
    const auto now = [this] { return QDateTime::currentMSecsSinceEpoch() + m_ahead; };
    auto server = http::Server::start({ config.host, config.port, config.threads, config.limits }, m_metrics,
        auth::applicationFactory({ config, *makeStore, *m_users, *m_pool, m_metrics, now }));
    if (!server)
        return false;
    m_server = std::move(*server);
    return true;
}

qint64 AuthFixture::sessions() const
{
    for (const auto& line : browser().get("/metrics").body.split('\n')) {
        if (line.startsWith("ceteris_sessions "))
            return line.split(' ').at(1).toLongLong();
    }
    return -1;
}

} // namespace ceteris::authtest
