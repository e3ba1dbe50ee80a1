// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/zookeeperservice.h"

#include "app/services/child.h"
#include "app/services/programs.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpSocket>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::services {
namespace {

constexpr int readyS = 30; // it is a Java program
constexpr int ioMs = 500;
const auto jar = QStringLiteral("/usr/share/java/zookeeper.jar"); // names the others it needs

// The one question that it answers before anybody has a session.
bool isServing(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    if (!socket.waitForConnected(ioMs))
        return false;
    socket.write("ruok");
    return socket.waitForBytesWritten(ioMs) && socket.waitForReadyRead(ioMs) && socket.readAll() == "imok";
}

QStringList arguments(const QString& folder)
{
    const QString log4j = u"-Dlog4j.configuration=file:"_s + folder + u"/log4j.properties"_s;
    return { u"-Xmx128m"_s, u"-XX:+UseSerialGC"_s, u"-XX:TieredStopAtLevel=1"_s, log4j, u"-cp"_s,
        jar + u":/usr/share/java/slf4j-log4j12.jar:/usr/share/java/log4j-1.2.jar"_s,
        u"org.apache.zookeeper.server.quorum.QuorumPeerMain"_s, folder + u"/zoo.cfg"_s };
}

bool write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return file.open(QFile::WriteOnly) && file.write(text) == text.size();
}

} // namespace

// The tick bounds the sessions: an instance may ask for 1 s to 10 s.
QByteArray zooKeeperConfig(quint16 port, const QString& folder)
{
    return "tickTime=500\nclientPortAddress=127.0.0.1\nclientPort=" + QByteArray::number(port)
        + "\ndataDir=" + folder.toUtf8() + "/data\nadmin.enableServer=false\n4lw.commands.whitelist=ruok\n";
}

bool ZooKeeperService::isInstalled()
{
    return QFile::exists(jar) && !programPath(u"java"_s).isEmpty();
}

ZooKeeperService::ZooKeeperService(const Options& options)
    : m_options(options)
    , m_folder(options.folder + u"/zookeeper-XXXXXX"_s)
{
}

ZooKeeperService::~ZooKeeperService() = default;

Result<std::unique_ptr<ZooKeeperService>> ZooKeeperService::start(const Options& options)
{
    if (!isInstalled())
        return fail(ErrorCode::ProgramMissing, { u"zookeeper"_s, u"zookeeper"_s });
    std::unique_ptr<ZooKeeperService> service(new ZooKeeperService(options));
    if (const auto launched = service->launch(); !launched)
        return tl::unexpected(launched.error());
    return service;
}

Result<void> ZooKeeperService::launch()
{
    const auto folder = m_folder.path();
    const bool isPrepared = m_folder.isValid() && write(folder + u"/zoo.cfg"_s, zooKeeperConfig(m_options.port, folder))
        && write(folder + u"/log4j.properties"_s,
            "log4j.rootLogger=WARN, out\nlog4j.appender.out=org.apache.log4j.ConsoleAppender\n"
            "log4j.appender.out.layout=org.apache.log4j.PatternLayout\nlog4j.appender.out.layout.ConversionPattern=%m%"
            "n\n");
    if (!isPrepared)
        return fail(ErrorCode::ChildDidNotStart, { u"zookeeper"_s, u"its folder cannot be written"_s });
    auto child
        = Child::start({ .program = programPath(u"java"_s), .arguments = arguments(folder), .cpus = m_options.cpus });
    if (!child)
        return tl::unexpected(child.error());
    m_child = std::move(*child);
    m_child->closeInput();
    return waitUntilReady();
}

Result<void> ZooKeeperService::waitUntilReady()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < readyS * 1000) {
        if (!m_child->alive())
            return fail(ErrorCode::ChildDied, { u"zookeeper"_s, m_child->lastLines() });
        if (isServing(m_options.port))
            return {};
        std::this_thread::sleep_for(20ms);
    }
    return fail(ErrorCode::ChildNotReady, { u"zookeeper"_s, QString::number(readyS), m_child->lastLines() });
}

qint64 ZooKeeperService::pid() const
{
    return m_child->pid();
}

bool ZooKeeperService::alive() const
{
    return m_child->alive();
}

QString ZooKeeperService::lastLines() const
{
    return m_child->lastLines();
}

Result<void> ZooKeeperService::restart()
{
    m_child.reset(); // the old one has given its port back before the new one asks for it
    return launch();
}

} // namespace ceteris::services
