// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/processtable.h"

#include "app/monitor/proctext.h"

using namespace Qt::StringLiterals;

namespace ceteris::monitor {

ProcessTable::ProcessTable(std::vector<qint64> ours, double ticksPerS)
    : m_roots(ours.begin(), ours.end())
    , m_ticksPerS(ticksPerS)
{
}

bool ProcessTable::isOurs(qint64 pid, qint64 parent, QByteArrayView name) const
{
    if (m_roots.contains(pid) || m_roots.contains(parent) || name.startsWith("ksoftirqd/"))
        return true;
    const auto found = m_known.find(parent);
    return found != m_known.end() && found->second.isOurs;
}

Probed<ProcessLook> ProcessTable::look(const FileTree& files)
{
    if (const auto first = files.read("/proc/1/stat"); !first) // hidepid hides what is not ours
        return unavailable(first.error());
    ProcessLook look;
    double own = 0;
    for (const auto pid : files.numbers("/proc")) { // ascending: mostly parents before their children
        const auto text = files.read("/proc/" + QByteArray::number(pid) + "/stat");
        const auto now = text ? processTimes(*text) : std::nullopt;
        if (!now)
            continue; // it has just ended
        auto [place, isNew] = m_known.try_emplace(pid);
        auto& known = place->second;
        if (isNew || known.started != now->started)
            known = { now->started, m_hasLooked ? 0 : now->ticks, m_hasLooked ? 0 : now->childTicks,
                isOurs(pid, now->parent, now->name), true };
        known.wasSeen = true;
        if (known.isOurs)
            own += now->ticks + now->childTicks;
        else if (now->ticks > known.ticks || now->childTicks > known.childTicks)
            look.foreign.push_back({ pid, QString::fromUtf8(now->name.toByteArray()),
                (now->ticks - known.ticks) / m_ticksPerS, (now->childTicks - known.childTicks) / m_ticksPerS });
        known.ticks = now->ticks;
        known.childTicks = now->childTicks;
    }
    forgetTheGone();
    // A process that ends goes into its parent's children. One that nobody of ours waits for takes its time along.
    if (m_hasLooked && own > m_ownBefore)
        m_ownTicks += own - m_ownBefore;
    m_ownBefore = own;
    m_hasLooked = true;
    look.ownS = m_ownTicks / m_ticksPerS;
    return look;
}

void ProcessTable::forgetTheGone()
{
    for (auto place = m_known.begin(); place != m_known.end();) {
        if (place->second.wasSeen) {
            place->second.wasSeen = false;
            ++place;
        } else {
            place = m_known.erase(place);
        }
    }
}

} // namespace ceteris::monitor
