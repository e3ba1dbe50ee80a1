// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/workpool.h"
#include "server/contract/serverconfig.h"
#include "server/http/application.h"
#include "server/metrics/servermetrics.h"
#include "server/sessions/factory.h"
#include "server/users/userrepository.h"

#include <QDateTime>

namespace ceteris::auth {

// What the auth app stands on. All of it outlives the server's listener threads.
struct Services
{
    contract::ServerConfig config;
    sessions::StoreFactory makeStore;
    users::UserRepository& users;
    WorkPool& pool;
    metrics::ServerMetrics& metrics;
    // Called on every listener thread.
    std::function<qint64()> nowMs = &QDateTime::currentMSecsSinceEpoch;
    std::function<QByteArray()> newSessionId = &sessions::newSessionId;
};

// Makes the auth app, one for each listener thread.
http::ApplicationFactory applicationFactory(Services services);

} // namespace ceteris::auth
