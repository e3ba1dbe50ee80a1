// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sql/connection.h"
#include "server/users/userrepository.h"

namespace ceteris::users {

// One connection to a user database, kept up by itself; for the thread that made it only, as QtSql demands.
class UserDatabase
{
public:
    explicit UserDatabase(const contract::SqlAddress& address);
    explicit UserDatabase(const QString& file); // SQLite

    bool isOpen() const { return m_connection.isOpen(); }
    bool createTables(); // that are not there
    bool transaction() { return m_connection.begin(); }
    bool commit() { return m_connection.commit(); }

    contract::Result<std::optional<User>> find(const QByteArray& name);
    AddResult add(const QByteArray& name, const QByteArray& passwordHash);

    // Takes over the users of another one, if this one has none, in one transaction.
    bool fillFrom(UserDatabase& other);

    // Whether this is a whole SQLite database of our form with exactly user1 … userN in it.
    bool holdsExactly(int count);

    QString lastError() const { return m_connection.lastError(); }

private:
    bool open();
    QSqlQuery* run(const QString& statement, const QVariantList& values); // once more when the connection is gone
    bool addAll(const QVariantList& namesAndHashes);
    qint64 number(const QString& statement);

    sql::Connection m_connection;
};

} // namespace ceteris::users
