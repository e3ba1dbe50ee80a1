// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/transfer.h"

#include "server/sessions/stores/heapsize.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace ceteris::sessions {
namespace {

constexpr qsizetype batchSize = 500;
constexpr qint64 batchBytes = 1024 * 1024; // of whole sessions: a listener's request must not wait for more
constexpr auto patience = 5s;

qint64 sizeOf(const Change& change)
{
    qint64 sum = 100;
    for (auto it = change.delta.changed.cbegin(); it != change.delta.changed.cend(); ++it)
        sum += heapOf(it.key()) + heapOf(it.value());
    return sum;
}

} // namespace

Transfer::Transfer(Ring& ring, Ledger& ledger, Replica& replica)
    : m_ring(ring)
    , m_ledger(ledger)
    , m_replica(replica)
{
}

void Transfer::begin(const View& before)
{
    for (const auto& offered : m_ledger.all()) {
        const auto receivers = receiversOf(offered.id, before);
        for (int member = 0; member < mostMembers; ++member)
            if (has(receivers, member))
                m_queues[static_cast<std::size_t>(member)].ids.push_back(offered.id);
    }
    for (int member = 0; member < mostMembers; ++member)
        offerNext(member);
}

// One of those who stay speaks for the session: the first. When somebody has gone, nobody knows to whom he still said
// what, so all holders are asked; else the new ones are enough. Who need not keep it any longer passes it on.
MemberSet Transfer::receiversOf(const QByteArray& id, const View& before) const
{
    const auto& now = m_ring.view();
    const auto holders = now.holdersOf(id);
    const auto others = static_cast<MemberSet>(holders & ~only(now.self));
    if (!has(holders, now.self))
        return others;
    const auto stayed = static_cast<MemberSet>(before.members & now.members);
    if (View::firstOf(id, stayed) != now.self)
        return 0;
    const bool somebodyLeft = stayed != before.members;
    return somebodyLeft ? others : static_cast<MemberSet>(others & ~before.holdersOf(id));
}

bool Transfer::isDone() const
{
    return std::ranges::all_of(m_queues, [](const Queue& queue) { return queue.ids.empty() && !queue.isBusy; });
}

void Transfer::offerNext(int member)
{
    auto& [ids, isBusy] = m_queues[static_cast<std::size_t>(member)];
    if (isBusy || ids.empty())
        return;
    isBusy = true;
    Batch batch;
    Offers offers;
    for (; !ids.empty() && batch.size() < batchSize; ids.pop_front()) {
        const auto version = m_ledger.versionOf(ids.front());
        if (version == Version())
            continue; // it has expired
        offers.offers.push_back({ ids.front(), version });
        batch.append(ids.front());
    }
    m_ring.ask(member, std::move(offers), patience, [=, this](const auto& answer) {
        const auto* verdict = answer ? std::get_if<Verdict>(&*answer) : nullptr;
        if (!verdict)
            return giveUp(member);
        m_replica.learn(*verdict);
        sendWanted(member, verdict->wanted, batch);
    });
}

void Transfer::sendWanted(int member, QList<QByteArray> wanted, const Batch& batch)
{
    Changes changes;
    for (qint64 bytes = 0; !wanted.isEmpty() && bytes < batchBytes;) {
        if (auto whole = m_ledger.whole(wanted.takeLast())) {
            bytes += sizeOf(*whole);
            changes.changes.push_back(std::move(*whole));
        }
    }
    if (changes.changes.empty())
        return finish(member, batch);
    m_ring.ask(member, std::move(changes), patience, [=, this](const auto& answer) {
        const auto* verdict = answer ? std::get_if<Verdict>(&*answer) : nullptr;
        if (!verdict)
            return giveUp(member);
        m_replica.learn(*verdict);
        sendWanted(member, wanted, batch);
    });
}

void Transfer::finish(int member, const Batch& batch)
{
    const auto& view = m_ring.view();
    const bool isLeaving = !has(view.members, view.self); // then the other holders may still have to be told
    for (const auto& id : batch)
        if (!isLeaving && member == view.primaryOf(id) && !has(view.holdersOf(id), view.self))
            m_ledger.drop(id);
    m_queues[static_cast<std::size_t>(member)].isBusy = false;
    offerNext(member);
}

// The member has gone; the next view says who gets its sessions.
void Transfer::giveUp(int member)
{
    m_queues[static_cast<std::size_t>(member)] = {};
}

} // namespace ceteris::sessions
