// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/balancer.h"

#include "app/services/child.h"
#include "app/services/loopback.h"
#include "app/services/programs.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QSaveFile>
#include <QTcpSocket>

#include <algorithm>
#include <csignal>
#include <pwd.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::services {
namespace {

constexpr int readyS = 10;
constexpr auto drain = 1s; // for requests that the old workers have begun
constexpr auto pause = 5ms;

// In what the two programs differ.
struct Program
{
    QString name; // and Debian package
    int reload; // signal to the master
    QByteArray (*config)(const BalancerSite&);
    QStringList (*arguments)(const QString& folder, const QString& config);
};

const Program& programOf(plan::BalancerKind kind)
{
    static const Program nginx { u"nginx"_s, SIGHUP, nginxConfig, [](const QString& folder, const QString& config) {
                                    return QStringList { u"-p"_s, folder, u"-e"_s, u"stderr"_s, u"-c"_s, config };
                                } };
    static const Program haproxy { u"haproxy"_s, SIGUSR2, haproxyConfig, [](const QString&, const QString& config) {
                                      return QStringList { u"-W"_s, u"-q"_s, u"-f"_s, config };
                                  } };
    return kind == plan::BalancerKind::Nginx ? nginx : haproxy;
}

// Two descriptors for each client's connection, and some for the rest.
int mostConnections()
{
    constexpr rlim_t enough = 10'000;
    rlimit limit {};
    getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<int>(std::clamp<rlim_t>((std::min<rlim_t>(limit.rlim_max, 1'000'000) - 200) / 2, 100, enough));
}

// The worker of an nginx that root starts would be somebody who may not use our folder.
QString ownName()
{
    const auto* user = geteuid() == 0 ? getpwuid(0) : nullptr;
    return user ? QString::fromLocal8Bit(user->pw_name) : QString();
}

// Which configuration answers at the port; 0 when none does.
int generationAt(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!socket.waitForConnected(500))
        return 0;
    socket.write(
        QByteArray("GET ") + generationPath.data() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    while (socket.state() == QTcpSocket::ConnectedState && socket.waitForReadyRead(500)) { }
    const auto answer = socket.readAll();
    return answer.mid(answer.indexOf("\r\n\r\n") + 4).trimmed().toInt();
}

} // namespace

Balancer::Balancer(const BalancerOptions& options)
    : m_options(options)
    , m_folder(options.folder + u"/balancer-XXXXXX"_s)
{
    m_site.method = options.settings.method;
    m_site.port = freePort();
    m_site.connections = mostConnections();
    m_site.user = ownName();
}

Balancer::~Balancer()
{
    endWorkers();
}

Result<std::unique_ptr<Balancer>> Balancer::start(const BalancerOptions& options, const std::vector<Member>& members)
{
    return onFreePorts([&]() -> Result<std::unique_ptr<Balancer>> {
        std::unique_ptr<Balancer> balancer(new Balancer(options));
        balancer->m_site.members = members;
        return balancer->writeConfig().and_then([&] { return balancer->launch(); }).map([&] {
            return std::move(balancer);
        });
    });
}

Result<void> Balancer::writeConfig()
{
    QSaveFile file(configPath());
    if (!file.open(QIODevice::WriteOnly) || file.write(programOf(m_options.settings.kind).config(m_site)) < 0
        || !file.commit())
        return fail(ErrorCode::CannotWriteFile, { configPath(), file.errorString() });
    return {};
}

Result<void> Balancer::launch()
{
    const auto& program = programOf(m_options.settings.kind);
    const auto path = programPath(program.name);
    if (path.isEmpty())
        return fail(ErrorCode::ProgramMissing, { program.name, program.name });
    // Asked to end by the engine's death, the master takes its workers along.
    auto child = Child::start({ .program = path,
        .arguments = program.arguments(m_folder.path(), configPath()),
        .cpus = m_options.cpus,
        .deathSignal = SIGTERM });
    if (!child)
        return tl::unexpected(child.error());
    m_child = std::move(*child);
    m_child->closeInput();
    return waitUntilServing();
}

Result<void> Balancer::waitUntilServing() const
{
    const QDeadlineTimer deadline(readyS * 1s);
    while (!deadline.hasExpired()) {
        if (!m_child->alive())
            return fail(ErrorCode::ChildDied, { m_child->name(), m_child->lastLines() });
        if (generationAt(m_site.port) == m_site.generation)
            return {};
        std::this_thread::sleep_for(pause);
    }
    return fail(ErrorCode::ChildNotReady, { m_child->name(), QString::number(readyS), m_child->lastLines() });
}

Result<void> Balancer::serve(const std::vector<Member>& members)
{
    const auto old = workers();
    m_site.members = members;
    ++m_site.generation;
    if (const auto written = writeConfig(); !written)
        return written;
    ::kill(static_cast<pid_t>(pid()), programOf(m_options.settings.kind).reload);
    const auto isOld = [&old](qint64 worker) { return std::ranges::find(old, worker) != old.end(); };
    if (const auto serving = waitUntilServing(); !serving)
        return serving;
    for (const QDeadlineTimer deadline(drain); !deadline.hasExpired() && std::ranges::any_of(workers(), isOld);)
        std::this_thread::sleep_for(pause);
    return {};
}

Result<void> Balancer::restart()
{
    endWorkers();
    m_child.reset(); // the old one has given its port back before the new one asks for it
    return launch();
}

// A master that was killed could take nobody along, and nginx's worker would go on without it.
void Balancer::endWorkers()
{
    if (m_child && !m_child->alive())
        ::kill(-static_cast<pid_t>(pid()), SIGKILL);
}

QString Balancer::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_site.port);
}

qint64 Balancer::pid() const
{
    return m_child->pid();
}

std::vector<qint64> Balancer::pids() const
{
    auto all = workers();
    all.insert(all.begin(), pid());
    return all;
}

std::vector<qint64> Balancer::workers() const
{
    QFile file(u"/proc/%1/task/%1/children"_s.arg(pid()));
    std::vector<qint64> pids;
    if (file.open(QIODevice::ReadOnly))
        for (const auto& word : file.readAll().simplified().split(' '))
            if (!word.isEmpty())
                pids.push_back(word.toLongLong());
    return pids;
}

bool Balancer::alive() const
{
    return m_child->alive();
}

QString Balancer::lastLines() const
{
    return m_child->lastLines();
}

} // namespace ceteris::services
