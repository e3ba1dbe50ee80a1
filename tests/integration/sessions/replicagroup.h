// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/factory.h"

#include <QList>
#include <QTcpServer>

#include <map>
#include <memory>

namespace ceteris::testsupport {

// Instances that keep each other's sessions, all in this process.
class ReplicaGroup
{
public:
    ReplicaGroup(int most, const QString& copies, const QString& acknowledge, int absoluteTimeoutS)
    {
        m_config.absoluteTimeoutS = absoluteTimeoutS;
        m_config.store.kind = QStringLiteral("replicated");
        auto& replication = m_config.store.replication;
        replication.copies = copies;
        replication.acknowledge = acknowledge;
        replication.secret = QStringLiteral("secret");
        std::vector<std::unique_ptr<QTcpServer>> probes; // all at once, so that all ports are different
        for (int i = 0; i < most; ++i) {
            probes.push_back(std::make_unique<QTcpServer>());
            probes.back()->listen(QHostAddress::LocalHost);
            replication.members.append({ probes.back()->serverPort(), probes.back()->serverPort() });
        }
    }

    contract::ServerConfig& config() { return m_config; } // before start()

    bool start(int instance)
    {
        auto config = m_config;
        config.instance = instance;
        auto factory = sessions::storeFactory(config);
        if (factory)
            m_factories[instance] = *factory;
        return factory.has_value();
    }

    std::unique_ptr<sessions::SessionStore> store(int instance) { return m_factories.at(instance)(); }
    void stop(int instance) { m_factories.erase(instance); } // as a server does that is asked to go

private:
    contract::ServerConfig m_config;
    std::map<int, sessions::StoreFactory> m_factories;
};

} // namespace ceteris::testsupport
