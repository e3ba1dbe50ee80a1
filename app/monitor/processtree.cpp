// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/processtree.h"

#include "app/monitor/cpuclock.h"
#include "app/monitor/procfs.h"
#include "app/monitor/proctext.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::monitor {
namespace {

constexpr std::size_t mostProcesses = 10'000; // /proc is no snapshot: ids may be used again while it is read

QByteArray procFile(qint64 pid, const QString& name)
{
    return readProcFile(u"/proc/%1/%2"_s.arg(pid).arg(name));
}

double waitedForS(qint64 pid)
{
    const auto times = processTimes(procFile(pid, u"stat"_s));
    return times ? times->childTicks / static_cast<double>(sysconf(_SC_CLK_TCK)) : 0;
}

struct Resident
{
    double anonymous = 0;
    double file = 0;
    double shared = 0;
};

// These counters are kept by the kernel; smaps_rollup would walk the page tables with the lock of the process under
// test.
std::optional<Resident> residentOf(qint64 pid)
{
    const auto status = procFile(pid, u"status"_s);
    const auto anonymous = bytesOf("RssAnon", status);
    if (!anonymous)
        return std::nullopt;
    return Resident { static_cast<double>(*anonymous), static_cast<double>(bytesOf("RssFile", status).value_or(0)),
        static_cast<double>(bytesOf("RssShmem", status).value_or(0)) };
}

// The children run the program of their parent and work in the same shared memory.
std::optional<Resident> residentOfTree(qint64 pid)
{
    const auto tree = treeOf(pid);
    auto sum = residentOf(pid);
    for (std::size_t i = 1; sum && i < tree.size(); ++i) {
        const auto child = residentOf(tree[i]).value_or(Resident {});
        sum->anonymous += child.anonymous;
        sum->file = std::max(sum->file, child.file);
        sum->shared = std::max(sum->shared, child.shared);
    }
    return sum;
}

} // namespace

std::vector<qint64> treeOf(qint64 pid)
{
    std::vector<qint64> tree { pid };
    for (std::size_t i = 0; i < tree.size() && tree.size() < mostProcesses; ++i)
        for (const auto& child : procFile(tree[i], u"task/%1/children"_s.arg(tree[i])).split(' '))
            if (const auto id = child.toLongLong(); id > 0)
                tree.push_back(id);
    return tree;
}

std::optional<double> treeCpuS(qint64 pid)
{
    auto sum = processCpuS(pid);
    if (!sum)
        return std::nullopt;
    const auto tree = treeOf(pid);
    *sum += waitedForS(pid);
    for (std::size_t i = 1; i < tree.size(); ++i)
        *sum += processCpuS(tree[i]).value_or(0) + waitedForS(tree[i]);
    return sum;
}

std::optional<double> treeResidentBytes(qint64 pid)
{
    const auto resident = residentOfTree(pid);
    return resident ? std::optional(resident->anonymous + resident->file + resident->shared) : std::nullopt;
}

std::optional<double> treeAnonymousBytes(qint64 pid)
{
    const auto resident = residentOfTree(pid);
    return resident ? std::optional(resident->anonymous) : std::nullopt;
}

} // namespace ceteris::monitor
