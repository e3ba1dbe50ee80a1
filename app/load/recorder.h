// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/loadresult.h"
#include "app/load/timeline.h"

#include <mutex>
#include <optional>

namespace ceteris::load {

// A request from the moment it is sent.
struct Flight
{
    plan::Operation operation = plan::Operation::Refresh;
    TimePoint planned;
    TimePoint ready; // the user was free and the plan had come
    TimePoint sent; // handed to the transport
    bool isProbe = false; // of the oracle: not one of the load, and not in these books
    bool isRepeat = false; // it was refused once, and has been sent again with a new token
};

struct Ending
{
    TimePoint done;
    std::optional<Failure> failure {}; // nullopt: ok
    bool newConnection = false;
    std::uint64_t bytes = 0;
};

// The books of one thread: by phase for the result, by interval for whoever watches. Only takeInterval() is for
// another thread.
class Recorder
{
public:
    void beginLeg(const Leg& leg, TimePoint start);
    void endLeg(TimePoint now); // books the lengths of the windows as they were run

    void planned(plan::Operation operation, TimePoint time);
    void unsent(plan::Operation operation, TimePoint planned);
    void sent(const Flight& flight);
    void repeated(const Flight& flight); // sent before, and not ended since
    void ended(const Flight& flight, const Ending& ending);
    void censored(const Flight& flight);
    void signedIn(int difference);

    // Puts an empty record in the place of the running one and hands that out; both keep their memory.
    void takeInterval(Interval& empty);

    const std::array<PhaseRecord, phaseCount>& phases() const { return m_phases; }

private:
    OperationRecord& phaseRecord(plan::Operation operation, TimePoint planned);
    template <class Book>
    void book(plan::Operation operation, TimePoint planned, Book&& entry);

    Leg m_leg;
    TimePoint m_start;
    std::array<PhaseRecord, phaseCount> m_phases;

    std::mutex m_mutex; // contended only while an interval is swapped
    Interval m_interval;
};

} // namespace ceteris::load
