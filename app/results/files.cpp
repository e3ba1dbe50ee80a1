// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ceteris::results {
namespace {

tl::unexpected<Error> cannotWrite(const QString& path)
{
    return fail(ErrorCode::CannotWriteFile, { path, qt_error_string(errno) });
}

ssize_t writeOnce(int descriptor, QByteArrayView bytes)
{
    ssize_t written = 0;
    do {
        written = ::write(descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()));
    } while (written < 0 && errno == EINTR);
    return written;
}

} // namespace

Result<AppendFile> AppendFile::open(const QString& path)
{
    AppendFile file;
    file.m_path = path;
    file.m_descriptor = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    struct stat status
    {
    };
    if (file.m_descriptor < 0 || ::fstat(file.m_descriptor, &status) != 0)
        return cannotWrite(path);
    file.m_size = status.st_size;
    return file;
}

AppendFile::~AppendFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> AppendFile::append(QByteArrayView bytes)
{
    const auto written = writeOnce(m_descriptor, bytes);
    if (written != bytes.size()) {
        if (written >= 0)
            errno = ENOSPC; // only a full disk cuts a write to a file short
        const auto error = cannotWrite(m_path);
        [[maybe_unused]] const auto cut = ::ftruncate(m_descriptor, m_size); // if not, resume() cuts the torn row
        return error;
    }
    m_size += written;
    return {};
}

Result<void> AppendFile::sync()
{
    if (::fdatasync(m_descriptor) != 0)
        return cannotWrite(m_path);
    return {};
}

void AppendFile::swap(AppendFile& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_size, other.m_size);
}

Result<QByteArray> readWhole(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::CannotReadFile, { path, file.errorString() });
    auto bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::CannotReadFile, { path, file.errorString() });
    return bytes;
}

Result<void> replaceFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::CannotWriteFile, { path, file.errorString() });
    return {};
}

Result<void> makeFolder(const QString& path)
{
    errno = 0;
    if (!QDir().mkpath(path))
        return cannotWrite(path);
    return {};
}

Result<void> syncFolder(const QString& path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return cannotWrite(path);
    const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL; // EINVAL: a file system that has no need of it
    const auto error = cannotWrite(path);
    ::close(descriptor);
    if (!synced)
        return error;
    return {};
}

Result<QString> sha256(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorCode::CannotReadFile, { path, file.errorString() });
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace ceteris::results
