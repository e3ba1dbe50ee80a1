// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/users/userrepository.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace ceteris::users {

// One connection to a user database; for the thread that made it only, as QtSql demands.
class UserDatabase
{
public:
    explicit UserDatabase(const QString& path);
    ~UserDatabase();
    UserDatabase(const UserDatabase&) = delete;
    UserDatabase& operator=(const UserDatabase&) = delete;

    bool isOpen() const { return m_database.isOpen(); }
    bool createTables();
    bool transaction() { return m_database.transaction(); }
    bool commit() { return m_database.commit(); }

    contract::Result<std::optional<User>> find(const QByteArray& name);
    AddResult add(const QByteArray& name, const QByteArray& passwordHash);

    // Whether this is a whole database of our form with exactly user1 … userN in it.
    bool holdsExactly(int count);

    QString lastError() const { return m_error; }

private:
    bool run(QSqlQuery& query);
    QSqlQuery& prepared(QSqlQuery& query, const QString& sql);
    qint64 number(const QString& sql);

    QSqlDatabase m_database;
    QSqlQuery m_find;
    QSqlQuery m_add;
    QString m_error;
};

} // namespace ceteris::users
