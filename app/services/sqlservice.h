// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/plan.h"
#include "app/services/backend.h"
#include "app/services/child.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace ceteris::services {

struct SqlOptions
{
    plan::Sql settings;
    std::vector<int> cpus;
    QString folder; // it gets one of its own in there
    Through through = {}; // for the link "store"; empty: it is reached directly
};

// A private database server on a loopback port: one database, and one user with a random password who may do nothing
// else. What MariaDB and PostgreSQL have in common.
class SqlService : public Backend
{
public:
    // A MariaDbService or a PostgresService.
    static Result<std::unique_ptr<SqlService>> start(const SqlOptions& options);

    const contract::SqlAddress& address() const { return m_told; } // as its clients are told
    bool alive() const { return m_child && m_child->alive(); }
    qint64 pid() const { return m_child->pid(); }

    void tell(contract::ServerConfig& config) const override;
    std::vector<Part> parts() const override; // "store"
    Result<void> restart(const QString& part) override; // on its port and its files
    QString lastLines(const QString& part) const override;
    std::optional<contract::SqlAddress> sql() const override { return m_address; }

protected:
    SqlService(const SqlOptions& options, const QString& engine);

    QString path(const QString& name) const { return m_folder.filePath(name); }
    const SqlOptions& options() const { return m_options; }
    const contract::SqlAddress& place() const { return m_address; } // where it listens itself
    void stopWith(int signal); // that makes it end soon

private:
    virtual Result<void> prepare() = 0; // a fresh data directory that lets the user in
    virtual Child::Options command() const = 0; // starts it in the foreground, at place()
    virtual QString readyWords() const = 0; // what it prints when it can be used

    Result<void> launch();
    Result<void> waitUntilReady();

    const SqlOptions m_options;
    QTemporaryDir m_folder; // a new one each time: nothing of an earlier trial is there
    contract::SqlAddress m_address;
    contract::SqlAddress m_told;
    std::unique_ptr<Child> m_child;
};

} // namespace ceteris::services
