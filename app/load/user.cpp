// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/user.h"

#include "app/load/page.h"

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
    if (!isGood(answer.status) && !isRedirect(answer.status))
        return Failure::Status;
    m_state = State::SignedOut;
    return std::nullopt;
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
    if (m_state == State::Visitor)
        return Failure::Status;
    m_state = State::Lost;
    return Failure::SessionLost;
}

} // namespace ceteris::load
