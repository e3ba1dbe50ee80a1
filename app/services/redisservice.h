// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/plan.h"
#include "app/services/backend.h"
#include "server/contract/serverconfig.h"

#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace ceteris::services {

class Child; // a process that dies with the engine

struct RedisOptions
{
    plan::Redis settings;
    std::vector<int> cpus;
    QString folder; // it gets one of its own in there, for its socket and files
    std::function<quint16()> choosePort = {}; // empty: the kernel chooses a free one
    Through through = {}; // for the link "store"; empty: it is reached directly
};

// A private redis-server: loopback or unix socket, random password, nothing written to disk unless the plan asks.
class RedisService : public Backend
{
public:
    static Result<std::unique_ptr<RedisService>> start(const RedisOptions& options);
    ~RedisService() override; // stops it

    const contract::RedisAddress& address() const { return m_address; }
    qint64 pid() const;
    bool alive() const;
    QString lastLines() const;
    Result<void> flush(); // FLUSHALL + MEMORY PURGE

    void tell(contract::ServerConfig& config) const override;
    std::vector<Part> parts() const override; // "store"
    Result<void> restart(const QString& part) override; // on its port, its socket and its files
    QString lastLines(const QString&) const override { return lastLines(); }
    std::vector<contract::RedisAddress> redis() const override { return { m_address }; }

private:
    explicit RedisService(const RedisOptions& options);
    Result<void> prepare(); // where it is going to be
    Result<void> launch();
    Result<void> waitUntilReady();

    const RedisOptions m_options;
    QTemporaryDir m_folder; // a new one each time: no file of an earlier trial can be loaded
    contract::RedisAddress m_address;
    quint16 m_toldPort = 0; // of the link that leads to it
    std::unique_ptr<Child> m_child;
};

// The configuration as redis-server reads it from stdin, where no other user can see the password.
QByteArray redisConfig(const plan::Redis& settings, const contract::RedisAddress& address, const QString& folder);

} // namespace ceteris::services
