// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/users/userrepository.h"

#include "server/users/userdatabase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QThreadStorage>

using namespace Qt::StringLiterals;

namespace ceteris::users {

class UserRepository::Impl
{
public:
    explicit Impl(contract::SqlAddress address)
        : m_address(std::move(address))
    {
    }

    // A private copy of the prepared file; what is wrong with it, or nothing.
    QString copy(const QString& preparedDatabase)
    {
        if (!m_folder.isValid())
            return u"no folder can be made in %1"_s.arg(QDir::tempPath());
        m_address.file = m_folder.filePath(u"users.sqlite"_s);
        QFile prepared(preparedDatabase);
        if (!prepared.copy(m_address.file))
            return u"%1 cannot be copied to %2 (%3)"_s.arg(preparedDatabase, m_address.file, prepared.errorString());
        return database().isOpen() ? QString() : database().lastError();
    }

    // The same users in a database server; the first instance of the app brings them.
    QString fill(const QString& preparedDatabase)
    {
        UserDatabase prepared(preparedDatabase);
        if (!prepared.isOpen())
            return prepared.lastError();
        auto& mine = database();
        return mine.isOpen() && mine.createTables() && mine.fillFrom(prepared) ? QString() : mine.lastError();
    }

    UserDatabase& database()
    {
        if (!m_databases.hasLocalData())
            m_databases.setLocalData(new UserDatabase(m_address));
        return *m_databases.localData();
    }

    void closeHere() { m_databases.setLocalData(nullptr); }

private:
    contract::SqlAddress m_address;
    QTemporaryDir m_folder { QDir::tempPath() + u"/ceteris-users-XXXXXX"_s };
    QThreadStorage<UserDatabase*> m_databases;
};

contract::Result<std::unique_ptr<UserRepository>> UserRepository::open(
    const QString& preparedDatabase, const contract::SqlAddress& address)
{
    auto impl = std::make_unique<Impl>(address);
    const auto reason = address.engine == "sqlite"_L1 ? impl->copy(preparedDatabase) : impl->fill(preparedDatabase);
    std::unique_ptr<UserRepository> repository(new UserRepository(std::move(impl)));
    if (reason.isEmpty())
        return repository;
    return tl::unexpected(
        contract::Failure { contract::ExitCode::NoUsers, u"The user database cannot be opened: %1."_s.arg(reason) });
}

UserRepository::UserRepository(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

UserRepository::~UserRepository()
{
    m_impl->closeHere(); // other threads have closed theirs by ending
}

contract::Result<std::optional<User>> UserRepository::find(const QByteArray& name)
{
    return m_impl->database().find(name);
}

AddResult UserRepository::add(const QByteArray& name, const QByteArray& passwordHash)
{
    return m_impl->database().add(name, passwordHash);
}

} // namespace ceteris::users
