// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/services/balancerconfig.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace ceteris::services {

class Child; // a process that dies with the engine

struct BalancerOptions
{
    plan::Balancer settings;
    std::vector<int> cpus;
    QString folder; // it gets one of its own in there
};

// A private nginx or HAProxy that spreads requests over the instances: one worker, no access log.
class Balancer
{
public:
    static Result<std::unique_ptr<Balancer>> start(const BalancerOptions& options, const std::vector<Member>& members);
    ~Balancer(); // stops it

    // These are its members from now on. Returns when no new request can go to another one; requests that are under way
    // get a second to end.
    Result<void> serve(const std::vector<Member>& members);
    Result<void> restart(); // at the same place, after its end

    QString url() const; // http://127.0.0.1:port
    qint64 pid() const; // of its master; its process group has the workers too
    std::vector<qint64> pids() const; // of the master and its workers
    bool alive() const;
    QString lastLines() const;

private:
    explicit Balancer(const BalancerOptions& options);
    QString configPath() const { return m_folder.filePath(QStringLiteral("balancer.conf")); }
    Result<void> writeConfig();
    Result<void> launch();
    Result<void> waitUntilServing() const; // by the configuration that was written last
    std::vector<qint64> workers() const;
    void endWorkers();

    const BalancerOptions m_options;
    QTemporaryDir m_folder;
    BalancerSite m_site;
    std::unique_ptr<Child> m_child;
};

} // namespace ceteris::services
