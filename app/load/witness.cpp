// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/witness.h"

#include <cstdio>
#include <utility>

using namespace std::chrono_literals;

namespace ceteris::load {
namespace {

constexpr std::array<Duration, 3> probeDelays { 0ms, 100ms, 1s };
constexpr Duration expiryTolerance = 5s; // stores sweep, and round to seconds

constexpr const char* effectName(Effect effect)
{
    switch (effect) {
    case Effect::Applied:
        return "ok";
    case Effect::None:
        return "refused";
    case Effect::Unknown:
        break;
    }
    return "unknown";
}

} // namespace

Effect effectOf(const Sight& sight)
{
    if (!sight.failure)
        return Effect::Applied;
    switch (*sight.failure) {
    case Failure::SessionLost:
        return Effect::None;
    case Failure::Assertion: // a login was sent back; a page was not as it should be
        return sight.operation == plan::Operation::Refresh ? Effect::Unknown : Effect::None;
    case Failure::Status:
        return sight.status >= 400 && sight.status < 500 ? Effect::None : Effect::Unknown;
    case Failure::LocalResource:
    case Failure::Connect:
    case Failure::Timeout:
        break;
    }
    return Effect::Unknown;
}

Witness::Witness(const WitnessScope& scope, OracleBook& book, Persona persona)
    : m_scope(scope)
    , m_book(book)
    , m_persona(std::move(persona))
{
}

std::string_view Witness::tokenFor(plan::Operation operation)
{
    m_token.clear();
    if (operation == plan::Operation::Login) {
        ++m_epoch;
        m_seq = 0;
    } else if (operation == plan::Operation::Write) {
        ++m_seq;
    }
    if (operation == plan::Operation::Write || (operation == plan::Operation::Login && m_scope.spec.marks)) {
        const auto& spec = m_scope.spec;
        m_token = textOf({ m_scope.run, spec.trial, spec.arm, m_persona.account, m_epoch, m_seq }, spec.key);
    }
    return m_token;
}

void Witness::saw(const Sight& sight)
{
    const auto effect = effectOf(sight);
    remember(sight, effect);
    if (sight.isProbe)
        return sawProbe(sight);
    switch (sight.operation) {
    case plan::Operation::LoginPage:
        m_cookiesBefore = sight.cookies;
        break;
    case plan::Operation::Login:
        sawLogin(sight, effect);
        break;
    case plan::Operation::Refresh:
        sawRefresh(sight, effect);
        break;
    case plan::Operation::Write:
        sawWrite(sight, effect);
        break;
    case plan::Operation::Logout:
        sawLogout(sight, effect);
        break;
    case plan::Operation::Image:
        if (sight.failure == Failure::SessionLost && m_state != State::SignedOut)
            lost(sight);
        break;
    case plan::Operation::Visit: // a stranger's: nothing is promised
        break;
    case plan::Operation::Renew:
        sawRenewal(sight, effect);
        break;
    }
}

void Witness::sawLogin(const Sight& sight, Effect effect)
{
    if (effect != Effect::Applied)
        return;
    checkIds(sight);
    m_model.begin(m_token);
    m_state = State::SignedIn;
    m_mayHaveRenewed = false;
    m_touchedFrom = sight.sent;
    m_touchedTo = sight.done;
}

void Witness::checkIds(const Sight& sight)
{
    // Without a cookie of its own the login goes on with what the visitor had.
    const auto now = sight.cookies.empty() ? m_cookiesBefore : std::string(sight.cookies);
    const auto before = std::exchange(m_cookies, now);
    if (now.empty())
        return; // it signs in by other means
    if (now != before && now != m_cookiesBefore)
        return m_book.issued(keyedHash(now, m_scope.spec.key), m_persona.account, sight.done);
    judge(Standing::Broken, Invariant::UniqueIds, sight, [] {
        return Story { "a new session id at the login", "the id from before the login" };
    });
}

void Witness::sawRefresh(const Sight& sight, Effect effect)
{
    if (m_state == State::SignedOut)
        return;
    if (sight.failure == Failure::SessionLost)
        return lost(sight);
    if (effect == Effect::Unknown && m_scope.spec.countsVisits)
        m_model.visitDoubted();
    if (effect == Effect::Applied) {
        if (m_scope.spec.countsVisits)
            m_model.visited();
        stillSignedIn(sight);
    }
    if (effect == Effect::Applied || sight.failure == Failure::Assertion)
        checkPage(sight);
}

void Witness::sawWrite(const Sight& sight, Effect effect)
{
    if (m_state == State::SignedOut)
        return;
    if (sight.failure == Failure::SessionLost)
        return lost(sight);
    if (effect == Effect::Unknown)
        m_model.writeDoubted(m_seq);
    if (effect == Effect::Applied) {
        m_model.wrote(m_token, m_seq);
        stillSignedIn(sight);
    }
}

// A refusal breaks no promise yet: the session is there until a page says otherwise.
void Witness::sawRenewal(const Sight& sight, Effect effect)
{
    if (effect == Effect::Applied && !sight.cookies.empty())
        m_cookies = sight.cookies; // what a thief would have by now
    if (effect != Effect::None)
        m_mayHaveRenewed = effect == Effect::Unknown;
}

void Witness::sawLogout(const Sight& sight, Effect effect)
{
    if (effect == Effect::Unknown)
        m_state = State::Unsure;
    if (effect != Effect::Applied)
        return;
    m_state = State::SignedOut;
    m_signedOut = sight.done;
    m_probesTaken = 0;
    m_probeAgain.reset();
    m_probesWanted = m_scope.spec.probes && !m_cookies.empty() ? probeDelays.size() : 0;
}

std::optional<TimePoint> Witness::takeProbe()
{
    if (m_probesTaken == m_probesWanted)
        return std::exchange(m_probeAgain, std::nullopt);
    return m_signedOut + probeDelays[m_probesTaken++];
}

void Witness::stillSignedIn(const Sight& sight)
{
    if (m_state != State::Unsure) { // a logout may still be on its way
        m_book.holds(Invariant::LostSession);
        m_state = State::SignedIn; // a store that was away may be back
    }
    m_touchedFrom = sight.sent;
    m_touchedTo = sight.done;
}

void Witness::lost(const Sight& sight)
{
    const auto state = std::exchange(m_state, State::Lost);
    if (state == State::Lost)
        return; // has been told
    const auto limit = fromSeconds(m_scope.spec.idleTimeoutS);
    const bool expires = limit > Duration::zero();
    if (expires && sight.sent - m_touchedTo > limit + expiryTolerance)
        return; // as promised
    const bool mayHaveExpired = expires && sight.done - m_touchedFrom >= limit - expiryTolerance;
    judge(mayHaveExpired || m_mayHaveRenewed || state == State::Unsure ? Standing::Unclear : Standing::Broken,
        Invariant::LostSession, sight, [] {
            return Story { "signed in", "sent to the login" };
        });
}

void Witness::remember(const Sight& sight, Effect effect)
{
    m_steps[m_stepCount++ % m_steps.size()] = { sight.sent, sight.done, std::uint32_t(m_model.seenVisits()),
        std::uint32_t(m_model.seenCount()), sight.operation, effect, sight.status, sight.isProbe };
}

std::vector<std::string> Witness::history() const
{
    std::vector<std::string> lines;
    const auto size = m_steps.size();
    for (auto i = m_stepCount < size ? 0 : m_stepCount - size; i < m_stepCount; ++i) {
        const auto& step = m_steps[i % size];
        const std::string name(step.isProbe ? "probe" : plan::name(step.operation));
        std::array<char, 160> line {};
        std::snprintf(line.data(), line.size(), "%.6f s %s %s, status %d, %.3f ms, visits %u, count %u",
            m_book.sinceZero(step.sent), name.c_str(), effectName(step.effect), step.status,
            toSeconds(step.done - step.sent) * 1000, step.visits, step.count);
        lines.emplace_back(line.data());
    }
    return lines;
}

} // namespace ceteris::load
