// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/threadtable.h"

#include "app/monitor/proctext.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

// /proc/PID/task/TID/schedstat: ran ns, waited ns, turns.
std::optional<double> waitedNs(const QByteArray& schedstat)
{
    const auto parts = words(firstLine(schedstat));
    bool ok = false;
    const auto waited = parts.size() < 2 ? 0 : parts[1].toULongLong(&ok);
    return ok ? std::optional(static_cast<double>(waited)) : std::nullopt;
}

QString nameIn(const QByteArray& status)
{
    const auto line = firstLine(status);
    const auto tab = line.indexOf('\t');
    return QString::fromUtf8(line.sliced(tab + 1).toByteArray());
}

} // namespace

ThreadTable::ThreadTable(qint64 pid)
    : m_pid(pid)
{
}

Probed<ThreadLook> ThreadTable::look(const FileTree& files)
{
    const QByteArray folder = "/proc/" + QByteArray::number(m_pid) + "/task";
    const auto tids = files.numbers(folder);
    if (tids.empty())
        return unavailable(u"no "_s + QString::fromUtf8(folder));
    ThreadLook look;
    std::map<qint64, Known> known;
    for (const auto tid : tids) {
        const QByteArray thread = folder + '/' + QByteArray::number(tid);
        const auto status = files.read(thread + "/status");
        if (!status || tid == gettid())
            continue; // it has just ended
        const auto schedstat = files.read(thread + "/schedstat");
        const auto waited = schedstat ? waitedNs(*schedstat) : std::nullopt;
        if (!waited)
            look.noWaits = schedstat ? u"no figures in /proc/PID/task/TID/schedstat"_s
                                     : u"no /proc/%1/task/*/schedstat"_s.arg(m_pid);
        const Known now { waited.value_or(0), numberAfter("nonvoluntary_ctxt_switches", *status).value_or(0) };
        const auto before = m_known.find(tid);
        const auto base = before != m_known.end() ? before->second : m_hasLooked ? Known {} : now;
        look.threads.push_back(
            { tid, nameIn(*status), (now.waitedNs - base.waitedNs) * 1e-9, now.switches - base.switches });
        known[tid] = now;
    }
    m_known = std::move(known);
    m_hasLooked = true;
    return look;
}

} // namespace ceteris::monitor
