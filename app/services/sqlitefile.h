// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/sqlservice.h"

namespace ceteris::services {

// A private SQLite file; no process, as SQLite works in that of its user.
class SqliteFile : public Backend
{
public:
    static Result<std::unique_ptr<SqliteFile>> start(const SqlOptions& options);

    void tell(contract::ServerConfig& config) const override;
    std::vector<Part> parts() const override { return {}; }
    Result<void> restart(const QString&) override { return {}; }
    QString lastLines(const QString&) const override { return {}; }
    std::optional<contract::SqlAddress> sql() const override { return address(); }

private:
    explicit SqliteFile(const SqlOptions& options);
    contract::SqlAddress address() const;

    const plan::Sql m_settings;
    QTemporaryDir m_folder; // for the file and its log
};

} // namespace ceteris::services
