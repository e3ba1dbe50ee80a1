// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/sqlservice.h"

namespace ceteris::services {

// mariadbd.
class MariaDbService : public SqlService
{
public:
    explicit MariaDbService(const SqlOptions& options);
    ~MariaDbService() override;

private:
    Result<void> prepare() override;
    Child::Options command() const override;
    QString readyWords() const override { return QStringLiteral("ready for connections"); }
};

} // namespace ceteris::services
