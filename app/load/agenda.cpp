// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/agenda.h"

#include <algorithm>

namespace ceteris::load {
namespace {

// Users in order at the same moment: neighbours share memory, and answers come in the order of the requests.
bool isLater(const Agenda::Item& a, const Agenda::Item& b)
{
    return a.planned != b.planned ? a.planned > b.planned : a.user > b.user;
}

} // namespace

Agenda::Agenda(const LoadSpec& spec, Share share, Recorder& recorder)
    : m_spec(spec)
    , m_planner(spec)
    , m_share(share)
    , m_recorder(recorder)
    , m_actions(std::size_t(share.size(spec.users)))
{
}

void Agenda::beginLeg(const Leg& leg, TimePoint start, const std::vector<int>& activeUsers)
{
    m_start = start;
    m_end = start + leg.length();
    m_phase = leg.windows.front().phase;
    m_closed = false;
    if (m_phase == Phase::Warmup || m_phase == Phase::Measure)
        return beginSteady(activeUsers);
    const auto operation = m_phase == Phase::Logout ? plan::Operation::Logout
        : m_spec.mapping.csrfField.isEmpty()        ? plan::Operation::Login
                                                    : plan::Operation::LoginPage;
    for (const int user : activeUsers) {
        const auto at = start + m_planner.spawn(m_share.globalUser(user));
        insert({ user, operation, at, at });
    }
}

void Agenda::beginSteady(const std::vector<int>& activeUsers)
{
    if (m_spec.model == plan::LoadModel::Rate) {
        m_arrivals.emplace(m_spec, m_share.thread, m_share.threads);
        m_arrival = m_arrivals->next();
        for (const int user : activeUsers)
            m_idle.push_back({ user, m_start });
        return;
    }
    for (const int user : activeUsers) {
        const auto think = m_planner.firstAction(m_share.globalUser(user));
        insert({ user, actionOf(user, 0), m_start + think, m_start + think, false, think });
    }
}

plan::Operation Agenda::actionOf(int user, std::uint64_t action) const
{
    return m_planner.operation(m_share.globalUser(user), action);
}

void Agenda::insert(const Item& item)
{
    if (item.planned >= m_end)
        return;
    m_due.push_back(item);
    std::push_heap(m_due.begin(), m_due.end(), isLater);
}

std::optional<Agenda::Item> Agenda::take(TimePoint now)
{
    queueArrivals(now);
    auto item = takeDue(now);
    return item ? item : takeWaiting();
}

std::optional<Agenda::Item> Agenda::takeDue(TimePoint now)
{
    if (m_due.empty() || m_due.front().planned > now)
        return std::nullopt;
    std::pop_heap(m_due.begin(), m_due.end(), isLater);
    const auto item = m_due.back();
    m_due.pop_back();
    if (!item.isProbe && !item.isResumed)
        m_recorder.planned(item.operation, item.planned);
    return item;
}

void Agenda::queueArrivals(TimePoint now)
{
    for (; m_arrival && m_start + m_arrival->at <= now; m_arrival = m_arrivals->next()) {
        m_waiting.push_back({ *m_arrival, m_start + m_arrival->at });
        m_recorder.planned(m_arrival->operation, m_waiting.back().planned);
    }
}

std::optional<Agenda::Item> Agenda::takeWaiting()
{
    if (m_waiting.empty() || m_idle.empty())
        return std::nullopt;
    const auto [user, since] = m_idle.front();
    const auto [arrival, planned] = m_waiting.front();
    m_idle.pop_front();
    m_waiting.pop_front();
    return Item { user, arrival.operation, planned, std::max(planned, since) };
}

TimePoint Agenda::nextDue() const
{
    auto due = TimePoint::max();
    if (!m_due.empty())
        due = m_due.front().planned;
    if (m_arrival)
        due = std::min(due, m_start + m_arrival->at);
    return due;
}

void Agenda::release(int user, TimePoint done)
{
    if (m_closed || m_phase == Phase::Login || m_phase == Phase::Logout)
        return;
    if (m_spec.model == plan::LoadModel::Rate) {
        m_idle.push_back({ user, done });
        return;
    }
    const auto action = ++m_actions[std::size_t(user)];
    const auto think = m_planner.thinkBefore(m_share.globalUser(user), action);
    insert({ user, actionOf(user, action), done + think, done + think, false, think });
}

void Agenda::follow(int user, plan::Operation operation, TimePoint done)
{
    m_due.push_back({ user, operation, done, done, true });
    std::push_heap(m_due.begin(), m_due.end(), isLater);
}

void Agenda::resume(Item item, TimePoint ready)
{
    item.ready = ready;
    item.isFollowUp = true;
    item.isResumed = true;
    m_due.push_back(item);
    std::push_heap(m_due.begin(), m_due.end(), isLater);
}

void Agenda::probe(int user, TimePoint at)
{
    m_due.push_back({ user, plan::Operation::Refresh, at, at, true, {}, true });
    std::push_heap(m_due.begin(), m_due.end(), isLater);
}

void Agenda::bookUnsent(const Item& item)
{
    if (item.isProbe || item.isResumed)
        return;
    m_recorder.planned(item.operation, item.planned);
    m_recorder.unsent(item.operation, item.planned);
}

void Agenda::close(TimePoint now)
{
    queueArrivals(now);
    m_heldUp = m_waiting.size() - std::min(m_waiting.size(), m_idle.size());
    for (const auto& waiting : m_waiting)
        m_recorder.unsent(waiting.arrival.operation, waiting.planned);
    const auto followUps
        = std::partition(m_due.begin(), m_due.end(), [](const Item& item) { return !item.isFollowUp; });
    std::for_each(m_due.begin(), followUps, [&](const Item& item) {
        if (item.planned <= now)
            bookUnsent(item);
    });
    m_due.erase(m_due.begin(), followUps);
    std::make_heap(m_due.begin(), m_due.end(), isLater);
    m_waiting.clear();
    m_idle.clear();
    m_arrival.reset();
    m_closed = true;
}

void Agenda::abandonFollowUps()
{
    for (const auto& item : m_due)
        bookUnsent(item);
    m_due.clear();
}

} // namespace ceteris::load
