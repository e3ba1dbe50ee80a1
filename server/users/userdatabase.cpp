// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/users/userdatabase.h"

#include <QSqlError>

#include <atomic>

using namespace Qt::StringLiterals;

namespace ceteris::users {
namespace {

constexpr qint64 formatVersion = 1;

QString freshConnectionName()
{
    static std::atomic<int> next = 0;
    return u"ceteris-users-%1"_s.arg(++next);
}

} // namespace

UserDatabase::UserDatabase(const QString& path)
    : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, freshConnectionName()))
{
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!m_database.open()) {
        m_error = m_database.lastError().text();
        return;
    }
    m_find = QSqlQuery(m_database);
    m_add = QSqlQuery(m_database);
    // No file of ours has to survive a crash: a copy is thrown away, and a prepared file counts only once it is synced.
    QSqlQuery(u"PRAGMA synchronous = OFF"_s, m_database);
    QSqlQuery(u"PRAGMA journal_mode = MEMORY"_s, m_database);
}

UserDatabase::~UserDatabase()
{
    const auto name = m_database.connectionName();
    m_find = QSqlQuery();
    m_add = QSqlQuery();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

bool UserDatabase::createTables()
{
    QSqlQuery query(m_database);
    for (const auto& sql :
        { u"CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, password_hash TEXT NOT NULL)"_s,
            u"CREATE UNIQUE INDEX users_by_name ON users (name)"_s,
            u"PRAGMA user_version = %1"_s.arg(formatVersion) }) {
        query.prepare(sql);
        if (!run(query))
            return false;
    }
    return true;
}

contract::Result<std::optional<User>> UserDatabase::find(const QByteArray& name)
{
    auto& query = prepared(m_find, u"SELECT id, name, password_hash FROM users WHERE name = ?"_s);
    query.bindValue(0, QString::fromUtf8(name));
    if (!run(query)) {
        return tl::unexpected(
            contract::Failure { contract::ExitCode::NoUsers, u"The user database cannot be read: %1."_s.arg(m_error) });
    }
    std::optional<User> user;
    if (query.next())
        user = User { query.value(0).toLongLong(), query.value(1).toByteArray(), query.value(2).toByteArray() };
    query.finish(); // an open read would keep the file locked against sign-ups
    return user;
}

AddResult UserDatabase::add(const QByteArray& name, const QByteArray& passwordHash)
{
    auto& query
        = prepared(m_add, u"INSERT INTO users (name, password_hash) VALUES (?, ?) ON CONFLICT (name) DO NOTHING"_s);
    query.bindValue(0, QString::fromUtf8(name));
    query.bindValue(1, QString::fromLatin1(passwordHash));
    if (!run(query))
        return AddResult::Failed;
    return query.numRowsAffected() > 0 ? AddResult::Added : AddResult::NameTaken;
}

bool UserDatabase::holdsExactly(int count)
{
    QSqlQuery check(u"PRAGMA quick_check"_s, m_database);
    const bool whole = check.next() && check.value(0).toString() == u"ok";
    check.finish();
    return whole && number(u"PRAGMA user_version"_s) == formatVersion
        && number(u"SELECT count(*) FROM users"_s) == count
        && number(u"SELECT count(*) FROM users WHERE name = 'user%1'"_s.arg(count)) == 1;
}

bool UserDatabase::run(QSqlQuery& query)
{
    if (query.exec())
        return true;
    m_error = query.lastError().text();
    return false;
}

QSqlQuery& UserDatabase::prepared(QSqlQuery& query, const QString& sql)
{
    if (query.lastQuery() != sql)
        query.prepare(sql);
    return query;
}

qint64 UserDatabase::number(const QString& sql)
{
    QSqlQuery query(sql, m_database);
    return query.next() ? query.value(0).toLongLong() : -1;
}

} // namespace ceteris::users
