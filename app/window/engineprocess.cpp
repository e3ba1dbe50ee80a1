// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/engineprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::window {
namespace {

constexpr int patienceMs = 10'000;
constexpr qsizetype logLines = 20;

// In the child, before ceteris-cli: a session of its own, so that what ends the window does not end the experiment, and
// room for minutes of events, so that a window that hangs does not hold it up either.
void standAlone()
{
    setsid();
    fcntl(STDOUT_FILENO, F_SETPIPE_SZ, 1 << 20);
}

} // namespace

EngineProcess::EngineProcess(QObject* parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_process)
            ::kill(static_cast<pid_t>(m_process->processId()), SIGTERM);
    });
}

EngineProcess::~EngineProcess()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process.release(); // a QProcess that is deleted kills its child
}

QString EngineProcess::program()
{
    const auto here = QCoreApplication::applicationDirPath();
    const auto name = u"ceteris-cli"_s;
    const auto near = QStandardPaths::findExecutable(name, { here, QDir(here).filePath(u"../libexec/ceteris"_s) });
    return near.isEmpty() ? QStandardPaths::findExecutable(name) : near;
}

void EngineProcess::run(const QString& plan, const QString& root)
{
    start({ u"run"_s, plan, u"--output"_s, root, u"--events"_s });
}

void EngineProcess::resume(const QString& folder, const QList<int>& again)
{
    QStringList arguments { u"resume"_s, folder, u"--events"_s };
    for (const auto trial : again)
        arguments << u"--again"_s << QString::number(trial);
    start(arguments);
}

void EngineProcess::preflight(const QString& plan)
{
    start({ u"preflight"_s, plan, u"--events"_s });
}

void EngineProcess::start(const QStringList& arguments)
{
    Q_ASSERT(!m_process);
    m_tail.clear();
    m_logTail.clear();
    m_log.clear();
    m_unread = 0;
    m_stopping = false;
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(program());
    m_process->setArguments(arguments);
    m_process->setChildProcessModifier(standAlone);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &EngineProcess::readEvents);
    connect(m_process.get(), &QProcess::readyReadStandardError, this, &EngineProcess::readLog);
    connect(m_process.get(), &QProcess::finished, this,
        [this](int code, QProcess::ExitStatus status) { end(true, status == QProcess::CrashExit, code); });
    connect(
        m_process.get(), &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error != QProcess::FailedToStart)
                return;
            m_log = { m_process->program().isEmpty() ? tr("ceteris-cli was not found next to this program or in PATH.")
                                                     : m_process->errorString() };
            end(false, false, 0);
        },
        Qt::QueuedConnection); // start() may say so before the caller has connected anything
    m_process->start();
}

bool EngineProcess::isRunning() const
{
    return m_process != nullptr;
}

bool EngineProcess::isStopping() const
{
    return m_stopping;
}

void EngineProcess::stop()
{
    if (!m_process || m_stopping || m_process->processId() <= 0)
        return;
    m_stopping = true;
    ::kill(static_cast<pid_t>(m_process->processId()), SIGINT);
    m_patience.start();
}

void EngineProcess::order(const QJsonObject& order)
{
    if (m_process)
        m_process->write(QJsonDocument(order).toJson(QJsonDocument::Compact) + '\n');
}

void EngineProcess::mark(const QString& text)
{
    order({ { u"marker"_s, text } });
}

void EngineProcess::skip(int trial)
{
    order({ { u"skip"_s, trial } });
}

void EngineProcess::runAgain(const QList<int>& trials)
{
    for (const auto trial : trials)
        order({ { u"again"_s, trial } });
}

int EngineProcess::unreadLines() const
{
    return m_unread;
}

void EngineProcess::readEvents()
{
    m_tail += m_process->readAllStandardOutput();
    qsizetype begin = 0;
    for (auto end = m_tail.indexOf('\n'); end >= 0; end = m_tail.indexOf('\n', begin)) {
        const auto read = results::entryFromLine(m_tail.mid(begin, end - begin));
        begin = end + 1;
        if (read)
            emit entry(*read);
        else
            ++m_unread;
    }
    m_tail.remove(0, begin);
}

void EngineProcess::readLog()
{
    m_logTail += m_process->readAllStandardError();
    auto lines = QString::fromLocal8Bit(m_logTail).split(u'\n');
    m_logTail = lines.takeLast().toLocal8Bit();
    m_log += lines;
    m_log = m_log.last(std::min(m_log.size(), logLines));
}

void EngineProcess::end(bool started, bool crashed, int exitCode)
{
    m_patience.stop();
    if (started) {
        readEvents();
        readLog();
    }
    if (!m_logTail.isEmpty())
        m_log.append(QString::fromLocal8Bit(m_logTail));
    m_process.release()->deleteLater(); // this runs inside one of its signals
    m_stopping = false;
    emit ended({ started, crashed, exitCode, m_log });
}

} // namespace ceteris::window
