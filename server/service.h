// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/commandline.h"
#include "server/lifeline.h"

#include <QObject>

#include <memory>
#include <thread>

namespace ceteris::server {

// One life of ceteris-server: makes the accounts, serves, stops when the lifeline ends.
class Service : public QObject
{
public:
    explicit Service(Start start);
    ~Service() override;

private:
    struct Running;

    void prepared(const contract::Result<QString>& database);
    contract::Result<std::unique_ptr<Running>> run(const QString& database) const;
    void stop();
    void fail(const contract::Failure& failure);

    Start m_start;
    Lifeline m_lifeline;
    bool m_isPreparing = true;
    std::thread m_preparation;
    std::unique_ptr<Running> m_running;
};

} // namespace ceteris::server
