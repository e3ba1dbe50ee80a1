// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/redisservice.h"

namespace ceteris::services {

// What instances that sign tokens must share: the secret, new in each trial, and the private Redis of their refresh
// tokens if the arm wants one. Part: "store", if there is that.
class TokenService : public Backend
{
public:
    static Result<std::unique_ptr<TokenService>> start(const BackendOptions& options);

    void tell(contract::ServerConfig& config) const override;
    std::vector<Part> parts() const override;
    Result<void> restart(const QString& part) override { return m_store->restart(part); }
    QString lastLines(const QString&) const override { return m_store->lastLines(); }

private:
    TokenService(const plan::Token& token, std::unique_ptr<RedisService> store);

    contract::TokenConfig m_config;
    const std::unique_ptr<RedisService> m_store; // none: refresh tokens in memory
};

} // namespace ceteris::services
