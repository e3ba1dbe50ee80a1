// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/transport.h"

#include "app/load/curlgroup.h"
#include "app/load/poller.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace ceteris::load {

struct Transport::Shared
{
    Shared(const Site& site, int users, Listener onAnswer)
        : settings(site, users, poller)
        , listener(std::move(onAnswer))
    {
    }

    CurlGroup& groupOf(int tab) { return groups[std::size_t(tab / CurlGroup::capacity)]; }
    void noteTimer(int number);
    void runTimers();
    void collect(CurlGroup& group);

    Poller poller;
    CurlSettings settings;
    Listener listener;
    std::deque<CurlGroup> groups; // they do not move

    struct Timer
    {
        TimePoint due;
        int group;
        bool operator>(const Timer& other) const { return due > other.due; }
    };
    std::vector<Timer> timers; // heap, earliest first; one that its group has moved is dropped when it comes up
    std::vector<int> ended; // groups with answers that no socket will announce: when nobody listens, at once
};

// Most timers are "now" and gone with the next call; only those that stay get into the heap.
void Transport::Shared::noteTimer(int number)
{
    auto& group = groups[std::size_t(number)];
    if (!group.hasNewTimer() || group.timer() == TimePoint::max())
        return;
    timers.push_back({ group.timer(), number });
    std::push_heap(timers.begin(), timers.end(), std::greater<> {});
}

void Transport::Shared::runTimers()
{
    const auto now = Clock::now();
    while (!timers.empty() && timers.front().due <= now) {
        std::pop_heap(timers.begin(), timers.end(), std::greater<> {});
        const auto [due, number] = timers.back();
        timers.pop_back();
        auto& group = groups[std::size_t(number)];
        if (group.timer() != due)
            continue;
        group.onTimer();
        noteTimer(number);
        if (group.hasEnded())
            ended.push_back(number);
    }
}

void Transport::Shared::collect(CurlGroup& group)
{
    group.collect([this](const CurlHandle& handle, CURLcode code) { listener(handle.tab(), handle.answer(code)); });
}

Result<std::unique_ptr<Transport>> Transport::make(const Site& site, int users, Listener listener)
{
    auto shared = std::make_unique<Shared>(site, users, std::move(listener));
    const int tabs = users * site.tokens.tabs;
    bool isValid = shared->poller.isValid();
    for (int first = 0, number = 0; first < tabs && isValid; first += CurlGroup::capacity, ++number) {
        const auto& group
            = shared->groups.emplace_back(shared->settings, number, first, std::min(CurlGroup::capacity, tabs - first));
        isValid = group.isValid();
    }
    if (!isValid)
        return fail(
            ErrorCode::LoadNotStarted, { u"there is not enough memory or there are too few file descriptors"_s });
    return std::unique_ptr<Transport>(new Transport(std::move(shared)));
}

Transport::Transport(std::unique_ptr<Shared> shared)
    : m_shared(std::move(shared))
{
}

Transport::~Transport() = default;

void Transport::send(int tab, const Request& request)
{
    auto& group = m_shared->groupOf(tab);
    group.send(tab, request);
    const int number = tab / CurlGroup::capacity;
    m_shared->noteTimer(number);
    if (group.hasEnded())
        m_shared->ended.push_back(number);
}

void Transport::cancel(int tab)
{
    m_shared->groupOf(tab).cancel(tab);
}

void Transport::wait(TimePoint until)
{
    auto& shared = *m_shared;
    shared.runTimers();
    for (const int number : shared.ended)
        shared.collect(shared.groups[std::size_t(number)]);
    if (!shared.timers.empty())
        until = std::min(until, shared.timers.front().due);
    if (!std::exchange(shared.ended, {}).empty())
        until = {}; // the caller wants to know now
    for (const auto& event : shared.poller.wait(until)) {
        auto& group = shared.groups[std::size_t(event.owner)];
        group.onSocket(event.descriptor, event.events);
        shared.noteTimer(event.owner);
        if (group.hasEnded())
            shared.collect(group);
    }
}

void Transport::wake()
{
    m_shared->poller.wake();
}

} // namespace ceteris::load
