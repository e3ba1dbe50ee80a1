// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <array>

namespace ceteris::testing {

// A folder with proc and sys in it, for a machine that never was. 100 ticks a second.
class MachineTree
{
public:
    QString root() const { return m_folder.path(); }

    void write(const QString& path, const QByteArray& text)
    {
        const QString whole = root() + path;
        QDir().mkpath(whole.left(whole.lastIndexOf(u'/')));
        QFile file(whole);
        if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(whole));
    }
    void remove(const QString& path)
    {
        const QString whole = root() + path;
        if (!QFile::remove(whole))
            QDir(whole).removeRecursively();
    }

    struct Cpu
    {
        int user = 0;
        int softirq = 0;
        int steal = 0;
    };
    // The machine's line is the sum of those of its two CPUs.
    void stat(const std::array<Cpu, 2>& cpus, int contextSwitches = 0, int forks = 0)
    {
        const auto line = [](const QByteArray& name, const Cpu& cpu) {
            return QByteArray(name + ' ' + QByteArray::number(cpu.user) + " 0 0 5000 0 0 "
                + QByteArray::number(cpu.softirq) + ' ' + QByteArray::number(cpu.steal) + " 0 0\n");
        };
        const Cpu all { cpus[0].user + cpus[1].user, cpus[0].softirq + cpus[1].softirq, cpus[0].steal + cpus[1].steal };
        write(QStringLiteral("/proc/stat"),
            line("cpu ", all) + line("cpu0", cpus[0]) + line("cpu1", cpus[1]) + "intr 1 2 3\nctxt "
                + QByteArray::number(contextSwitches) + "\nbtime 1700000000\nprocesses " + QByteArray::number(forks)
                + "\nprocs_running 1\n");
    }

    struct Process
    {
        QByteArray name = "worker";
        int parent = 1;
        int user = 0;
        int system = 0;
        int childUser = 0;
        int childSystem = 0;
        int started = 1000;
    };
    void process(int pid, const Process& it)
    {
        const auto number = [](int value) { return QByteArray::number(value); };
        const QByteArray line = number(pid) + " (" + it.name + ") S " + number(it.parent) + " 1 1 0 -1 4194560 9 9 9 9 "
            + number(it.user) + ' ' + number(it.system) + ' ' + number(it.childUser) + ' ' + number(it.childSystem)
            + " 20 0 4 0 " + number(it.started) + " 1000000 500 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 1\n";
        write(QStringLiteral("/proc/%1/stat").arg(pid), line);
    }

    void thread(int pid, int tid, const QByteArray& name, qint64 waitedNs, int switches)
    {
        const auto folder = QStringLiteral("/proc/%1/task/%2/").arg(pid).arg(tid);
        write(folder + QStringLiteral("schedstat"), "900000000 " + QByteArray::number(waitedNs) + " 77\n");
        write(folder + QStringLiteral("status"),
            "Name:\t" + name + "\nvoluntary_ctxt_switches:\t5\nnonvoluntary_ctxt_switches:\t"
                + QByteArray::number(switches) + "\n");
    }

private:
    QTemporaryDir m_folder;
};

} // namespace ceteris::testing
