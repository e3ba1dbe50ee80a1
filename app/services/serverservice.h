// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "server/contract/serverconfig.h"

#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace ceteris::services {

class Child; // a process that dies with the engine

struct ServerOptions
{
    contract::ServerConfig config;
    std::vector<int> cpus;
    QString program; // empty: ceteris-server beside the running program
    std::function<void(int done, int total)> onProgress; // making accounts
    std::function<bool()> cancelled; // asked while waiting; may be empty
    std::chrono::milliseconds patience = std::chrono::seconds(10); // without a word, on top of a batch of hashes
};

// One ceteris-server. start() returns when it is ready, or with the child's own sentence or last lines.
class ServerService
{
public:
    static Result<std::unique_ptr<ServerService>> start(const ServerOptions& options);
    ~ServerService(); // closes stdin, waits, then kills

    QString url() const; // http://127.0.0.1:port
    quint16 port() const { return m_port; }
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
