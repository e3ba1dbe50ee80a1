// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/sqlservice.h"

namespace ceteris::services {

// postgres. It refuses to run as root: an engine that is root runs it as the user postgres, or nobody.
class PostgresService : public SqlService
{
public:
    explicit PostgresService(const SqlOptions& options);
    ~PostgresService() override;

private:
    Result<void> prepare() override;
    Child::Options command() const override;
    QString readyWords() const override { return QStringLiteral("ready to accept connections"); }
};

} // namespace ceteris::services
