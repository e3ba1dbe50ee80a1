// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/faults.h"

#include "app/plan/names.h"

#include <QThread>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

using plan::EventKind;

constexpr int longestDeathMs = 200;

services::LinkState stateOf(const plan::Event& event)
{
    switch (event.what) {
    case EventKind::Delay:
        return { services::LinkMode::Pass, std::chrono::milliseconds(event.delayMs) };
    case EventKind::Hold:
        return { services::LinkMode::Hold, {} };
    case EventKind::Cut:
        return { services::LinkMode::Cut, {} };
    case EventKind::Reset:
        return { services::LinkMode::Reset, {} };
    default:
        return {};
    }
}

std::vector<QByteArray> maxMemory(int mib)
{
    return { "CONFIG", "SET", "maxmemory", QByteArray::number(mib) + "mb" };
}

} // namespace

QString shown(const plan::Event& event)
{
    QString text = plan::name(event.what);
    if (!event.where.isEmpty())
        text += u' ' + event.where;
    if (event.what == EventKind::Delay)
        text += u" by %1 ms"_s.arg(event.delayMs);
    if (event.what == EventKind::MaxMemory)
        text += u" of %1 MiB"_s.arg(event.mib);
    return text;
}

Faults::Faults(std::vector<plan::Event> events, FaultTools tools, Tell tell)
    : m_tools(std::move(tools))
    , m_tell(std::move(tell))
{
    add(std::move(events));
}

void Faults::add(std::vector<plan::Event> events)
{
    std::ranges::move(events, std::back_inserter(m_events));
    std::ranges::stable_sort(m_events, {}, &plan::Event::atS);
}

// What ends goes before what begins: a part that is killed twice is there in between.
Result<void> Faults::follow(double measuredS)
{
    for (auto& fault : m_begun) {
        if (fault.endedS || fault.event.forS <= 0 || fault.event.atS + fault.event.forS > measuredS)
            continue;
        if (const auto undone = undo(fault.event); !undone)
            return undone;
        fault.endedS = measuredS;
        if (m_tell)
            m_tell(fault);
    }
    while (!m_events.empty() && m_events.front().atS <= measuredS) {
        const auto event = m_events.front();
        m_events.erase(m_events.begin());
        m_begun.push_back({ event, measuredS, {} });
        if (m_tell)
            m_tell(m_begun.back()); // first: its first failure comes before it is over
        if (const auto begun = begin(event); !begun)
            return begun;
        if (m_tools.tookHold)
            m_tools.tookHold();
    }
    return {};
}

Result<void> Faults::begin(const plan::Event& event)
{
    switch (event.what) {
    case EventKind::Kill:
        end(event.where, SIGKILL);
        return {};
    case EventKind::End:
        end(event.where, SIGTERM);
        return {};
    case EventKind::Stop:
        m_tools.signal(m_tools.pidOf(event.where), SIGSTOP);
        return {};
    case EventKind::ScaleIn:
    case EventKind::ScaleOut:
        m_hasEndedInstances = true;
        return m_tools.scale(event.what == EventKind::ScaleOut);
    case EventKind::Flush:
        return m_tools.askStore({ "FLUSHALL" });
    case EventKind::MaxMemory:
        return m_tools.askStore(maxMemory(event.mib));
    case EventKind::Delay:
    case EventKind::Hold:
    case EventKind::Cut:
    case EventKind::Reset:
        m_tools.setLink(event.where, stateOf(event));
    }
    return {};
}

Result<void> Faults::undo(const plan::Event& event)
{
    switch (event.what) {
    case EventKind::Kill:
    case EventKind::End:
        return m_tools.restart(event.where).map([&] { m_ended.removeAll(event.where); });
    case EventKind::Stop:
        m_tools.signal(m_tools.pidOf(event.where), SIGCONT);
        return {};
    case EventKind::ScaleIn:
    case EventKind::ScaleOut:
        return m_tools.scale(event.what == EventKind::ScaleIn);
    case EventKind::Flush:
        return {};
    case EventKind::MaxMemory:
        return m_tools.askStore(maxMemory(m_tools.maxMemoryMib));
    case EventKind::Delay:
    case EventKind::Hold:
    case EventKind::Cut:
    case EventKind::Reset:
        m_tools.setLink(event.where, {});
    }
    return {};
}

void Faults::end(const QString& part, int signal)
{
    m_ended += part; // first, so that nobody wonders where it is
    m_hasEndedInstances = m_hasEndedInstances || part.startsWith(u"instance-");
    m_tools.signal(m_tools.pidOf(part), signal);
    for (int ms = 0; signal == SIGKILL && m_tools.pidOf(part) != 0 && ms < longestDeathMs; ++ms)
        QThread::msleep(1); // what it answers in its last moment is no good answer after its end
}

void Faults::finish()
{
    for (const auto& fault : m_begun)
        if (!fault.endedS && fault.event.what == EventKind::Stop)
            m_tools.signal(m_tools.pidOf(fault.event.where), SIGCONT);
}

} // namespace ceteris::run
