// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eventpipe.h"

#include <QDateTime>
#include <QDeadlineTimer>

#include <cerrno>
#include <string>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::cli {
namespace {

constexpr qsizetype mostWaiting = 64 << 20; // bytes: hours of ticks
constexpr int lastWaitMs = 2000;

// The pipe opened once more, so that not waiting is our own affair and not that of who shares our stdout.
int openedAgain(int descriptor)
{
    struct stat status
    {
    };
    if (fstat(descriptor, &status) != 0 || !S_ISFIFO(status.st_mode))
        return -1;
    const auto path = "/proc/self/fd/" + std::to_string(descriptor);
    return open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
}

} // namespace

EventPipe::EventPipe(int descriptor)
    : m_descriptor(descriptor)
{
    m_sinceStart.start();
    if (const auto own = openedAgain(descriptor); own >= 0) {
        m_descriptor = own;
        m_own = true;
    }
}

EventPipe::~EventPipe()
{
    const QDeadlineTimer deadline(lastWaitMs);
    while (!m_waiting.isEmpty() && !deadline.hasExpired()) {
        pollfd reader { m_descriptor, POLLOUT, 0 };
        poll(&reader, 1, static_cast<int>(deadline.remainingTime()));
        push();
    }
    if (m_own)
        close(m_descriptor);
}

void EventPipe::write(const results::Entry& entry)
{
    if (m_gone)
        return;
    m_waiting += results::toLine(entry);
    push();
}

void EventPipe::writeNow(results::Event event)
{
    write({ static_cast<double>(m_sinceStart.elapsed()) / 1000,
        QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), std::move(event) });
}

void EventPipe::fail(const QString& sentence)
{
    writeNow(results::Note { 0, u"run"_s, u"error"_s, sentence });
    writeNow(results::ExperimentFinished { u"failed"_s, 0, 0, sentence });
}

void EventPipe::push()
{
    qsizetype taken = 0;
    while (taken < m_waiting.size()) {
        const auto count
            = ::write(m_descriptor, m_waiting.constData() + taken, static_cast<std::size_t>(m_waiting.size() - taken));
        if (count > 0)
            taken += count;
        else if (errno != EINTR)
            break;
    }
    m_gone = taken < m_waiting.size() && (errno != EAGAIN || m_waiting.size() > mostWaiting);
    if (m_gone)
        m_waiting.clear();
    else
        m_waiting.remove(0, taken);
}

} // namespace ceteris::cli
