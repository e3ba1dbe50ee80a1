// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/filetree.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

QString reason(const QByteArray& path, int error)
{
    const auto name = QString::fromUtf8(path);
    if (error == ENOENT || error == ENOTDIR)
        return u"no "_s + name;
    return name + u": "_s + QString::fromLocal8Bit(std::strerror(error));
}

struct Folder
{
    explicit Folder(const QByteArray& path)
        : stream(opendir(path.constData()))
    {
    }
    ~Folder()
    {
        if (stream)
            closedir(stream);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    DIR* stream;
};

} // namespace

Probed<double> growth(const Probed<double>& before, const Probed<double>& after)
{
    if (!before)
        return unavailable(before.error());
    if (!after)
        return unavailable(after.error());
    if (*after < *before)
        return unavailable(u"the counter went backwards"_s);
    return *after - *before;
}

FileTree::FileTree(const QString& root)
    : m_root(QFile::encodeName(root))
{
}

// Plain calls: some hundred of these files are read each second.
Probed<QByteArray> FileTree::read(const QByteArray& path) const
{
    const auto file = ::open((QByteArray(m_root + path)).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return unavailable(reason(path, errno));
    QByteArray text;
    std::array<char, 4096> chunk;
    ssize_t got = 0;
    while ((got = ::read(file, chunk.data(), chunk.size())) > 0)
        text.append(chunk.data(), got);
    const int error = errno;
    ::close(file);
    if (got < 0)
        return unavailable(reason(path, error));
    return text;
}

bool FileTree::has(const QByteArray& path) const
{
    return ::access((QByteArray(m_root + path)).constData(), F_OK) == 0;
}

std::vector<QByteArray> FileTree::entries(const QByteArray& folder) const
{
    std::vector<QByteArray> names;
    const Folder open(m_root + folder);
    while (const auto* entry = open.stream ? readdir(open.stream) : nullptr) {
        if (entry->d_name[0] != '.')
            names.emplace_back(entry->d_name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<qint64> FileTree::numbers(const QByteArray& folder) const
{
    std::vector<qint64> found;
    const Folder open(m_root + folder);
    while (const auto* entry = open.stream ? readdir(open.stream) : nullptr) {
        bool ok = false;
        if (const auto number = QByteArrayView(entry->d_name).toLongLong(&ok); ok)
            found.push_back(number);
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace ceteris::monitor
