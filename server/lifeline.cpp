// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/lifeline.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace ceteris::server {
namespace {

sigset_t stopSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

} // namespace

void blockStopSignals()
{
    const auto set = stopSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // whoever read our lines may be gone; stdin tells us properly
}

Lifeline::Lifeline(bool withStdin, std::function<void()> ended)
    : m_ended(std::move(ended))
    , m_signals([] {
        const auto set = stopSignals();
        return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    }())
    , m_signalNotifier(m_signals, QSocketNotifier::Read)
    , m_inputNotifier(STDIN_FILENO, QSocketNotifier::Read)
{
    m_inputNotifier.setEnabled(withStdin);
    QObject::connect(&m_signalNotifier, &QSocketNotifier::activated, &m_signalNotifier, [this] {
        signalfd_siginfo info;
        if (read(m_signals, &info, sizeof info) == sizeof info)
            m_ended();
    });
    QObject::connect(&m_inputNotifier, &QSocketNotifier::activated, &m_inputNotifier, [this] { readInput(); });
}

Lifeline::~Lifeline()
{
    m_signalNotifier.setEnabled(false);
    close(m_signals);
}

void Lifeline::readInput()
{
    std::array<char, 256> ignored;
    const auto got = read(STDIN_FILENO, ignored.data(), ignored.size());
    if (got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN)))
        return;
    m_inputNotifier.setEnabled(false);
    m_ended();
}

} // namespace ceteris::server
