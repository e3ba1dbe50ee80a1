// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/accounting.h"

#include "app/monitor/foreigncpu.h"

#include <array>
#include <cmath>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ceteris::monitor {
namespace {

constexpr double toleranceCores = 0.05;

// A UDP socket that is connected to itself.
class Echo
{
public:
    Echo()
        : m_socket(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* const place = reinterpret_cast<sockaddr*>(&address);
        socklen_t size = sizeof address;
        m_works = m_socket >= 0 && bind(m_socket, place, size) == 0 && getsockname(m_socket, place, &size) == 0
            && connect(m_socket, place, size) == 0;
    }
    ~Echo()
    {
        if (m_socket >= 0)
            close(m_socket);
    }
    Echo(const Echo&) = delete;
    Echo& operator=(const Echo&) = delete;

    bool sendAndReceive() const
    {
        std::array<char, 256> packet {};
        return m_works && send(m_socket, packet.data(), packet.size(), MSG_DONTWAIT) > 0
            && recv(m_socket, packet.data(), packet.size(), MSG_DONTWAIT) > 0;
    }

private:
    int m_socket;
    bool m_works = false;
};

} // namespace

CpuAccounting decideAccounting(const AccountingTrial& trial)
{
    if (trial.seconds <= 0)
        return CpuAccounting::Unknown;
    const auto fits
        = [&](double busyS) { return std::abs(busyS - trial.ownS - trial.listedS) / trial.seconds <= toleranceCores; };
    const bool with = fits(trial.machine.task + trial.machine.interrupt);
    const bool without = fits(trial.machine.task);
    if (with == without)
        return CpuAccounting::Unknown;
    return with ? CpuAccounting::WithInterrupts : CpuAccounting::WithoutInterrupts;
}

CpuAccounting detectAccounting(std::chrono::milliseconds duration)
{
    using Clock = std::chrono::steady_clock;
    const FileTree files;
    ProcessTable processes({ getpid() }, static_cast<double>(sysconf(_SC_CLK_TCK)));
    const auto ticks = [&] { return cpuTimes("cpu", files.read("/proc/stat").value_or(QByteArray())); };
    const auto zero = processes.look(files);
    const auto before = ticks();
    const auto begin = Clock::now();
    const Echo echo;
    while (Clock::now() - begin < duration) {
        if (!echo.sendAndReceive())
            return CpuAccounting::Unknown;
    }
    const auto after = ticks();
    const auto look = processes.look(files);
    if (!before || !after || !zero || !look)
        return CpuAccounting::Unknown;
    const auto perS = static_cast<double>(sysconf(_SC_CLK_TCK));
    AccountingTrial trial;
    trial.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    trial.machine = { (after->task - before->task) / perS, (after->interrupt - before->interrupt) / perS, 0 };
    trial.ownS = look->ownS;
    for (const auto& process : look->foreign)
        trial.listedS += process.cpuS;
    return decideAccounting(trial);
}

} // namespace ceteris::monitor
