// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/serverconfig.h"

#include <QHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QVariant>

namespace ceteris::testsupport {

// A private redis-server for a test: on a unix socket in a folder of its own, or on a loopback port. It ends with the
// test program, however that ends.
class RedisFixture
{
public:
    struct Options
    {
        QString password {}; // empty: none asked for
        bool tcp = false; // a free loopback port instead of a unix socket
        bool keepsData = false; // across stop() and kill(): every write is on disk before it is answered
    };

    RedisFixture();
    explicit RedisFixture(Options options);
    ~RedisFixture();

    static bool isInstalled(); // if not, skip with missing
    static constexpr auto missing = "redis-server is not installed; on Debian: apt install redis-server";

    bool start(); // true when it answers; after stop() or kill() at the same address again
    void stop(); // SIGTERM, and waits for the end
    void kill(); // SIGKILL, and waits for the end
    void pause(); // SIGSTOP: it takes connections but answers nothing
    void resume();

    contract::RedisAddress address() const { return m_address; }
    qint64 processId() const { return m_process.processId(); }

    // On a connection of its own. A text is a QByteArray, an error one that begins with '-', a whole number a
    // qlonglong, an array a QVariantList, nil and no answer an invalid QVariant.
    QVariant command(const QList<QByteArray>& arguments) const;

    // INFO commandstats since the last forgetCalls(): "hgetall" -> 1.
    QHash<QByteArray, qint64> calls() const;
    void forgetCalls() const { command({ "CONFIG", "RESETSTAT" }); }

private:
    QStringList arguments() const;
    void signal(int number) const;

    QTemporaryDir m_folder;
    Options m_options;
    contract::RedisAddress m_address;
    QProcess m_process;
};

} // namespace ceteris::testsupport
