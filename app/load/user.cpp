// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/user.h"

#include "app/load/page.h"

#include <utility>

namespace ceteris::load {
namespace {

bool isGood(int status)
{
    return status >= 200 && status < 300;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

constexpr Duration earliness = std::chrono::seconds(1); // as a token ends at a whole second, it may be so much shorter

const std::string emptyForm;

bool needsSession(plan::Operation operation)
{
    return operation == plan::Operation::Refresh || operation == plan::Operation::Write;
}

} // namespace

User::User(const Site& site, int account, bool withSession)
    : m_site(site)
    , m_account(account)
    , m_state(withSession ? State::SignedOut : State::Visitor)
{
    if (withSession)
        m_identity = expanded(site.identity, account, expanded(site.user, account, {}));
}

Request User::request(plan::Operation operation, std::string_view token)
{
    switch (operation) {
    case plan::Operation::LoginPage:
        return { operation, nullptr, true };
    case plan::Operation::Refresh:
        return { operation, nullptr, m_state != State::Visitor && (!m_identity.empty() || m_site.needsToken) };
    case plan::Operation::Image:
        return { operation, &m_site.image, false };
    case plan::Operation::Visit:
        return { operation };
    case plan::Operation::Renew:
        return { operation, &emptyForm };
    case plan::Operation::Login:
    case plan::Operation::Write:
    case plan::Operation::Logout:
        break;
    }
    fillForm(operation, token);
    return { operation, &m_form, false };
}

void User::fillForm(plan::Operation operation, std::string_view token)
{
    m_form.clear();
    if (operation == plan::Operation::Login) {
        const auto user = expanded(m_site.user, m_account, {});
        addFormField(m_form, m_site.userField, user);
        addFormField(m_form, m_site.passwordField, expanded(m_site.password, m_account, user));
    }
    if (!token.empty())
        addFormField(m_form, "token", token);
    if (operation == plan::Operation::Write && !m_site.note.empty())
        addFormField(m_form, "note", m_site.note);
    if (!m_site.csrfField.empty())
        addFormField(m_form, m_site.csrfField, m_token);
}

std::optional<Failure> User::judge(plan::Operation operation, const Answer& answer)
{
    if (answer.failure)
        return answer.failure;
    switch (operation) {
    case plan::Operation::LoginPage:
        return judgeLoginPage(answer);
    case plan::Operation::Login:
        return judgeLogin(answer);
    case plan::Operation::Refresh:
        return judgeRefresh(answer);
    case plan::Operation::Write:
    case plan::Operation::Image:
        return judgeWrite(answer);
    case plan::Operation::Logout:
        return judgeLogout(answer);
    case plan::Operation::Visit: // a stranger is sent to the login, and that is right
        return sendsToLogin(answer) ? std::nullopt : std::optional(Failure::Status);
    case plan::Operation::Renew:
        return judgeRenewal(answer);
    }
    return std::nullopt;
}

std::optional<Failure> User::judgeLoginPage(const Answer& answer)
{
    if (!isGood(answer.status))
        return Failure::Status;
    m_token = fieldValue(answer.body, m_site.csrfField);
    return m_token.empty() ? std::optional(Failure::Assertion) : std::nullopt;
}

std::optional<Failure> User::judgeLogin(const Answer& answer)
{
    if (!isGood(answer.status) && !isRedirect(answer.status))
        return Failure::Status;
    if (sendsToLogin(answer))
        return Failure::Assertion;
    m_state = State::SignedIn;
    return std::nullopt;
}

std::optional<Failure> User::judgeRefresh(const Answer& answer)
{
    if (!isGood(answer.status))
        return sendsToLogin(answer) ? loseSession() : Failure::Status;
    if (m_state == State::Visitor)
        return std::nullopt;
    if (!m_identity.empty() && answer.body.find(m_identity) == std::string_view::npos)
        return Failure::Assertion;
    m_state = State::SignedIn; // a store that was away may be back
    if (m_site.needsToken) {
        if (auto token = fieldValue(answer.body, m_site.csrfField); !token.empty())
            m_token = std::move(token);
    }
    return std::nullopt;
}

std::optional<Failure> User::judgeWrite(const Answer& answer)
{
    if (sendsToLogin(answer))
        return loseSession();
    return isGood(answer.status) || isRedirect(answer.status) ? std::nullopt : std::optional(Failure::Status);
}

std::optional<Failure> User::judgeLogout(const Answer& answer)
{
    // With tokens the refresh token is enough to sign out; who has no access token by then is told that he is nobody.
    const bool wasOver = m_site.tokens.accessS > 0 && answer.status == 401;
    if (!isGood(answer.status) && !isRedirect(answer.status) && !wasOver)
        return Failure::Status;
    m_state = State::SignedOut;
    return std::nullopt;
}

// The refusal that revokes is the loss; those of other tabs after it add nothing.
std::optional<Failure> User::judgeRenewal(const Answer& answer)
{
    if (sendsToLogin(answer))
        return std::exchange(m_tokens, Tokens::Revoked) == Tokens::Revoked ? Failure::Status : Failure::SessionLost;
    return isGood(answer.status) || isRedirect(answer.status) ? std::nullopt : std::optional(Failure::Status);
}

bool User::mustRenew(plan::Operation operation, TimePoint now) const
{
    return m_site.tokens.renewal == plan::Renewal::Early && now >= m_renewAt && needsSession(operation)
        && m_state == State::SignedIn && m_tokens != Tokens::Revoked;
}

bool User::mayRenew(plan::Operation operation, const Answer& answer) const
{
    return m_site.tokens.accessS > 0 && needsSession(operation) && m_state == State::SignedIn
        && m_tokens != Tokens::Revoked && !answer.failure && sendsToLogin(answer);
}

void User::tokensEnded(plan::Operation operation, const std::optional<Failure>& failure, TimePoint sent)
{
    const bool isLogin = operation == plan::Operation::Login;
    if (m_site.tokens.accessS == 0 || (isLogin ? failure.has_value() : m_tokens == Tokens::Revoked))
        return;
    m_tokens = failure ? Tokens::Doubtful : Tokens::Good;
    if (!failure)
        m_renewAt = sent + std::chrono::seconds(m_site.tokens.accessS) - earliness;
}

std::optional<plan::Operation> User::signInAgain(plan::Operation operation) const
{
    if (m_site.tokens.accessS == 0 || m_state != State::Lost || !needsSession(operation))
        return std::nullopt;
    return m_site.csrfField.empty() ? plan::Operation::Login : plan::Operation::LoginPage;
}

std::optional<plan::Operation> User::nextAfter(plan::Operation operation) const
{
    if (operation == plan::Operation::LoginPage)
        return plan::Operation::Login;
    if (operation == plan::Operation::Login && !m_site.image.empty())
        return plan::Operation::Image;
    if ((operation == plan::Operation::Login || operation == plan::Operation::Image) && m_site.needsToken)
        return plan::Operation::Refresh;
    return std::nullopt;
}

bool User::sendsToLogin(const Answer& answer) const
{
    if (answer.status == 401)
        return true;
    if (!isRedirect(answer.status))
        return false;
    const auto path = pathOf(answer.redirect);
    return path == m_site.loginPath || path == m_site.loginPagePath;
}

std::optional<Failure> User::loseSession()
{
    if (m_state == State::Visitor || m_tokens == Tokens::Doubtful) // it could not renew: nobody has ended the session
        return Failure::Status;
    m_state = State::Lost;
    return Failure::SessionLost;
}

} // namespace ceteris::load
