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
    QString path() const { return m_folder.filePath(u"users.sqlite"_s); }
    bool isValid() const { return m_folder.isValid(); }

    UserDatabase& database()
    {
        if (!m_databases.hasLocalData())
            m_databases.setLocalData(new UserDatabase(path()));
        return *m_databases.localData();
    }

    void closeHere() { m_databases.setLocalData(nullptr); }

private:
    QTemporaryDir m_folder { QDir::tempPath() + u"/ceteris-users-XXXXXX"_s };
    QThreadStorage<UserDatabase*> m_databases;
};

contract::Result<std::unique_ptr<UserRepository>> UserRepository::open(const QString& preparedDatabase)
{
    auto impl = std::make_unique<Impl>();
    const auto failure = [](const QString& reason) {
        return tl::unexpected(contract::Failure {
            contract::ExitCode::NoUsers, u"The user database cannot be opened: %1."_s.arg(reason) });
    };
    if (!impl->isValid())
        return failure(u"no folder can be made in %1"_s.arg(QDir::tempPath()));
    QFile prepared(preparedDatabase);
    if (!prepared.copy(impl->path()))
        return failure(u"%1 cannot be copied to %2 (%3)"_s.arg(preparedDatabase, impl->path(), prepared.errorString()));
    if (!impl->database().isOpen())
        return failure(impl->database().lastError());
    return std::unique_ptr<UserRepository>(new UserRepository(std::move(impl)));
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
