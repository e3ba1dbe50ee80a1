// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/plan.h"
#include "server/contract/serverconfig.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace ceteris::services {

// A process of an arm, under the name by which events and figures speak of it: "store", "master", "replica-1".
// It leads a process group, where the processes are that it has started itself: a signal for all of it goes to -pid.
struct Part
{
    QString name;
    qint64 pid = 0; // 0: it has ended

    bool operator==(const Part&) const = default;
};

// Gives the loopback port to use instead of this one, so that a link can be disturbed; link is the name of where it
// leads, "store", or of who uses it, "replica-1". Empty: everybody is spoken to directly.
using Through = std::function<quint16(const QString& link, quint16 port)>;

struct BackendOptions
{
    const plan::Arm& arm;
    std::vector<int> cpus; // of its processes
    QString folder; // it makes a folder of its own in there
    QString serverProgram {}; // ceteris-server; empty: beside the running program
    Through through {};
};

// What keeps an arm's sessions outside its app: a private store with all of its processes. They are gone with it.
class Backend
{
public:
    virtual ~Backend() = default;

    virtual void tell(contract::ServerConfig& config) const = 0; // the app where it is
    virtual std::vector<Part> parts() const = 0;
    // Starts a part that has ended, at the same place, with what it has kept on disk.
    virtual Result<void> restart(const QString& part) = 0;
    virtual QString lastLines(const QString& part) const = 0; // of its output, to say why it has ended
    // The Redis servers with sessions: those that are masters at the time are counted and drawn.
    virtual std::vector<contract::RedisAddress> redis() const { return {}; }
    virtual std::optional<contract::MemcachedAddress> memcached() const
    {
        return std::nullopt;
    } // whose stats are drawn
    virtual std::optional<contract::SqlAddress> sql() const { return std::nullopt; } // whose sessions are counted
};

// nullptr for an arm that needs none. Failures: ProgramMissing with its package, ChildDidNotStart, ChildDied …
Result<std::unique_ptr<Backend>> startBackend(const BackendOptions& options);

} // namespace ceteris::services
