// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/processtable.h"

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

constexpr int mostGenerations = 64; // /proc is no snapshot: ids may be used again while it is read
constexpr qint64 kernelThreads = 2; // kthreadd, the parent of them all

// Of the ones of ours that may be asked; unavailable when none may.
void addWritten(Probed<double>& sum, const FileTree& files, const QByteArray& process)
{
    const QByteArray path = process + "/io";
    const auto text = files.read(path);
    if (const auto bytes = text ? numberAfter("write_bytes", *text) : std::nullopt)
        sum = sum.value_or(0) + *bytes;
    else if (!sum && !text)
        sum = unavailable(text.error());
}

} // namespace

ProcessTable::ProcessTable(std::vector<qint64> ours, double ticksPerS)
    : m_roots(ours.begin(), ours.end())
    , m_ticksPerS(ticksPerS)
{
}

// By its ancestors, whatever the order of their ids.
bool ProcessTable::isOurs(qint64 pid, const Seen& seen) const
{
    if (const auto itself = seen.find(pid); itself->second.name.startsWith("ksoftirqd/"))
        return true;
    for (int generation = 0; generation < mostGenerations; ++generation) {
        const auto found = seen.find(pid);
        if (m_roots.contains(pid))
            return true;
        if (found == seen.end())
            return false;
        pid = found->second.parent;
        if (const auto parent = m_known.find(pid); parent != m_known.end() && parent->second.isOurs)
            return true;
    }
    return false;
}

ProcessTable::Seen ProcessTable::readAll(const FileTree& files)
{
    Seen seen;
    for (const auto pid : files.numbers("/proc")) {
        const auto text = files.read("/proc/" + QByteArray::number(pid) + "/stat");
        if (auto times = text ? processTimes(*text) : std::nullopt) // else it has just ended
            seen[pid] = *std::move(times);
    }
    return seen;
}

Probed<ProcessLook> ProcessTable::look(const FileTree& files)
{
    if (const auto first = files.read("/proc/1/stat"); !first) // hidepid hides what is not ours
        return unavailable(first.error());
    const auto seen = readAll(files);
    std::unordered_map<qint64, Known> known;
    ProcessLook look;
    double own = 0;
    for (const auto& [pid, now] : seen) {
        const auto before = m_known.find(pid);
        const bool isKnown = before != m_known.end() && before->second.started == now.started;
        const Known fresh { now.started, m_hasLooked ? 0 : now.ticks, m_hasLooked ? 0 : now.childTicks, false };
        const auto base = isKnown ? before->second : fresh;
        const bool ours = isKnown ? base.isOurs : isOurs(pid, seen);
        known[pid] = { now.started, now.ticks, now.childTicks, ours };
        look.rootsAlive += m_roots.contains(pid);
        if (ours) {
            own += now.ticks + now.childTicks;
            if (now.parent != kernelThreads)
                addWritten(look.ownWrittenBytes, files, "/proc/" + QByteArray::number(pid));
        } else if (now.ticks > base.ticks || now.childTicks > base.childTicks) {
            look.foreign.push_back({ pid, QString::fromUtf8(now.name), (now.ticks - base.ticks) / m_ticksPerS,
                (now.childTicks - base.childTicks) / m_ticksPerS });
        }
    }
    m_known = std::move(known);
    look.ownS = ownSince(own) / m_ticksPerS;
    m_hasLooked = true;
    return look;
}

// A process that ends goes into its parent's children; one that nobody of ours waits for takes its time along.
double ProcessTable::ownSince(double ticks)
{
    if (m_hasLooked && ticks > m_ownBefore)
        m_ownTicks += ticks - m_ownBefore;
    m_ownBefore = ticks;
    return m_ownTicks;
}

} // namespace ceteris::monitor
