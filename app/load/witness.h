// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/loadresult.h"
#include "app/load/oraclebook.h"
#include "app/load/sessionmodel.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace ceteris::load {

// How a request ended, as its user saw it. Views are valid during the call only.
struct Sight
{
    plan::Operation operation = plan::Operation::Refresh;
    bool isProbe = false; // of the old cookie, after a logout
    TimePoint sent;
    TimePoint done;
    std::optional<Failure> failure; // as User judged it; for a probe: there was no usable answer
    int status = 0;
    std::string_view body;
    std::string_view cookies; // that the answer set, "name=value; name=value"
};

// What a request of this ending did to the session.
enum class Effect {
    Applied,
    None, // it was refused
    Unknown, // timeout, reset, 5xx, cut off: it may have been applied, or still be
};
Effect effectOf(const Sight& sight);

// Who a witness is and what it can see.
struct WitnessScope
{
    OracleSpec spec;
    std::uint32_t run = 0;
};
struct Persona
{
    int account = 0;
    std::string name; // in the page's data-user
    std::string identity; // must be in each page; empty: cannot be checked
};

// Watches one virtual user, a serial process: knows what its session must hold and judges each answer.
class Witness
{
public:
    // The scope and the book must outlive the witness.
    Witness(const WitnessScope& scope, OracleBook& book, Persona persona);

    // The token to send with the next login or write; empty: none. It is that request's until its sight.
    std::string_view tokenFor(plan::Operation operation);
    void saw(const Sight& sight);

    // After an acknowledged logout the old cookie is tried at these times; each is given once, when the user is free.
    // As long as the last one gets no answer, which is while a store has no master, it is tried again, up to 10 s
    // after.
    std::optional<TimePoint> takeProbe();
    const std::string& cookies() const { return m_cookies; }

private:
    enum class State { SignedOut, SignedIn, Lost, Unsure }; // Unsure: a logout may have been applied

    void sawLogin(const Sight& sight, Effect effect);
    void sawRefresh(const Sight& sight, Effect effect);
    void sawWrite(const Sight& sight, Effect effect);
    void sawRenewal(const Sight& sight, Effect effect);
    void sawLogout(const Sight& sight, Effect effect);
    void sawProbe(const Sight& sight);
    void stillSignedIn(const Sight& sight);
    void lost(const Sight& sight);
    void checkIds(const Sight& sight);
    void checkPage(const Sight& sight);
    void checkToken(const Sight& sight, const PageMarks& page);
    void checkContent(const Sight& sight, const PageMarks& page, const Nonce* own);
    bool isOwn(std::string_view user) const;

    // tell() gives what was expected and what was found; it is asked only when that will be kept.
    struct Story
    {
        std::string expected;
        std::string found;
    };
    template <class Tell>
    void judge(Standing standing, Invariant invariant, const Sight& sight, Tell&& tell);
    void remember(const Sight& sight, Effect effect);
    std::vector<std::string> history() const;

    struct Step // told only when something is wrong
    {
        TimePoint sent;
        TimePoint done;
        std::uint32_t visits = 0; // in its page, or in the one before
        std::uint32_t count = 0;
        plan::Operation operation = plan::Operation::Refresh;
        Effect effect = Effect::None;
        int status = 0;
        bool isProbe = false;
    };

    const WitnessScope& m_scope;
    OracleBook& m_book;
    Persona m_persona;
    State m_state = State::SignedOut;
    SessionModel m_model;
    std::string m_token; // of the request under way
    std::uint32_t m_epoch = 0;
    std::uint32_t m_seq = 0;
    std::string m_cookies; // of the latest login
    std::string m_cookiesBefore; // of the login page: whoever planted them knows them
    bool m_mayHaveRenewed = false; // the answer to a renewal is missing: the next one may look like a thief's
    TimePoint m_touchedFrom; // the server last saw the session between these two
    TimePoint m_touchedTo;
    TimePoint m_signedOut;
    std::size_t m_probesTaken = 0;
    std::size_t m_probesWanted = 0;
    std::optional<TimePoint> m_probeAgain;
    std::array<Step, 8> m_steps {}; // a ring
    std::size_t m_stepCount = 0;
};

template <class Tell>
void Witness::judge(Standing standing, Invariant invariant, const Sight& sight, Tell&& tell)
{
    if (standing == Standing::Holds)
        return m_book.holds(invariant);
    if (standing == Standing::Unclear)
        return m_book.unclear(invariant);
    if (!m_book.breaks(invariant))
        return;
    Story story = tell();
    m_book.keep({ invariant, m_persona.account, m_book.sinceZero(sight.done), std::move(story.expected),
        std::move(story.found), history() });
}

} // namespace ceteris::load
