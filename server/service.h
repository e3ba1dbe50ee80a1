// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/commandline.h"
#include "server/lifeline.h"
#include "server/sessions/factory.h"

#include <QObject>

#include <memory>
#include <thread>

namespace ceteris::server {

// What a test build may replace, to break a promise on purpose.
struct Parts
{
    std::function<contract::Result<sessions::StoreFactory>(const contract::ServerConfig&)> stores
        = &sessions::storeFactory;
    std::function<QByteArray()> newSessionId {}; // called on every listener thread; empty: as the store has them
};

// One life of ceteris-server: makes the accounts, serves, stops when the lifeline ends.
class Service : public QObject
{
public:
    Service(Start start, Parts parts);
    ~Service() override;

private:
    struct Running;

    void prepared(const contract::Result<QString>& database);
    contract::Result<std::unique_ptr<Running>> run(const QString& database) const;
    void stop();
    void fail(const contract::Failure& failure);

    Start m_start;
    Parts m_parts;
    Lifeline m_lifeline;
    bool m_isPreparing = true;
    std::thread m_preparation;
    std::unique_ptr<Running> m_running;
};

} // namespace ceteris::server
