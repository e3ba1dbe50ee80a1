// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/transport.h"

#include <optional>
#include <string>
#include <string_view>

namespace ceteris::load {

// One virtual user: what it asks for, what it makes of the answers, and whether it has a session.
class User
{
public:
    User(const Site& site, int account, bool withSession);

    enum class State {
        Visitor, // there is no login in this run
        SignedOut,
        SignedIn,
        Lost, // the server forgot the session; the user keeps asking, as a person would
    };
    State state() const { return m_state; }
    bool mayAct() const { return m_state == State::Visitor || m_state == State::SignedIn || m_state == State::Lost; }

    // Valid until the next call. The token goes with a login or a write; empty: none.
    Request request(plan::Operation operation, std::string_view token = {});
    // nullopt: as it should be. Learns the token, signs in and out.
    std::optional<Failure> judge(plan::Operation operation, const Answer& answer);

    // Of a site with tokens that end, for pages and writes. Before one: the token is nearly over, and the site would
    // refuse it.
    bool mustRenew(plan::Operation operation, TimePoint now) const;
    // After an answer, instead of judge(): it was refused, and a new token may help.
    bool mayRenew(plan::Operation operation, const Answer& answer) const;
    // A login or a renewal has ended, judged or not; nullopt: with new tokens. Sent at that time.
    void tokensEnded(plan::Operation operation, const std::optional<Failure>& failure, TimePoint sent);
    // After a request that failed: the session is lost for good, and only a login helps.
    std::optional<plan::Operation> signInAgain(plan::Operation operation) const;

    // What a browser would do at once after such a success: sign in with the page's token; fetch the page behind the
    // login when forms of the session will be sent, for they need the session's own token.
    std::optional<plan::Operation> nextAfter(plan::Operation operation) const;

private:
    std::optional<Failure> judgeLoginPage(const Answer& answer);
    std::optional<Failure> judgeLogin(const Answer& answer);
    std::optional<Failure> judgeRefresh(const Answer& answer);
    std::optional<Failure> judgeWrite(const Answer& answer);
    std::optional<Failure> judgeLogout(const Answer& answer);
    std::optional<Failure> judgeRenewal(const Answer& answer);
    bool sendsToLogin(const Answer& answer) const;
    std::optional<Failure> loseSession();
    void fillForm(plan::Operation operation, std::string_view token);

    const Site& m_site;
    int m_account;
    State m_state;
    std::string m_identity; // must be in each page; empty: not checked
    std::string m_token; // CSRF, the latest seen
    std::string m_form;

    enum class Tokens {
        Good,
        Doubtful, // the last renewal failed, and the next one may not
        Revoked, // a renewal was refused; the access token is good until it ends
    };
    Tokens m_tokens = Tokens::Good;
    TimePoint m_renewAt = TimePoint::max();
};

} // namespace ceteris::load
