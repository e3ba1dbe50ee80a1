// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/serverconfig.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace ceteris::users {

struct User
{
    qint64 id = 0;
    QByteArray name;
    QByteArray passwordHash;
};

enum class AddResult { Added, NameTaken, Failed };

// Users in a database by QtSql. Thread-safe: each calling thread gets its own connection, closed when the thread ends.
// Blocking: call it on the pool, and end the pool before the repository.
class UserRepository
{
public:
    // SQLite: opens a private copy of a prepared database, so that sign-ups of one run are not there in the next. A
    // server: its database gets the users of the prepared one, unless it has some.
    static contract::Result<std::unique_ptr<UserRepository>> open(
        const QString& preparedDatabase, const contract::SqlAddress& address = {});
    ~UserRepository(); // removes the copy

    contract::Result<std::optional<User>> find(const QByteArray& name);
    AddResult add(const QByteArray& name, const QByteArray& passwordHash);

private:
    class Impl;
    explicit UserRepository(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

// The database with user1/1 … userN/N for these settings: from the cache (keyed by count, scheme and cost), or made
// now: hashes on all cores the process may use, rows in transactions of 100. Safe against a second process doing the
// same and against being killed: a half-made file is never used. Returns its path.
contract::Result<QString> prepareUsers(
    const contract::AccountsConfig& accounts, const std::function<void(int done, int total)>& progress);

} // namespace ceteris::users
