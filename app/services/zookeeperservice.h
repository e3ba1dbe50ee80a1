// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace ceteris::services {

class Child; // a process that dies with the engine

// A private ZooKeeper of one server: on loopback, no admin server, its data in a folder of its own.
class ZooKeeperService
{
public:
    struct Options
    {
        std::vector<int> cpus;
        QString folder; // it makes one of its own in there
        quint16 port = 0;
    };

    // Failures: ProgramMissing, ChildDied, ChildNotReady.
    static Result<std::unique_ptr<ZooKeeperService>> start(const Options& options);
    ~ZooKeeperService(); // stops it

    static bool isInstalled();

    quint16 port() const { return m_options.port; }
    qint64 pid() const;
    bool alive() const;
    QString lastLines() const;
    Result<void> restart(); // on its port and its files

private:
    explicit ZooKeeperService(const Options& options);
    Result<void> launch();
    Result<void> waitUntilReady();

    const Options m_options;
    QTemporaryDir m_folder;
    std::unique_ptr<Child> m_child;
};

// What its zoo.cfg says.
QByteArray zooKeeperConfig(quint16 port, const QString& folder);

} // namespace ceteris::services
