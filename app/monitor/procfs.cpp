// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/procfs.h"

#include <QFile>

#include <array>

namespace ceteris::monitor {
namespace {

// The next word of a line, taken off its front; empty at the end of the line.
QByteArrayView takeWord(QByteArrayView& line)
{
    qsizetype begin = 0;
    while (begin < line.size() && (line[begin] == ' ' || line[begin] == '\t'))
        ++begin;
    auto end = begin;
    while (end < line.size() && line[end] != ' ' && line[end] != '\t' && line[end] != '\n')
        ++end;
    const auto word = line.sliced(begin, end - begin);
    line = line.sliced(end);
    return word;
}

} // namespace

std::optional<CpuTicks> machineTicks(QByteArrayView stat)
{
    auto line = stat.first(std::max<qsizetype>(0, stat.indexOf('\n')));
    if (takeWord(line) != "cpu")
        return std::nullopt;
    enum Field { User, Nice, System, Idle, IoWait, Irq, SoftIrq, Steal, Count };
    std::array<quint64, Count> fields {};
    for (auto& field : fields) {
        bool ok = false;
        field = takeWord(line).toULongLong(&ok);
        if (!ok)
            return std::nullopt;
    }
    return CpuTicks { fields[User] + fields[Nice] + fields[System] + fields[Irq] + fields[SoftIrq], fields[Steal] };
}

std::optional<qint64> residentPages(QByteArrayView statm)
{
    takeWord(statm); // size of the address space
    bool ok = false;
    const auto pages = takeWord(statm).toLongLong(&ok);
    return ok && pages >= 0 ? std::optional(pages) : std::nullopt;
}

std::optional<qint64> bytesOf(QByteArrayView key, QByteArrayView text)
{
    for (qsizetype begin = 0; begin < text.size();) {
        const auto end = text.indexOf('\n', begin);
        auto line = text.sliced(begin, (end < 0 ? text.size() : end) - begin);
        begin += line.size() + 1;
        if (!line.startsWith(key) || line.size() == key.size() || line[key.size()] != ':')
            continue;
        line = line.sliced(key.size() + 1);
        bool ok = false;
        const auto kib = takeWord(line).toLongLong(&ok);
        return ok && kib >= 0 && takeWord(line) == "kB" ? std::optional(kib * 1024) : std::nullopt;
    }
    return std::nullopt;
}

QByteArray readProcFile(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly | QFile::Unbuffered) ? file.readAll() : QByteArray();
}

} // namespace ceteris::monitor
