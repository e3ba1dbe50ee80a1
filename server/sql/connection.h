// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/storeconfig.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <map>

namespace ceteris::sql {

enum class Engine { Sqlite, MariaDb, PostgreSql };

// Why a statement was refused, as far as it matters for what to do next.
enum class Trouble {
    None,
    Conflict, // a deadlock, or two transactions that cannot be put in an order: may be tried again
    Duplicate, // the key is there already
    Other, // the connection is gone, or the statement cannot be done
};

// One connection to a database, blocking; for the thread that made it only, as QtSql demands. Statements are prepared
// once and kept. Without an answer to a connection attempt it gives up after 2 s.
class Connection
{
public:
    explicit Connection(contract::SqlAddress address);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    Engine engine() const { return m_engine; }
    bool isOpen() const { return m_database.isOpen(); }
    bool open();
    void close();

    // The query, executed; nullptr when it was refused. It belongs to the connection and is good until the same
    // statement is run again. The reader calls finish() on what he does not read to its end.
    QSqlQuery* run(const QString& statement, const QVariantList& values = {});
    bool execute(const QString& statement); // one without values and rows, at once: tables, settings
    bool begin();
    bool commit();
    void rollback();

    Trouble trouble() const { return m_trouble; } // of what was refused last
    QString lastError() const { return m_lastError; } // its words

private:
    QString options() const;
    bool keep(const QSqlError& error); // always false

    const contract::SqlAddress m_address;
    const Engine m_engine;
    QSqlDatabase m_database;
    std::map<QString, QSqlQuery> m_prepared;
    Trouble m_trouble = Trouble::None;
    QString m_lastError;
};

} // namespace ceteris::sql
