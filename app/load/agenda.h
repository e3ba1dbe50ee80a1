// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/planner.h"
#include "app/load/recorder.h"

#include <deque>
#include <optional>
#include <vector>

namespace ceteris::load {

// Which users belong to a thread: every n-th, so that all threads share the spawning.
struct Share
{
    int thread = 0;
    int threads = 1;

    int size(int users) const { return (users - thread + threads - 1) / threads; }
    int globalUser(int user) const { return user * threads + thread; }
};

// What the users of one thread have to send, and when. Knows no sockets and no clock; users count from 0 within the
// thread. Books what is planned and what stays unsent.
class Agenda
{
public:
    struct Item
    {
        int user = 0;
        plan::Operation operation = plan::Operation::Refresh;
        TimePoint planned;
        TimePoint ready;
        bool isFollowUp = false;
        Duration think {}; // that was planned before it
        bool isProbe = false; // of the oracle: not booked
        bool isResumed = false; // it was taken before, and waited for something: booked already
    };

    Agenda(const LoadSpec& spec, Share share, Recorder& recorder);

    // Fills the agenda for a leg; active users are those that may act in it.
    void beginLeg(const Leg& leg, TimePoint start, const std::vector<int>& activeUsers);

    // The next item that is due and has a free user.
    std::optional<Item> take(TimePoint now);
    TimePoint nextDue() const; // TimePoint::max() if nothing is
    bool isEmpty() const { return m_due.empty() && m_waiting.empty() && !m_arrival; }

    // The user's request has ended: plans what follows in this leg, or makes the user free for the next arrival.
    void release(int user, TimePoint done);
    // One request leads at once to another, even in the drain.
    void follow(int user, plan::Operation operation, TimePoint done);
    // An item that was taken and could not be sent then.
    void resume(Item item, TimePoint ready);
    // A request of the oracle, after the user's last one; it lengthens the drain.
    void probe(int user, TimePoint at);

    // The window is over: what was planned before `now` and has not been taken stays unsent. Only follow-ups go on.
    void close(TimePoint now);
    // Arrivals that it left unsent because every user was waiting for an answer.
    std::uint64_t heldUp() const { return m_heldUp; }
    // The drain is over, too. What was taken before is for its taker to book.
    void abandonFollowUps();

private:
    struct Waiting
    {
        Arrival arrival;
        TimePoint planned;
    };

    void beginSteady(const std::vector<int>& activeUsers);
    void insert(const Item& item); // if it falls into the leg
    std::optional<Item> takeDue(TimePoint now);
    std::optional<Item> takeWaiting();
    void queueArrivals(TimePoint now);
    void bookUnsent(const Item& item);
    plan::Operation actionOf(int user, std::uint64_t action) const;

    const LoadSpec& m_spec;
    const Planner m_planner;
    const Share m_share;
    Recorder& m_recorder;

    TimePoint m_start;
    TimePoint m_end; // nothing is planned from here on
    Phase m_phase = Phase::Login; // the first of the leg
    bool m_closed = false;
    std::uint64_t m_heldUp = 0;
    std::vector<Item> m_due; // heap, earliest first
    std::vector<std::uint64_t> m_actions; // of each user in the steady leg

    std::optional<Arrivals> m_arrivals; // model Rate
    std::optional<Arrival> m_arrival; // the next one
    std::deque<Waiting> m_waiting; // arrivals that found no free user
    struct Idle
    {
        int user;
        TimePoint since;
    };
    std::deque<Idle> m_idle; // longest first
};

} // namespace ceteris::load
