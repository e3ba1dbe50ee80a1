// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/load/agenda.h"
#include "app/load/conductor.h"
#include "app/load/episode.h"
#include "app/load/healthbook.h"
#include "app/load/oracle.h"
#include "app/load/transport.h"
#include "app/load/user.h"

#include <deque>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace ceteris::load {

// One thread's share of the load: its users, their connections, its clock and its books. run() is for that thread;
// until it returns the others may only use recorder().takeInterval().
class Worker
{
public:
    // The site, the spec and the marks must outlive the worker.
    static Result<std::unique_ptr<Worker>> make(
        const LoadSpec& spec, const Site& site, const Marks& marks, Share share);

    void run(const std::stop_token& stop, Conductor& conductor);

    Recorder& recorder() { return m_recorder; }
    const Oracle& oracle() const { return m_oracle; }
    const GeneratorHealth& health() const { return m_health.health(); }
    std::vector<Episode> episodes() { return m_episodes.conclude(m_oracle.book().soFar()); }
    int everSignedIn() const { return m_everSignedIn; }
    double cpuS() const { return m_cpuS; }
    double measureCores() const { return m_measureCores; } // CPU / wall time over Measure

private:
    Worker(const LoadSpec& spec, const Site& site, const Marks& marks, Share share);

    void runLeg(const Leg& leg, TimePoint start, const std::stop_token& stop);
    std::vector<int> activeUsers(const Leg& leg) const;
    void watchCpu(const Leg& leg, TimePoint start, TimePoint now);

    void sendDue();
    void send(const Agenda::Item& item, TimePoint now);
    void launch(int tab, const Flight& flight, const Request& request);
    std::optional<Failure> judge(int user, plan::Operation operation, const Answer& answer);
    void onAnswer(int tab, const Answer& answer);
    void end(int tab, const Ending& ending, const Answer& answer = {});
    void goOn(int user, const Flight& flight, const Ending& ending);
    void cut(int tab, TimePoint now);
    void dropOverdue(TimePoint now);
    void cutAll();

    // In workerrenewals.cpp: requests that have to wait for a new token.
    struct Held
    {
        Agenda::Item item;
        bool wasSent = false; // and refused
    };
    void holdForRenewal(const Agenda::Item& item, TimePoint now);
    void holdRefused(int user, TimePoint now);
    void renew(const Agenda::Item& item, TimePoint now);
    void resume(int user, TimePoint now);
    void cutHeld(int user, TimePoint now);

    int users() const { return int(m_users.size()); }
    int userOf(int tab) const { return tab % users(); }

    struct Deadline
    {
        TimePoint at;
        int tab;
    };

    const LoadSpec& m_spec;
    const Duration m_timeout;
    Recorder m_recorder;
    HealthBook m_health;
    Agenda m_agenda;
    std::vector<User> m_users;
    Oracle m_oracle;
    EpisodeBook m_episodes;
    std::vector<std::optional<Held>> m_held; // by user
    std::vector<std::optional<Flight>> m_flights; // by tab, as Transport numbers them
    int m_inFlight = 0;
    std::deque<Deadline> m_deadlines; // of everything sent, in order; those that were met are skipped
    std::unique_ptr<Transport> m_transport;

    int m_everSignedIn = 0;
    double m_cpuS = 0;
    double m_measureCores = 0;
    struct CpuMark
    {
        double cpuS;
        TimePoint at;
    };
    std::optional<CpuMark> m_measureBegin;
};

} // namespace ceteris::load
