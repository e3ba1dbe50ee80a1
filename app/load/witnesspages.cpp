// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/page.h"
#include "app/load/witness.h"

using namespace std::chrono_literals;

namespace ceteris::load {
namespace {

constexpr auto probeAgain = 500ms; // after no answer
constexpr auto probesEnd = 10s; // after the logout

// What a page's token means for who reads it there.
struct TokenReading
{
    bool isForeign = false; // somebody else wrote it
    bool isCorrupt = false; // nobody did
    bool isCarriedOver = false; // written in another run, trial or arm
    std::optional<Nonce> own {}; // written by this user in this trial
};

TokenReading readingOf(std::string_view token, const WitnessScope& scope, int account)
{
    const auto read = readNonce(token, scope.spec.key);
    if (!read)
        return { .isCorrupt = true };
    const auto& nonce = read->nonce;
    const bool isOfRun = nonce.run == scope.run; // those of others were made with a key that is not known here
    if (isOfRun && !read->isGenuine)
        return { .isCorrupt = true };
    TokenReading reading;
    reading.isForeign = nonce.account != account;
    reading.isCarriedOver = !isOfRun || nonce.trial != scope.spec.trial || nonce.arm != scope.spec.arm;
    if (!reading.isForeign && !reading.isCarriedOver)
        reading.own = nonce;
    return reading;
}

Standing brokenIf(bool condition)
{
    return condition ? Standing::Broken : Standing::Holds;
}

std::string shown(const std::optional<std::uint64_t>& number)
{
    return number ? std::to_string(*number) : "not shown";
}

} // namespace

bool Witness::isOwn(std::string_view user) const
{
    return user == m_persona.name || (user.find('&') != std::string_view::npos && resolved(user) == m_persona.name);
}

void Witness::checkPage(const Sight& sight)
{
    if (!m_scope.spec.marks) {
        if (!m_persona.identity.empty())
            judge(brokenIf(sight.failure.has_value()), Invariant::Identity, sight, [this] {
                return Story { m_persona.identity + " in the page", "a page without it" };
            });
        return;
    }
    const auto page = marksOf(sight.body);
    if (page.user && isOwn(*page.user))
        return checkToken(sight, page);
    const bool isSomebodys = page.user && !page.user->empty();
    const auto tell = [&] {
        return Story { "the page of " + m_persona.name,
            isSomebodys ? "the page of " + resolved(*page.user) : "a page of nobody" };
    };
    judge(Standing::Broken, Invariant::Identity, sight, tell);
    judge(brokenIf(isSomebodys), Invariant::Leak, sight, tell);
}

void Witness::checkToken(const Sight& sight, const PageMarks& page)
{
    const auto token = page.last.value_or(std::string_view());
    const bool isToRead = !token.empty() && !m_model.isLast(token);
    const auto reading = isToRead ? readingOf(token, m_scope, m_persona.account) : TokenReading();
    const auto tell = [&] {
        return Story { "a token of account " + std::to_string(m_persona.account) + " in this trial",
            "the token " + resolved(token) };
    };
    judge(brokenIf(reading.isForeign || reading.isCorrupt), Invariant::Identity, sight, tell);
    judge(brokenIf(reading.isForeign), Invariant::Leak, sight, tell);
    if (!token.empty())
        judge(brokenIf(reading.isCarriedOver), Invariant::CarryOver, sight, tell);
    const bool isOfEpoch = reading.own && reading.own->epoch == m_epoch;
    checkContent(sight, page, isOfEpoch ? &*reading.own : nullptr);
}

void Witness::checkContent(const Sight& sight, const PageMarks& page, const Nonce* own)
{
    auto& step = m_steps[(m_stepCount - 1) % m_steps.size()];
    step.visits = std::uint32_t(page.visits.value_or(0));
    step.count = std::uint32_t(page.count.value_or(0));
    const auto tell = [&] {
        return Story { m_model.expected(),
            "visits " + shown(page.visits) + ", count " + shown(page.count) + ", last "
                + resolved(page.last.value_or("not shown")) };
    };
    if (page.visits || page.count || page.last)
        judge(m_model.readsItsWrites(page, own), Invariant::ReadYourWrites, sight, tell);
    if (page.visits || page.count)
        judge(m_model.isMonotonic(page), Invariant::MonotonicReads, sight, [&] {
            auto story = tell();
            story.expected = "at least visits " + std::to_string(m_model.seenVisits()) + ", count "
                + std::to_string(m_model.seenCount());
            return story;
        });
    m_model.learn(page);
}

void Witness::sawProbe(const Sight& sight)
{
    const bool isAnswer = !sight.failure && sight.status < 500;
    m_probeAgain.reset();
    if (!isAnswer && sight.done - m_signedOut < probesEnd)
        m_probeAgain = sight.done + probeAgain;
    const bool isPage = isAnswer && sight.status >= 200 && sight.status < 300;
    if (!isAnswer || (isPage && m_persona.identity.empty()))
        return m_book.unclear(Invariant::Resurrected);
    const bool isBack = isPage && sight.body.find(m_persona.identity) != std::string_view::npos;
    judge(brokenIf(isBack), Invariant::Resurrected, sight, [] {
        return Story { "the old cookie is refused", "it shows the page of the ended session" };
    });
    const auto user = m_scope.spec.marks && isPage ? marksOf(sight.body).user : std::nullopt;
    if (user && !user->empty())
        judge(brokenIf(!isOwn(*user)), Invariant::Leak, sight, [&] {
            return Story { "nobody else's page", "the page of " + resolved(*user) };
        });
}

} // namespace ceteris::load
