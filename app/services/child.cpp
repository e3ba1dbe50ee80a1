// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/child.h"

#include <QFileInfo>

#include <csignal>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::services {
namespace {

cpu_set_t toCpuSet(const std::vector<int>& cpus)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    for (const int cpu : cpus)
        CPU_SET(static_cast<std::size_t>(cpu), &set);
    return set;
}

// An engine that waits for signals on a descriptor blocks them; a child that inherited that could not be asked to stop.
void resetSignals()
{
    for (const int number : { SIGINT, SIGTERM, SIGHUP, SIGPIPE })
        std::signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void giveUp(const char* reason, std::size_t size)
{
    [[maybe_unused]] const auto written = write(STDERR_FILENO, reason, size);
    _exit(127);
}

// Runs between fork and exec: system calls only.
void prepareChild(pid_t engine, int deathSignal, int output, int error, const cpu_set_t* cpus)
{
    static constexpr char badCpus[] = "Its CPU set has no CPU that this machine allows.\n";
    prctl(PR_SET_PDEATHSIG, deathSignal);
    if (getppid() != engine) // it died before the line above
        _exit(127);
    setpgid(0, 0); // Ctrl-C in the terminal is for the engine
    dup2(output, STDOUT_FILENO);
    dup2(error, STDERR_FILENO);
    resetSignals();
    if (cpus && sched_setaffinity(0, sizeof *cpus, cpus) != 0)
        giveUp(badCpus, sizeof badCpus - 1);
}

} // namespace

Child::Child(const Options& options)
    : m_output(options.wanted)
{
    m_process.setProgram(options.program);
    m_process.setArguments(options.arguments);
    m_process.setProcessChannelMode(QProcess::ForwardedChannels); // replaced by the ends of m_output
    m_process.setChildProcessModifier([this, engine = getpid(), signal = options.deathSignal,
                                          set = toCpuSet(options.cpus), pinned = !options.cpus.empty()] {
        prepareChild(engine, signal, m_output.outputEnd(), m_output.errorEnd(), pinned ? &set : nullptr);
    });
}

Child::~Child()
{
    stop();
}

Result<std::unique_ptr<Child>> Child::start(const Options& options)
{
    std::unique_ptr<Child> child(new Child(options));
    if (const auto launched = child->launch(); !launched)
        return tl::unexpected(launched.error());
    return child;
}

Result<void> Child::launch()
{
    if (!m_output.isValid())
        return fail(ErrorCode::ChildDidNotStart, { name(), u"too many files are open"_s });
    m_process.start();
    if (!m_process.waitForStarted())
        return fail(ErrorCode::ChildDidNotStart, { name(), m_process.errorString() });
    m_pid = m_process.processId();
    m_output.start();
    return {};
}

QString Child::name() const
{
    return QFileInfo(m_process.program()).fileName();
}

// Asks the kernel without reaping, because QProcess notices an end only while it is being waited for.
std::optional<QString> Child::ending() const
{
    if (m_process.state() == QProcess::NotRunning) {
        const auto code = m_process.exitCode();
        return (m_process.exitStatus() == QProcess::CrashExit ? u"signal %1"_s : u"exit code %1"_s).arg(code);
    }
    siginfo_t info {};
    const auto asked = waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOHANG | WNOWAIT | __WALL);
    if (asked != 0 || info.si_pid == 0)
        return std::nullopt;
    return (info.si_code == CLD_EXITED ? u"exit code %1"_s : u"signal %1"_s).arg(info.si_status);
}

bool Child::alive() const
{
    return !ending();
}

QString Child::lastLines() const
{
    const auto how = ending();
    if (!how)
        return m_output.lastLines();
    m_output.waitForEnd(std::chrono::milliseconds(500));
    const auto lines = m_output.lastLines();
    return lines + (lines.isEmpty() ? u"" : u"\n") + u"(ended with "_s + *how + u')';
}

bool Child::send(const QByteArray& text)
{
    m_process.write(text);
    while (m_process.bytesToWrite() > 0) {
        if (!m_process.waitForBytesWritten(1000))
            return false;
    }
    return true;
}

void Child::closeInput()
{
    m_inputOpen = false;
    m_process.closeWriteChannel();
}

bool Child::waitForEnd(std::chrono::milliseconds patience)
{
    return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(static_cast<int>(patience.count()));
}

void Child::stop(std::chrono::milliseconds patience)
{
    if (m_inputOpen) {
        closeInput();
        if (waitForEnd(patience))
            return;
    }
    m_process.terminate();
    if (waitForEnd(patience))
        return;
    ::kill(-static_cast<pid_t>(m_pid), SIGKILL);
    waitForEnd(std::chrono::seconds(10)); // a process that the kernel is busy for cannot go at once
}

} // namespace ceteris::services
