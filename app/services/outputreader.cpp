// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/outputreader.h"

#include <QStringList>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace ceteris::services {
namespace {

constexpr qsizetype longestLine = 64 * 1024; // longer ones are cut in pieces
constexpr qsizetype longestKept = 1000; // of a line in an error message
constexpr std::size_t mostWaiting = 1000;

void closeEnd(int& fd)
{
    if (fd >= 0)
        close(fd);
    fd = -1;
}

} // namespace

OutputReader::OutputReader(Wanted wanted)
    : m_wanted(wanted)
    , m_wake(eventfd(0, EFD_CLOEXEC))
{
    for (auto& pipe : m_pipes) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) == 0) {
            pipe.read = ends[0];
            pipe.write = ends[1];
        }
    }
}

OutputReader::~OutputReader()
{
    if (m_thread.joinable()) {
        eventfd_write(m_wake, 1);
        m_thread.join();
    }
    closeEnd(m_wake);
    for (auto& pipe : m_pipes) {
        closeEnd(pipe.read);
        closeEnd(pipe.write);
    }
}

bool OutputReader::isValid() const
{
    return m_wake >= 0 && m_pipes[0].read >= 0 && m_pipes[1].read >= 0;
}

void OutputReader::start()
{
    for (auto& pipe : m_pipes)
        closeEnd(pipe.write);
    m_thread = std::jthread([this] { run(); });
}

void OutputReader::run()
{
    std::array<pollfd, 3> watched { { { m_pipes[0].read, POLLIN, 0 }, { m_pipes[1].read, POLLIN, 0 },
        { m_wake, POLLIN, 0 } } };
    const auto isOpen = [](const pollfd& it) { return it.fd >= 0; };
    while (std::any_of(watched.begin(), watched.begin() + 2, isOpen)) {
        if (poll(watched.data(), watched.size(), -1) < 0)
            continue; // a signal
        if (watched[2].revents)
            break;
        for (std::size_t i = 0; i < m_pipes.size(); ++i) {
            if (watched[i].revents && !drain(m_pipes[i]))
                watched[i].fd = -1;
        }
    }
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_changed.notify_all();
}

bool OutputReader::drain(Pipe& pipe)
{
    std::array<char, 16 * 1024> buffer;
    const auto size = read(pipe.read, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR)
        return true;
    if (size <= 0) {
        if (!pipe.rest.isEmpty())
            keep(pipe, std::exchange(pipe.rest, {}));
        return false;
    }
    pipe.rest.append(buffer.data(), size);
    qsizetype begin = 0;
    for (auto end = pipe.rest.indexOf('\n'); end >= 0; end = pipe.rest.indexOf('\n', begin)) {
        keep(pipe, pipe.rest.mid(begin, end - begin));
        begin = end + 1;
    }
    pipe.rest.remove(0, begin);
    if (pipe.rest.size() > longestLine)
        keep(pipe, std::exchange(pipe.rest, {}));
    return true;
}

void OutputReader::keep(const Pipe& pipe, QByteArray line)
{
    const bool awaited = &pipe == &m_pipes[0] && m_wanted && m_wanted(line);
    const std::lock_guard lock(m_mutex);
    if (awaited) {
        m_waiting.push_back(line);
        if (m_waiting.size() > mostWaiting)
            m_waiting.pop_front();
        m_changed.notify_all();
    }
    line.truncate(longestKept);
    m_last.push_back(std::move(line));
    if (m_last.size() > linesKept)
        m_last.pop_front();
}

std::optional<QByteArray> OutputReader::nextLine(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, patience, [this] { return !m_waiting.empty() || m_ended; });
    if (m_waiting.empty())
        return std::nullopt;
    auto line = std::move(m_waiting.front());
    m_waiting.pop_front();
    return line;
}

QString OutputReader::lastLines() const
{
    const std::lock_guard lock(m_mutex);
    QStringList lines;
    for (const auto& line : m_last)
        lines += QString::fromUtf8(line);
    return lines.join(u'\n');
}

void OutputReader::waitForEnd(std::chrono::milliseconds patience) const
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, patience, [this] { return m_ended; });
}

} // namespace ceteris::services
