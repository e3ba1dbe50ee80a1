// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/users/cores.h"
#include "server/users/passwords.h"
#include "server/users/userdatabase.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <deque>
#include <latch>
#include <thread>

using namespace Qt::StringLiterals;

namespace ceteris::users {
namespace {

constexpr int rowsPerTransaction = 100;

using Progress = std::function<void(int done, int total)>;

tl::unexpected<contract::Failure> failure(const QString& path, const QString& reason)
{
    return tl::unexpected(contract::Failure {
        contract::ExitCode::NoUsers, u"The user database %1 cannot be made: %2."_s.arg(path, reason) });
}

QByteArray number(int user)
{
    return QByteArray::number(user);
}

// Hashes the passwords "1" … "N" on every allowed core; batches become ready in any order, each is waited for in turn.
class Hasher
{
public:
    Hasher(int count, int cost)
        : m_hashes(static_cast<std::size_t>(count))
        , m_cost(cost)
    {
        for (int begin = 0; begin < count; begin += rowsPerTransaction)
            m_ready.emplace_back(std::min(rowsPerTransaction, count - begin));
        for (int i = 0; i < allowedCores(); ++i)
            m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }

    ~Hasher()
    {
        for (auto& thread : m_threads)
            thread.request_stop();
    }

    int batches() const { return static_cast<int>(m_ready.size()); }
    void waitFor(int batch) { m_ready[static_cast<std::size_t>(batch)].wait(); }
    const QByteArray& hashOf(int user) const { return m_hashes[static_cast<std::size_t>(user - 1)]; }

private:
    void work(const std::stop_token& stop)
    {
        const auto count = static_cast<int>(m_hashes.size());
        for (int index = m_next++; index < count && !stop.stop_requested(); index = m_next++) {
            m_hashes[static_cast<std::size_t>(index)] = hashPassword(number(index + 1), m_cost);
            m_ready[static_cast<std::size_t>(index / rowsPerTransaction)].count_down();
        }
    }

    std::vector<QByteArray> m_hashes;
    int m_cost;
    std::atomic<int> m_next = 0;
    std::deque<std::latch> m_ready;
    std::vector<std::jthread> m_threads; // last: it stops and joins first
};

bool addBatch(UserDatabase& database, Hasher& hasher, int batch, int count)
{
    hasher.waitFor(batch);
    if (!database.transaction())
        return false;
    const int first = batch * rowsPerTransaction + 1;
    const int last = std::min(count, first + rowsPerTransaction - 1);
    for (int user = first; user <= last; ++user) {
        if (database.add("user" + number(user), hasher.hashOf(user)) != AddResult::Added)
            return false;
    }
    return database.commit();
}

contract::Result<void> make(const QString& path, const contract::AccountsConfig& accounts, const Progress& progress)
{
    UserDatabase database(path);
    if (!database.isOpen() || !database.createTables())
        return failure(path, database.lastError());
    Hasher hasher(accounts.count, accounts.cost);
    for (int batch = 0; batch < hasher.batches(); ++batch) {
        if (!addBatch(database, hasher, batch, accounts.count))
            return failure(path, database.lastError());
        progress(std::min(accounts.count, (batch + 1) * rowsPerTransaction), accounts.count);
    }
    return {};
}

// Held by one process at a time. Unlike QLockFile the kernel drops it with its owner, whatever happened to that one.
class ProcessLock
{
public:
    explicit ProcessLock(const QString& path)
        : m_file(open(QFile::encodeName(path), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        while (m_file >= 0 && flock(m_file, LOCK_EX) != 0 && errno == EINTR) { }
    }
    ~ProcessLock()
    {
        if (m_file >= 0)
            close(m_file);
    }
    ProcessLock(const ProcessLock&) = delete;
    ProcessLock& operator=(const ProcessLock&) = delete;

    bool isHeld() const { return m_file >= 0; }

private:
    int m_file;
};

bool isWhole(const QString& path, int count)
{
    return QFile::exists(path) && UserDatabase(path).holdsExactly(count);
}

bool sync(const QString& path)
{
    const int file = open(QFile::encodeName(path), O_RDONLY | O_CLOEXEC); // QFile opens no folder
    const bool synced = file >= 0 && fsync(file) == 0;
    if (file >= 0)
        close(file);
    return synced;
}

QString cacheFolder(const contract::AccountsConfig& accounts)
{
    if (!accounts.cacheDirectory.isEmpty())
        return accounts.cacheDirectory;
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/ceteris/users"_s;
}

} // namespace

contract::Result<QString> prepareUsers(const contract::AccountsConfig& accounts, const Progress& progress)
{
    const QDir folder(cacheFolder(accounts));
    const auto path = folder.filePath(u"%1-%2-%3.sqlite"_s.arg(accounts.scheme).arg(accounts.cost).arg(accounts.count));
    if (!folder.mkpath(u"."_s))
        return failure(path, u"the folder cannot be made"_s);
    if (isWhole(path, accounts.count))
        return path;

    const ProcessLock lock(path + u".lock"_s);
    if (!lock.isHeld())
        return failure(path, u"the folder is not writable"_s);
    if (isWhole(path, accounts.count)) // the process we waited for has made it
        return path;

    const QString part = path + u".part"_s;
    QFile::remove(part); // what a killed process left
    if (const auto made = make(part, accounts, progress); !made)
        return tl::unexpected(made.error());
    if (!sync(part) || ::rename(QFile::encodeName(part), QFile::encodeName(path)) != 0 || !sync(folder.path()))
        return failure(path, u"the finished file cannot be put in its place"_s);
    return path;
}

} // namespace ceteris::users
