// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/timeline.h"

#include <cstdint>
#include <vector>

namespace ceteris::load {

// epoll with waits finer than a millisecond, for one thread. A descriptor that rests stays in the kernel's set, so that
// a connection which is used again and again costs no system call for it.
class Poller
{
public:
    Poller();
    ~Poller();
    Poller(const Poller&) = delete;
    Poller& operator=(const Poller&) = delete;

    bool isValid() const { return m_epoll >= 0 && m_wakeUp >= 0; }

    void watch(int descriptor, std::uint32_t events, int owner); // events of epoll
    void rest(int descriptor); // nobody waits for it now
    void forget(int descriptor); // it is about to be closed

    struct Event
    {
        int descriptor;
        int owner;
        std::uint32_t events;
    };
    // Returns early, without events, after wake().
    const std::vector<Event>& wait(TimePoint until);
    void wake(); // from any thread

private:
    struct Entry
    {
        std::uint32_t registered = 0; // as the kernel knows it; 0: not in its set
        int owner = 0;
        bool resting = true;
    };

    int m_epoll;
    int m_wakeUp;
    std::vector<Entry> m_entries; // by descriptor
    std::vector<Event> m_events;
};

} // namespace ceteris::load
