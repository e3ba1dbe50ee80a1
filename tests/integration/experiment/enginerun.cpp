// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginerun.h"

#include "app/results/csv.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <csignal>

using namespace Qt::StringLiterals;

EngineRun::EngineRun()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setWorkingDirectory(m_folder.path());
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CACHE_HOME"_s, m_folder.filePath(u"cache"_s));
    m_process.setProcessEnvironment(environment);
}

void EngineRun::start(const QByteArray& plan, Preflight preflight)
{
    writePlan(plan);
    QStringList arguments { u"run"_s, planName(), u"--output"_s, u"results"_s };
    if (preflight == NoPreflight)
        arguments += u"--no-preflight"_s;
    launch(arguments);
}

void EngineRun::watch(const QByteArray& plan)
{
    writePlan(plan);
    launch({ u"run"_s, planName(), u"--output"_s, u"results"_s, u"--no-preflight"_s, u"--events"_s });
}

void EngineRun::ask(const QByteArray& plan)
{
    writePlan(plan);
    launch({ u"preflight"_s, planName(), u"--events"_s });
}

void EngineRun::resume(const QStringList& more)
{
    launch(QStringList { u"resume"_s, resultsFolder(), u"--no-preflight"_s } + more);
}

QString EngineRun::planName()
{
    return u"test.ceteris.toml"_s;
}

void EngineRun::writePlan(const QByteArray& plan)
{
    QFile file(m_folder.filePath(planName()));
    if (file.open(QIODevice::WriteOnly))
        file.write(plan);
}

void EngineRun::launch(const QStringList& arguments)
{
    m_output.clear();
    m_process.start(QStringLiteral(CETERIS_BIN_DIR "/ceteris-cli"), arguments);
    m_process.waitForStarted();
}

int EngineRun::waitForEnd(int timeoutMs)
{
    const auto ended = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(timeoutMs);
    collect();
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

bool EngineRun::wentWell(int exit) const
{
    const bool isWithheld = m_output.contains("disturbed the machine") || m_output.contains("generator fell short");
    return exit == 0 || (exit == 2 && isWithheld && !m_output.contains("Go on with"));
}

bool EngineRun::waitForOutput(const QByteArray& text, int timeoutMs)
{
    QDeadlineTimer deadline(timeoutMs);
    while (!m_output.contains(text) && !deadline.hasExpired() && m_process.state() == QProcess::Running) {
        m_process.waitForReadyRead(100);
        collect();
    }
    return m_output.contains(text);
}

void EngineRun::kill()
{
    signal(SIGKILL);
    m_process.waitForFinished();
}

void EngineRun::signal(int number)
{
    ::kill(static_cast<pid_t>(pid()), number);
}

void EngineRun::say(const QByteArray& text)
{
    m_process.write(text);
    m_process.waitForBytesWritten();
}

void EngineRun::closeChannels()
{
    m_process.closeReadChannel(QProcess::StandardOutput);
    m_process.closeWriteChannel();
}

void EngineRun::collect()
{
    m_output += m_process.readAll();
}

QString EngineRun::resultsFolder() const
{
    const QDir results(m_folder.filePath(u"results"_s));
    const auto folders = results.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return folders.size() == 1 ? results.filePath(folders.first()) : QString();
}

QByteArray EngineRun::content(const QString& name) const
{
    QFile file(resultsFolder() % u'/' % name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<QByteArray> EngineRun::lines(const QString& file) const
{
    auto text = content(file);
    if (text.endsWith('\n'))
        text.chop(1);
    return text.split('\n');
}

std::vector<QStringList> EngineRun::table(const QString& file) const
{
    const auto text = content(file);
    ceteris::results::CsvReader reader(text);
    std::vector<QStringList> rows;
    while (auto row = reader.next())
        rows.push_back(*row);
    return rows;
}

std::vector<std::pair<qint64, QByteArray>> childrenOf(qint64 pid)
{
    std::vector<std::pair<qint64, QByteArray>> children;
    for (const auto& name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile file(u"/proc/"_s % name % u"/stat"_s);
        if (!name.front().isDigit() || !file.open(QIODevice::ReadOnly))
            continue;
        const auto stat = file.readAll();
        const auto end = stat.lastIndexOf(')'); // the name may hold spaces
        const auto fields = stat.mid(end + 2).split(' ');
        if (fields.size() > 1 && fields[1].toLongLong() == pid)
            children.emplace_back(name.toLongLong(), stat.mid(stat.indexOf('(') + 1, end - stat.indexOf('(') - 1));
    }
    return children;
}

bool isAlive(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const auto stat = file.readAll();
    return stat.mid(stat.lastIndexOf(')') + 2, 1) != "Z";
}
