// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sql/connection.h"

#include <QSqlError>

#include <atomic>

using namespace Qt::StringLiterals;

namespace ceteris::sql {
namespace {

QString freshName()
{
    static std::atomic<int> next = 0;
    return u"ceteris-%1"_s.arg(++next);
}

Engine engineOf(const QString& name)
{
    if (name == "mariadb"_L1)
        return Engine::MariaDb;
    return name == "postgresql"_L1 ? Engine::PostgreSql : Engine::Sqlite;
}

QString driverOf(Engine engine)
{
    switch (engine) {
    case Engine::MariaDb:
        return u"QMYSQL"_s;
    case Engine::PostgreSql:
        return u"QPSQL"_s;
    case Engine::Sqlite:
        break;
    }
    return u"QSQLITE"_s;
}

QString packageOf(Engine engine)
{
    switch (engine) {
    case Engine::MariaDb:
        return u"libqt6sql6-mysql"_s;
    case Engine::PostgreSql:
        return u"libqt6sql6-psql"_s;
    case Engine::Sqlite:
        break;
    }
    return u"libqt6sql6-sqlite"_s;
}

// By the engines' own codes: SQLite's result codes, MariaDB's error numbers, PostgreSQL's SQLSTATE.
Trouble troubleOf(const QString& code)
{
    static const QStringList conflicts { u"5"_s, u"6"_s, u"517"_s, u"1205"_s, u"1213"_s, u"40001"_s, u"40P01"_s };
    static const QStringList duplicates { u"1555"_s, u"2067"_s, u"1062"_s, u"23505"_s };
    if (conflicts.contains(code))
        return Trouble::Conflict;
    return duplicates.contains(code) ? Trouble::Duplicate : Trouble::Other;
}

} // namespace

Connection::Connection(contract::SqlAddress address)
    : m_address(std::move(address))
    , m_engine(engineOf(m_address.engine))
{
}

Connection::~Connection()
{
    close();
}

QString Connection::options() const
{
    switch (m_engine) {
    case Engine::MariaDb: // an UPDATE shall count the rows it found, not those it made different
        return u"CLIENT_FOUND_ROWS=1;MYSQL_OPT_CONNECT_TIMEOUT=2;MYSQL_OPT_READ_TIMEOUT=10"_s;
    case Engine::PostgreSql:
        return u"connect_timeout=2;options='-c client_min_messages=warning'"_s;
    case Engine::Sqlite:
        break;
    }
    return u"QSQLITE_BUSY_TIMEOUT=5000"_s;
}

bool Connection::open()
{
    close();
    if (!QSqlDatabase::isDriverAvailable(driverOf(m_engine))) {
        m_trouble = Trouble::Other;
        m_lastError = u"Qt's driver %1 is not installed; on Debian: apt install %2"_s.arg(
            driverOf(m_engine), packageOf(m_engine));
        return false;
    }
    m_database = QSqlDatabase::addDatabase(driverOf(m_engine), freshName());
    m_database.setDatabaseName(m_engine == Engine::Sqlite ? m_address.file : m_address.database);
    m_database.setConnectOptions(options());
    if (m_engine != Engine::Sqlite) {
        m_database.setHostName(m_address.host);
        m_database.setPort(m_address.port);
        m_database.setUserName(m_address.user);
        m_database.setPassword(m_address.password);
    }
    return m_database.open() || keep(m_database.lastError());
}

// The driver goes first: the statements of a dead connection would complain that they cannot say good-bye.
void Connection::close()
{
    const auto name = m_database.connectionName();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
    m_prepared.clear();
}

QSqlQuery* Connection::run(const QString& statement, const QVariantList& values)
{
    const auto [place, isNew] = m_prepared.try_emplace(statement, m_database);
    auto& query = place->second;
    if (isNew) {
        query.setForwardOnly(true);
        if (!query.prepare(statement)) {
            keep(query.lastError());
            m_prepared.erase(place);
            return nullptr;
        }
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values[i]);
    if (query.exec())
        return &query;
    keep(query.lastError());
    return nullptr;
}

bool Connection::execute(const QString& statement)
{
    QSqlQuery query(m_database);
    return query.exec(statement) || keep(query.lastError());
}

bool Connection::begin()
{
    return m_database.transaction() || keep(m_database.lastError());
}

bool Connection::commit()
{
    return m_database.commit() || keep(m_database.lastError());
}

void Connection::rollback()
{
    m_database.rollback();
}

bool Connection::keep(const QSqlError& error)
{
    m_trouble = troubleOf(error.nativeErrorCode());
    m_lastError = error.text();
    return false;
}

} // namespace ceteris::sql
