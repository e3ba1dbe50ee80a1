// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/plan.h"
#include "app/services/linkproxy.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace ceteris::run {

// With what faults are brought about, so that their order in time can be had without processes.
struct FaultTools
{
    std::function<qint64(const QString& part)> pidOf; // 0: it has ended
    std::function<void(qint64 pid, int signal)> signal;
    std::function<Result<void>(const QString& part)> restart;
    std::function<Result<void>(bool out)> scale; // one instance more or less
    std::function<Result<void>(const std::vector<QByteArray>& words)> askStore; // a command of Redis
    std::function<void(const QString& link, const services::LinkState& state)> setLink;
    std::function<void()> tookHold; // what began has come about; may be empty
    int maxMemoryMib = 0; // that the store may have otherwise; 0: no limit
};

// An event as it came about.
struct Fault
{
    plan::Event event;
    double beganS = 0; // since the measure window began
    std::optional<double> endedS; // nullopt: it lasted to the end
};

// Does what a plan wants to be done to one arm during a trial, and undoes it. Sound plans only (see plan::check).
class Faults
{
public:
    using Tell = std::function<void(const Fault& fault)>; // when it has begun, and when it has been undone

    Faults(std::vector<plan::Event> events, FaultTools tools, Tell tell);

    void add(std::vector<plan::Event> events); // more to come

    // What is due so long after the beginning of the measure window. Failure: a part did not come back.
    Result<void> follow(double measuredS);
    ~Faults() { finish(); }
    Q_DISABLE_COPY_MOVE(Faults)

    void finish(); // stopped parts go on, so that they can be asked and ended

    const std::vector<Fault>& begun() const { return m_begun; } // in the order of time
    QStringList ended() const { return m_ended; } // parts that are gone on purpose
    bool hasEndedInstances() const { return m_hasEndedInstances; } // and with them what they had counted

private:
    Result<void> begin(const plan::Event& event);
    Result<void> undo(const plan::Event& event);
    void end(const QString& part, int signal);

    std::vector<plan::Event> m_events; // still to come, earliest first
    FaultTools m_tools;
    Tell m_tell;
    std::vector<Fault> m_begun;
    QStringList m_ended;
    bool m_hasEndedInstances = false;
};

// "kill store", "delay store by 20 ms": for people and for events.csv.
QString shown(const plan::Event& event);

} // namespace ceteris::run
