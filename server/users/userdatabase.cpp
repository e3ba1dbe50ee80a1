// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/users/userdatabase.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ceteris::users {
namespace {

constexpr qint64 formatVersion = 1;
constexpr qsizetype rowsPerStatement = 100;

QStringList tables(sql::Engine engine)
{
    const auto index = u"CREATE UNIQUE INDEX IF NOT EXISTS users_by_name ON users (name)"_s;
    const auto table = u"CREATE TABLE IF NOT EXISTS users (id %1 PRIMARY KEY, name %2 NOT NULL, password_hash %3 "
                       "NOT NULL)"_s;
    switch (engine) {
    case sql::Engine::MariaDb: // names differ when a byte does, a space at the end included
        return { table.arg(u"BIGINT AUTO_INCREMENT"_s,
                     u"VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"_s, u"VARCHAR(100)"_s),
            index };
    case sql::Engine::PostgreSql:
        return { table.arg(u"BIGSERIAL"_s, u"VARCHAR(255)"_s, u"VARCHAR(100)"_s), index };
    case sql::Engine::Sqlite:
        break;
    }
    return { table.arg(u"INTEGER"_s, u"TEXT"_s, u"TEXT"_s), index, u"PRAGMA user_version = %1"_s.arg(formatVersion) };
}

contract::SqlAddress sqlite(const QString& file)
{
    contract::SqlAddress address;
    address.file = file;
    return address;
}

} // namespace

UserDatabase::UserDatabase(const contract::SqlAddress& address)
    : m_connection(address)
{
    open();
}

UserDatabase::UserDatabase(const QString& file)
    : UserDatabase(sqlite(file))
{
}

bool UserDatabase::open()
{
    if (!m_connection.open())
        return false;
    // No file of ours has to survive a crash: a copy is thrown away, and a prepared file counts only once it is synced.
    return m_connection.engine() != sql::Engine::Sqlite
        || (m_connection.execute(u"PRAGMA synchronous = OFF"_s)
            && m_connection.execute(u"PRAGMA journal_mode = MEMORY"_s));
}

bool UserDatabase::createTables()
{
    return std::ranges::all_of(
        tables(m_connection.engine()), [this](const QString& statement) { return m_connection.execute(statement); });
}

contract::Result<std::optional<User>> UserDatabase::find(const QByteArray& name)
{
    if (name.contains('\0')) // text ends there for PostgreSQL, and "user1\0" must not be user1
        return std::optional<User> {};
    auto* query
        = run(u"SELECT id, name, password_hash FROM users WHERE name = ?"_s, { QVariant(QString::fromUtf8(name)) });
    if (!query) {
        return tl::unexpected(contract::Failure {
            contract::ExitCode::NoUsers, u"The user database cannot be read: %1."_s.arg(lastError()) });
    }
    std::optional<User> user;
    if (query->next())
        user = User { query->value(0).toLongLong(), query->value(1).toByteArray(), query->value(2).toByteArray() };
    query->finish(); // an open read would keep the file locked against sign-ups
    return user;
}

AddResult UserDatabase::add(const QByteArray& name, const QByteArray& passwordHash)
{
    if (name.contains('\0'))
        return AddResult::Failed;
    if (run(u"INSERT INTO users (name, password_hash) VALUES (?, ?)"_s,
            { QString::fromUtf8(name), QString::fromLatin1(passwordHash) }))
        return AddResult::Added;
    return m_connection.trouble() == sql::Trouble::Duplicate ? AddResult::NameTaken : AddResult::Failed;
}

bool UserDatabase::fillFrom(UserDatabase& other)
{
    if (number(u"SELECT count(*) FROM users"_s) > 0)
        return true;
    auto* users = other.run(u"SELECT name, password_hash FROM users ORDER BY id"_s, {});
    if (!users || !m_connection.begin())
        return false;
    QVariantList batch;
    while (users->next()) {
        batch << users->value(0).toString() << users->value(1).toString();
        if (batch.size() == 2 * rowsPerStatement && !addAll(std::exchange(batch, {})))
            return false;
    }
    return addAll(batch) && m_connection.commit();
}

bool UserDatabase::addAll(const QVariantList& namesAndHashes)
{
    if (namesAndHashes.isEmpty())
        return true;
    const QStringList rows(namesAndHashes.size() / 2, u"(?, ?)"_s);
    return m_connection.run(u"INSERT INTO users (name, password_hash) VALUES "_s + rows.join(u", "_s), namesAndHashes);
}

bool UserDatabase::holdsExactly(int count)
{
    auto* check = run(u"PRAGMA quick_check"_s, {});
    const bool whole = check && check->next() && check->value(0).toString() == u"ok";
    if (check)
        check->finish();
    return whole && number(u"PRAGMA user_version"_s) == formatVersion
        && number(u"SELECT count(*) FROM users"_s) == count
        && number(u"SELECT count(*) FROM users WHERE name = 'user%1'"_s.arg(count)) == 1;
}

QSqlQuery* UserDatabase::run(const QString& statement, const QVariantList& values)
{
    if (!m_connection.isOpen() && !open())
        return nullptr;
    if (auto* query = m_connection.run(statement, values))
        return query;
    const bool isGone = m_connection.engine() != sql::Engine::Sqlite && m_connection.trouble() == sql::Trouble::Other;
    return isGone && open() ? m_connection.run(statement, values) : nullptr;
}

qint64 UserDatabase::number(const QString& statement)
{
    auto* query = run(statement, {});
    const auto value = query && query->next() ? query->value(0).toLongLong() : -1;
    if (query)
        query->finish();
    return value;
}

} // namespace ceteris::users
