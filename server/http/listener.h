// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/application.h"
#include "server/http/dispatcher.h"
#include "server/http/threadservices.h"

#include <QTcpServer>
#include <QTimer>

#include <memory>
#include <vector>

namespace ceteris::http {

// What one listener thread runs: accepts connections, watches their time, and at the end lets them finish.
class Listener final : public QObject
{
    Q_OBJECT

public:
    // Takes over the descriptor, which listens already.
    Listener(int descriptor, const contract::LimitsConfig& limits, std::shared_ptr<metrics::ThreadMetrics> metrics,
        std::atomic<int>& connectionsOfProcess, const ApplicationFactory& makeApplication);
    ~Listener() override;

    void stop(); // no new connections; stopped() when those in flight have ended, or after limits.drainMs

signals:
    void stopped();

private:
    class Door;
    std::vector<Connection*> open() const;
    void sweep();

    ThreadServices m_services;
    std::unique_ptr<Application> m_application;
    Dispatcher m_dispatcher;
    Door* m_door; // owned by the dispatcher
    QTimer m_sweep;
    QTimer m_patience;
    bool m_stopping = false;
};

} // namespace ceteris::http
