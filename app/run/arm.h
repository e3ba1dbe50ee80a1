// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/monitor/monitor.h"
#include "app/plan/plan.h"
#include "app/run/cpusets.h"
#include "app/services/services.h"

#include <QString>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace ceteris::run {

// What the processes of an arm are for: timed trials, or the probes of its promises.
enum class Purpose { Load, Probes };

// The processes of one arm during one trial: fresh when it is made, gone when it goes.
class RunningArm
{
public:
    static Result<std::unique_ptr<RunningArm>> start(const plan::Plan& plan, const plan::Arm& arm, const CpuSets& cpus,
        const QString& folder, const QString& serverProgram, Purpose purpose = Purpose::Load,
        const services::Through& through = {});

    QString url() const;
    monitor::Watch watch() const; // zero is left to the caller
    std::optional<Error> lost(const QStringList& expected = {}) const; // the first other part that is not alive
    std::vector<contract::RedisAddress> redis() const; // of the store: each that keeps sessions
    std::optional<qint64> sessions() const; // in the store now
    std::optional<monitor::ServerCounters> counters() const;
    bool isOurs() const { return m_arm.url.isEmpty(); }

    // All of its processes: "instance-1" …, "balancer", and those of the store. Each leads a process group of its own.
    std::vector<services::Part> parts() const;
    // Starts a part anew at the same place; what is left of the old one is ended. watch() is another one afterwards.
    Result<void> restart(const QString& part);

    // Of a process that is about to be ended: afterwards nobody can tell what it has used. Counts each once.
    void bank(qint64 pid);

    // While the load goes on, behind a balancer; watch() is another one afterwards. The number of the new one, which is
    // the lowest that is free.
    Result<int> addInstance();
    // Gracefully: no request is sent to it any more, then it ends.
    Result<void> removeInstance(int number);

private:
    struct Instance
    {
        int number = 1;
        std::unique_ptr<services::ServerService> server;
    };

    RunningArm(const plan::Arm& arm);
    Result<void> startInstances();
    Result<void> startInstance(int number, quint16 port = 0); // 0: any that stays free while it is away
    Result<void> startBalancer(const QString& folder);
    std::vector<services::Member> members() const;

    const plan::Arm& m_arm;
    std::unique_ptr<services::Backend> m_backend; // before the instances: it must outlive them; none for memory
    std::unique_ptr<services::SqlService> m_users; // likewise; a part of the app, the same for every arm
    services::ServerOptions m_server; // what each instance is started with
    std::vector<Instance> m_instances;
    std::unique_ptr<services::Balancer> m_balancer; // none for a single instance
    monitor::ServerCounters m_retired; // what removed instances had counted
    monitor::CpuUse m_gone; // of the processes that were ended …
    std::set<qint64> m_banked; // … which these are
};

// What the keys of the sessions of an arm begin with, one key for each; an id follows.
QByteArray sessionPrefix(const plan::Redis& redis);

// What the embedded server of this arm is told.
contract::ServerConfig serverConfig(const plan::Plan& plan, const plan::Arm& arm);

} // namespace ceteris::run
