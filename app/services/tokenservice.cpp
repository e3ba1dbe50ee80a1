// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/tokenservice.h"

#include "app/services/randomkey.h"

using namespace Qt::StringLiterals;

namespace ceteris::services {

Result<std::unique_ptr<TokenService>> TokenService::start(const BackendOptions& options)
{
    const auto& token = options.arm.token;
    if (token.refreshStore == plan::RefreshStore::Memory)
        return std::unique_ptr<TokenService>(new TokenService(token, nullptr));
    auto store = RedisService::start({ {}, options.cpus, options.folder, {}, options.through });
    if (!store)
        return tl::unexpected(store.error());
    return std::unique_ptr<TokenService>(new TokenService(token, std::move(*store)));
}

TokenService::TokenService(const plan::Token& token, std::unique_ptr<RedisService> store)
    : m_config { randomKey(), token.accessS, token.refreshS, token.graceS, store ? u"redis"_s : u"memory"_s }
    , m_store(std::move(store))
{
}

void TokenService::tell(contract::ServerConfig& config) const
{
    config.store.token = m_config;
    if (m_store)
        m_store->tell(config);
}

std::vector<Part> TokenService::parts() const
{
    return m_store ? m_store->parts() : std::vector<Part> {};
}

} // namespace ceteris::services
