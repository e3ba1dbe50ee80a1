// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/router.h"
#include "server/auth/services.h"
#include "server/users/passwords.h"

namespace ceteris::auth {
namespace {

// What all listener threads share.
struct Shared
{
    explicit Shared(Services all)
        : services(std::move(all))
        , decoyHash(users::hashPassword(sessions::newSessionId(), services.config.accounts.cost))
    {
    }

    Services services;
    QByteArray decoyHash;
};

class AuthApplication : public http::Application
{
public:
    explicit AuthApplication(std::shared_ptr<const Shared> shared)
        : m_shared(std::move(shared))
        , m_context { .services = m_shared->services,
            .decoyHash = m_shared->decoyHash,
            .cookie = SessionCookie(m_shared->services.config),
            .store = m_shared->services.makeStore() }
    {
    }

    void handle(const http::ExchangePtr& exchange) override { route(m_context, exchange); }

private:
    std::shared_ptr<const Shared> m_shared;
    Context m_context;
};

} // namespace

http::ApplicationFactory applicationFactory(Services services)
{
    return [shared = std::make_shared<const Shared>(std::move(services))] {
        return std::make_unique<AuthApplication>(shared);
    };
}

} // namespace ceteris::auth
