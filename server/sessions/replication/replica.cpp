// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/replica.h"

#include "server/sessions/replication/wire.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace ceteris::sessions {
namespace {

constexpr qsizetype batchSize = 500;
constexpr qint64 batchBytes = 1024 * 1024; // of whole sessions: a listener's request must not wait for more

// An answer that is complete when everybody who is waited for has been heard, ourselves among them.
struct Waiting
{
    void hear(const Answer& said)
    {
        if (said.status != Status::Ok && answer.status != Status::Unavailable)
            answer.status = said.status;
        answer.known += said.known;
        answer.count += said.count;
        if (--left == 0)
            done(std::move(answer));
    }

    Answer answer;
    Answered done;
    int left = 1;
};

} // namespace

Replica::Replica(Group& group, Ledger& ledger, bool isAsync)
    : m_group(group)
    , m_ledger(ledger)
    , m_isAsync(isAsync)
{
}

void Replica::perform(const Request& operation, const Answered& done)
{
    attempt(operation, 2, done);
}

void Replica::attempt(const Request& operation, int times, const Answered& done)
{
    if (times == 0)
        return done({ .status = Status::Unavailable });
    const auto& view = m_group.view();
    const auto primary = view.primaryOf(operation.delta().id);
    if (primary < 0 || primary == view.self)
        return serve(operation, done);
    m_group.ask(primary, operation, [=, this](const Answer& answer) {
        if (!answer.isSilence)
            return done(answer);
        attempt(operation, times - 1, done); // the session has another primary by now
    });
}

void Replica::gather(const Request& request, const Answered& done)
{
    const auto waiting = std::make_shared<Waiting>(Waiting { {}, done });
    for (const auto member : m_group.others()) {
        ++waiting->left;
        m_group.ask(member, request, [waiting](const Answer& said) { waiting->hear(said); });
    }
    serve(request, [waiting](const Answer& own) { waiting->hear(own); });
}

void Replica::serve(const Request& request, const Answered& done)
{
    if (request.ask <= Ask::Find)
        return execute(request, done);
    Answer answer;
    for (const auto& change : request.changes)
        m_ledger.accept(change, answer);
    if (request.ask == Ask::Count)
        answer.count = std::ranges::count_if(m_ledger.ids(), [this](const QByteArray& id) {
            return m_ledger.table().contains(id) && m_group.view().primaryOf(id) == m_group.view().self;
        });
    if (request.ask == Ask::Clear)
        m_ledger.clear();
    done(std::move(answer));
}

void Replica::execute(const Request& operation, const Answered& done)
{
    const auto& delta = operation.delta();
    if (operation.ask == Ask::Create)
        return spread(m_ledger.create(delta), operation.asker, {}, done);
    if (!m_ledger.knows(delta.id))
        return recall(operation, done);
    if (operation.ask == Ask::Save)
        return spread(m_ledger.save(delta), operation.asker, {}, done);
    const auto session = m_ledger.table().find(delta.id, delta.lastAccessedMs);
    Answer found { session ? Status::Ok : Status::NotFound, { { {}, {}, deltaOf(session.value_or(Session())) } } };
    if (operation.ask == Ask::Find)
        return done(std::move(found));
    spread(m_ledger.remove(delta.id), operation.asker, std::move(found), done);
}

// A primary that has only just become it may not have heard of the session yet: those who had it before know.
void Replica::recall(const Request& operation, const Answered& done)
{
    const auto& id = operation.delta().id;
    gather({ .ask = Ask::Keep, .changes = { offer(id, {}) } }, [=, this](const Answer& all) {
        Answer ignored;
        for (const auto& change : all.known)
            m_ledger.accept(change, ignored);
        if (m_ledger.knows(id))
            execute(operation, done);
        else
            done({ all.status == Status::Ok ? Status::NotFound : all.status });
    });
}

void Replica::spread(const std::optional<Change>& change, int asker, Answer answer, const Answered& done)
{
    if (!change)
        return done({ .status = Status::NotFound });
    const auto waiting = std::make_shared<Waiting>(Waiting { std::move(answer), done });
    for (const auto member : membersOf(m_group.view().othersOf(change->delta.id))) {
        const bool awaited = !m_isAsync || member == asker;
        if (awaited)
            ++waiting->left;
        tell(member, { *change }, {}, [=](const Answer& told) {
            if (awaited)
                waiting->hear(told);
        });
    }
    waiting->hear({});
}

// Has a member keep changes, and then whole what it wants, a part of that at a time. NotFound: it has been removed
// meanwhile, where we could not see it.
void Replica::tell(int member, const Changes& changes, const QList<QByteArray>& wanted, const Answered& told)
{
    m_group.ask(member, { .ask = Ask::Keep, .changes = changes }, [=, this](const Answer& said) {
        if (said.isSilence)
            return told(said);
        learn(said.known);
        auto left = wanted + said.wanted;
        Changes whole;
        for (qint64 bytes = 0; !left.isEmpty() && bytes < batchBytes;) {
            if (auto change = m_ledger.whole(left.takeLast())) {
                bytes += encode(*change).size();
                whole.append(std::move(*change));
            }
        }
        if (!whole.isEmpty())
            return tell(member, whole, left, told);
        const bool isGone = !said.known.isEmpty() && said.known.first().version.gone;
        told({ .status = isGone && !changes.first().version.gone ? Status::NotFound : Status::Ok });
    });
}

// What others said is newer: kept, and passed on.
void Replica::learn(const Changes& known)
{
    for (const auto& change : known) {
        Answer mine;
        m_ledger.accept(change, mine);
        if (!mine.known.isEmpty())
            continue;
        for (const auto member : membersOf(m_group.view().othersOf(change.delta.id)))
            m_group.ask(member, { .ask = Ask::Keep, .changes = { change } }, [](const auto&) {});
    }
}

void Replica::move(const View& before)
{
    std::map<int, QList<QByteArray>> moved;
    for (const auto& id : m_ledger.ids())
        for (const auto member : membersOf(receiversOf(id, before)))
            moved[member].append(id);
    for (const auto& [member, ids] : moved)
        offerFrom(0, ids, member);
}

// One of those who stay speaks for the session: the first. When somebody has gone, nobody knows to whom he still said
// what, so all holders are asked; else the new ones are enough. Who need not keep it any longer passes it on.
MemberSet Replica::receiversOf(const QByteArray& id, const View& before) const
{
    const auto& now = m_group.view();
    const auto others = now.othersOf(id);
    if (!has(now.holdersOf(id), now.self))
        return others;
    const auto stayed = before.members & now.members;
    if (View::firstOf(id, stayed) != now.self)
        return 0;
    return stayed != before.members ? others : others & ~before.holdersOf(id);
}

void Replica::offerFrom(qsizetype place, const QList<QByteArray>& ids, int member)
{
    Changes offers;
    for (; place < ids.size() && offers.size() < batchSize; ++place)
        if (const auto version = m_ledger.versionOf(ids[place]); version != Version()) // else it has expired
            offers.append(offer(ids[place], version));
    if (offers.isEmpty())
        return;
    tell(member, offers, {}, [=, this](const Answer& told) {
        if (told.isSilence)
            return; // the next view says who gets its sessions
        const auto& view = m_group.view();
        const bool isLeaving = !has(view.members, view.self); // then the other holders may still have to be told
        for (const auto& [base, version, delta] : offers)
            if (!isLeaving && member == view.primaryOf(delta.id) && !has(view.holdersOf(delta.id), view.self))
                m_ledger.drop(delta.id);
        offerFrom(place, ids, member);
    });
}

} // namespace ceteris::sessions
