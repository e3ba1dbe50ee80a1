// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/accounting.h"

#include "app/monitor/filetree.h"
#include "app/monitor/oncpu.h"
#include "app/monitor/proctext.h"

#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ceteris::monitor {
namespace {

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

struct Moment
{
    std::chrono::steady_clock::time_point wall;
    double ranS = 0;
    double waitedS = 0;
    CpuTimes cpu;
};

std::optional<Moment> now(const FileTree& files, int cpu)
{
    const QByteArray cpuName = "cpu" + QByteArray::number(cpu);
    const auto stat = files.read("/proc/stat");
    const auto schedstat = files.read("/proc/thread-self/schedstat");
    const auto times = stat ? cpuTimes(cpuName, *stat) : std::nullopt;
    const auto parts = schedstat ? words(firstLine(*schedstat)) : std::vector<QByteArrayView>();
    if (!times || parts.size() < 2)
        return std::nullopt;
    return Moment { std::chrono::steady_clock::now(), parts[0].toDouble() * 1e-9, parts[1].toDouble() * 1e-9, *times };
}

} // namespace

CpuAccounting decideAccounting(const AccountingTrial& trial)
{
    constexpr double leastInterruptS = 0.08; // /proc/stat counts in ticks of 10 ms, by samples
    if (trial.interruptS < leastInterruptS)
        return CpuAccounting::Unknown;
    const auto missing = (trial.wallS - trial.ranS - trial.waitedS - trial.stolenS) / trial.interruptS;
    if (std::abs(missing) < 0.25)
        return CpuAccounting::WithInterrupts;
    return missing > 0.5 ? CpuAccounting::WithoutInterrupts : CpuAccounting::Unknown;
}

CpuAccounting detectAccounting(std::chrono::milliseconds duration)
{
    const FileTree files;
    const auto cpu = sched_getcpu();
    const OnCpu there(cpu);
    const Echo echo;
    const auto before = now(files, cpu);
    if (!there.moved() || !before)
        return CpuAccounting::Unknown;
    while (std::chrono::steady_clock::now() - before->wall < duration) {
        if (!echo.sendAndReceive())
            return CpuAccounting::Unknown;
    }
    const auto after = now(files, cpu);
    if (!after)
        return CpuAccounting::Unknown;
    const auto ticksPerS = static_cast<double>(sysconf(_SC_CLK_TCK));
    return decideAccounting(
        { std::chrono::duration<double>(after->wall - before->wall).count(), after->ranS - before->ranS,
            after->waitedS - before->waitedS, (after->cpu.interrupt - before->cpu.interrupt) / ticksPerS,
            (after->cpu.steal - before->cpu.steal) / ticksPerS });
}

} // namespace ceteris::monitor
