// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/plan.h"
#include "server/contract/serverconfig.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace ceteris::services {

// A private folder for one engine; gone when the object goes. The constructor also removes the folders of engines that
// were killed (their process id is in the name).
class Workspace
{
public:
    Workspace();
    ~Workspace();
    QString path() const;

private:
    QString m_path;
};

class Child; // a process that dies with the engine

struct RedisOptions
{
    plan::Redis settings;
    std::vector<int> cpus;
    QString folder; // for its socket and files
};

// A private redis-server: loopback or unix socket, random password, nothing written to disk unless the plan asks.
class RedisService
{
public:
    static Result<std::unique_ptr<RedisService>> start(const RedisOptions& options);
    ~RedisService(); // stops it

    const contract::RedisAddress& address() const { return m_address; }
    qint64 pid() const;
    bool alive() const;
    QString lastLines() const;
    Result<void> flush(); // FLUSHALL + MEMORY PURGE

private:
    RedisService();
    std::unique_ptr<Child> m_child;
    contract::RedisAddress m_address;
};

struct ServerOptions
{
    contract::ServerConfig config;
    std::vector<int> cpus;
    QString program; // empty: ceteris-server beside the running program
    std::function<void(int done, int total)> onProgress; // making accounts
    std::function<bool()> cancelled; // asked while waiting; may be empty
};

// One ceteris-server. start() returns when it is ready, or with the child's own sentence or last lines.
class ServerService
{
public:
    static Result<std::unique_ptr<ServerService>> start(const ServerOptions& options);
    ~ServerService(); // closes stdin, waits, then kills

    QString url() const; // http://127.0.0.1:port
    qint64 pid() const;
    bool alive() const;
    QString lastLines() const;

private:
    ServerService();
    std::unique_ptr<Child> m_child;
    quint16 m_port = 0;
};

// Makes the account database once, on all cores, so that no trial pays for it.
Result<void> prepareAccounts(const ServerOptions& options);

} // namespace ceteris::services
