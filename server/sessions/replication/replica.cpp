// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/replica.h"

#include <memory>
#include <utility>

namespace ceteris::sessions {
namespace {

template <class... Cases>
struct Match : Cases...
{
    using Cases::operator()...;
};

const QByteArray& idOf(const Request& operation)
{
    static const QByteArray none;
    return std::visit(Match { [](const Create& create) -> const QByteArray& { return create.session.id; },
                          [](const Save& save) -> const QByteArray& { return save.delta.id; },
                          [](const Take& take) -> const QByteArray& { return take.id; },
                          [](const Find& find) -> const QByteArray& { return find.id; },
                          [](const auto&) -> const QByteArray& { return none; } },
        operation);
}

// Calls done when everybody who has been waited for has said something, and it has been released itself.
class Waiting
{
public:
    Waiting(Outcome outcome, Replica::Done done)
        : m_outcome(std::move(outcome))
        , m_done(std::move(done))
    {
    }

    void waitForOneMore() { ++m_left; }
    void heard(Status status)
    {
        if (status != Status::Ok && m_outcome.status != Status::Unavailable)
            m_outcome.status = status;
        if (--m_left == 0)
            m_done(std::move(m_outcome));
    }

private:
    int m_left = 1;
    Outcome m_outcome;
    Replica::Done m_done;
};

} // namespace

Replica::Replica(Ring& ring, Ledger& ledger, Acknowledge acknowledge, ReplicationTiming timing)
    : m_ring(ring)
    , m_ledger(ledger)
    , m_acknowledge(acknowledge)
    , m_timing(timing)
{
}

void Replica::perform(const Request& operation, const Done& done)
{
    attempt(operation, 1, done);
}

void Replica::attempt(const Request& operation, int more, const Done& done)
{
    const auto& view = m_ring.view();
    const auto primary = view.primaryOf(idOf(operation));
    if (primary < 0 || primary == view.self)
        return execute(operation, view.self, done);
    m_ring.ask(primary, operation, m_timing.operation, [=, this](auto answer) {
        if (auto* outcome = answer ? std::get_if<Outcome>(&*answer) : nullptr)
            return done(std::move(*outcome));
        if (more > 0) // the session has another primary by now
            return attempt(operation, more - 1, done);
        done({ Status::Unavailable, {} });
    });
}

// A primary that has only just become it may not have heard of the session yet: those who had it before know.
void Replica::execute(const Request& operation, int asker, const Done& done)
{
    if (std::holds_alternative<Create>(operation) || m_ledger.knows(idOf(operation)))
        return apply(operation, asker, done);
    fetch(idOf(operation), [=, this](bool sure) {
        if (sure || m_ledger.knows(idOf(operation)))
            apply(operation, asker, done);
        else
            done({ Status::Unavailable, {} });
    });
}

void Replica::apply(const Request& operation, int asker, const Done& done)
{
    const auto found = [this](const QByteArray& id, qint64 now) {
        auto session = m_ledger.find(id, now);
        return session ? Outcome { Status::Ok, std::move(*session) } : Outcome { Status::NotFound, {} };
    };
    std::visit(Match { [&](const Create& create) { spread(m_ledger.create(create.session), asker, {}, done); },
                   [&](const Save& save) { spread(m_ledger.save(save.delta), asker, {}, done); },
                   [&](const Take& take) {
                       auto outcome = found(take.id, take.now); // before it is gone
                       spread(m_ledger.remove(take.id), asker, std::move(outcome), done);
                   },
                   [&](const Find& find) { done(found(find.id, find.now)); }, [](const auto&) { Q_UNREACHABLE(); } },
        operation);
}

void Replica::spread(const std::optional<Change>& change, int asker, Outcome outcome, const Done& done)
{
    if (!change)
        return done({ Status::NotFound, {} });
    const auto waiting = std::make_shared<Waiting>(std::move(outcome), done);
    const auto& view = m_ring.view();
    const auto holders = view.holdersOf(change->delta.id) & ~only(view.self);
    for (int member = 0; member < mostMembers; ++member) {
        if (!has(static_cast<MemberSet>(holders), member))
            continue;
        const bool awaited = m_acknowledge == Acknowledge::Sync || member == asker;
        if (awaited)
            waiting->waitForOneMore();
        tell(member, *change, [=](Status status) {
            if (awaited)
                waiting->heard(status);
        });
    }
    waiting->heard(Status::Ok);
}

// NotFound: it has been removed meanwhile, where we could not see it.
void Replica::tell(int member, const Change& change, const std::function<void(Status)>& told)
{
    m_ring.ask(member, Changes { { change } }, m_timing.acknowledge, [=, this](const auto& answer) {
        const auto* verdict = answer ? std::get_if<Verdict>(&*answer) : nullptr;
        if (!verdict) // a member that has gone keeps nothing that could be stale
            return told(answer || answer.error() == Silence::Late ? Status::Unavailable : Status::Ok);
        learn(*verdict);
        const bool isGone = !verdict->newer.empty() && verdict->newer.front().version.gone;
        if (isGone)
            return told(change.version.gone ? Status::Ok : Status::NotFound);
        const auto whole = verdict->wanted.isEmpty() ? std::nullopt : m_ledger.whole(change.delta.id);
        if (!whole || change.base == Version())
            return told(Status::Ok);
        tell(member, *whole, told);
    });
}

void Replica::learn(const Verdict& verdict)
{
    for (const auto& change : verdict.newer) {
        Verdict mine;
        m_ledger.accept(change, mine);
        const auto& view = m_ring.view();
        const auto holders = view.holdersOf(change.delta.id) & ~only(view.self);
        for (int member = 0; member < mostMembers; ++member)
            if (mine.newer.empty() && has(static_cast<MemberSet>(holders), member))
                m_ring.ask(member, Changes { { change } }, m_timing.acknowledge, [](const auto&) {});
    }
}

void Replica::fetch(const QByteArray& id, const std::function<void(bool sure)>& done)
{
    const auto take = [this](const Answer& answer) {
        Verdict ignored;
        if (const auto* known = std::get_if<Verdict>(&answer))
            for (const auto& change : known->newer)
                m_ledger.accept(change, ignored);
    };
    askOthers(Fetch { id }, take, done);
}

void Replica::count(const Counted& counted) const
{
    const auto sum = std::make_shared<qint64>(countOwn());
    const auto add = [sum](const Answer& answer) {
        if (const auto* number = std::get_if<Number>(&answer))
            *sum += number->value;
    };
    askOthers(Count {}, add, [=](bool sure) { counted(sure ? Status::Ok : Status::Unavailable, *sum); });
}

qint64 Replica::countOwn() const
{
    const auto& view = m_ring.view();
    return m_ledger.countIf([&](const QByteArray& id) { return view.primaryOf(id) == view.self; });
}

void Replica::clear(const Done& done)
{
    m_ledger.clear();
    askOthers(
        Clear {}, [](const Answer&) {},
        [done](bool sure) {
            done({ sure ? Status::Ok : Status::Unavailable, {} });
        });
}

void Replica::askOthers(const Request& request, const std::function<void(const Answer&)>& each,
    const std::function<void(bool sure)>& done) const
{
    const auto waiting
        = std::make_shared<Waiting>(Outcome {}, [done](const Outcome& outcome) { done(outcome.status == Status::Ok); });
    const auto others = m_ring.others();
    for (int member = 0; member < mostMembers; ++member) {
        if (!has(others, member))
            continue;
        waiting->waitForOneMore();
        m_ring.ask(member, request, m_timing.acknowledge, [=](const auto& answer) {
            if (answer)
                each(*answer);
            waiting->heard(answer || answer.error() == Silence::Gone ? Status::Ok : Status::Unavailable);
        });
    }
    waiting->heard(Status::Ok);
}

void Replica::serve(int member, Request request, const Ring::Reply& reply)
{
    Verdict verdict;
    std::visit(
        Match { [&](const Fetch& fetch) {
                   if (auto known = m_ledger.whole(fetch.id))
                       verdict.newer.push_back(std::move(*known));
                   reply(std::move(verdict));
               },
            [&](const Changes& changes) {
                for (const auto& change : changes.changes)
                    m_ledger.accept(change, verdict);
                reply(std::move(verdict));
            },
            [&](const Offers& offers) {
                for (const auto& offered : offers.offers)
                    m_ledger.consider(offered, verdict);
                reply(std::move(verdict));
            },
            [&](const Count&) { reply(Number { countOwn() }); },
            [&](const Clear&) {
                m_ledger.clear();
                reply(Outcome {});
            },
            [&](const auto&) { execute(request, member, [reply](Outcome outcome) { reply(std::move(outcome)); }); } },
        request);
}

} // namespace ceteris::sessions
