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
    std::vector<services::Part> parts() const; // as plan::partNames
    Result<void> restart(const QString& part); // one that has ended, where it was
    std::optional<Error> lost(const QStringList& expected = {}) const; // the first other part that is not alive
    std::vector<contract::RedisAddress> redis() const; // of the store: each that keeps sessions
    std::optional<qint64> sessions() const; // in the store now
    std::optional<monitor::ServerCounters> counters() const;
    bool isOurs() const { return !m_instances.empty(); }

private:
    RunningArm(const plan::Arm& arm);

    struct Instance
    {
        services::ServerOptions options; // with the port that it has got
        std::unique_ptr<services::ServerService> server;
    };

    const plan::Arm& m_arm;
    std::unique_ptr<services::Backend> m_backend; // before the instances: it must outlive them; none for memory
    std::unique_ptr<services::SqlService> m_users; // likewise; a part of the app, the same for every arm
    std::vector<Instance> m_instances;
};

// What the keys of the sessions of an arm begin with, one key for each; an id follows.
QByteArray sessionPrefix(const plan::Redis& redis);

// What the embedded server of this arm is told.
contract::ServerConfig serverConfig(const plan::Plan& plan, const plan::Arm& arm);

} // namespace ceteris::run
