// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/replication.h"

#include "server/sessions/replication/zookeepermembers.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QEventLoop>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::sessions {
namespace {

constexpr auto settling = 2s;
constexpr auto zooKeeperPatience = 5s; // less than whoever started us has
constexpr auto handingOver = 2s;
constexpr auto sweep = 250ms;

Copies copiesOf(const contract::ServerConfig& config)
{
    return config.store.replication.copies == "all"_L1 ? Copies::All : Copies::Backup;
}

// Lets the thread go on meanwhile; the ticks of the group wake it up.
void waitUntil(const std::function<bool()>& isSo, std::chrono::milliseconds patience)
{
    QEventLoop loop;
    for (const QDeadlineTimer deadline(patience); !isSo() && !deadline.hasExpired();)
        loop.processEvents(QEventLoop::WaitForMoreEvents);
}

tl::unexpected<contract::Failure> failure(contract::ExitCode code, const QString& sentence)
{
    return tl::unexpected(contract::Failure { code, sentence });
}

} // namespace

contract::Result<std::shared_ptr<Replication>> Replication::start(const contract::ServerConfig& config)
{
    const auto& options = config.store.replication;
    if (options.secret.isEmpty())
        return failure(contract::ExitCode::BadConfig, u"Instances that keep each other's sessions need a secret."_s);
    if (config.instance >= options.members.size())
        return failure(contract::ExitCode::BadConfig,
            u"Instance %1 is not among the %2 members of its group."_s.arg(config.instance)
                .arg(options.members.size()));
    std::shared_ptr<Replication> replication(new Replication(config));
    const auto problem = std::make_shared<std::promise<QString>>();
    replication->m_thread.reset(QThread::create([self = replication.get(), problem] {
        self->run([problem](const QString& said) { problem->set_value(said); });
    }));
    replication->m_thread->setObjectName(u"replication"_s);
    replication->m_thread->start();
    if (const auto said = problem->get_future().get(); !said.isEmpty())
        return failure(contract::ExitCode::NoStore, said);
    return replication;
}

Replication::Replication(const contract::ServerConfig& config)
    : m_config(config)
    , m_ledger(config.absoluteTimeoutS, static_cast<quint8>(config.instance), qint64 { config.idleTimeoutS } * 1000)
    , m_members(only(config.instance))
{
}

Replication::~Replication()
{
    m_thread->quit();
    m_thread->wait();
}

// The life of the thread. started gets what is wrong, or nothing.
void Replication::run(const std::function<void(const QString&)>& started)
{
    const auto& options = m_config.store.replication;
    const auto& own = options.members[m_config.instance];
    Group group({ m_config.instance, options.secret.toUtf8() }, copiesOf(m_config));
    Replica replica(group, m_ledger, options.acknowledge == "async"_L1);
    group.changed = [&](const View& before) {
        m_members = group.view().members;
        replica.move(before);
    };
    group.asked = [&](const Request& request, const Answered& reply) { replica.serve(request, reply); };
    QTimer sweeping;
    QObject::connect(
        &sweeping, &QTimer::timeout, &group, [this] { m_ledger.sweep(QDateTime::currentMSecsSinceEpoch()); });
    sweeping.start(sweep);

    if (const auto wrong = group.listen(own.port); !wrong.isEmpty())
        return started(u"The replication port %1 cannot be used: %2."_s.arg(own.port).arg(wrong));
    std::unique_ptr<ZooKeeperMembers> zooKeeper; // none: the members are known
    if (options.zookeeper.isEmpty()) {
        QMap<int, quint16> ports;
        for (const auto& member : options.members)
            ports.insert(static_cast<int>(ports.size()), member.reachedAt);
        group.setMembers(ports);
    } else {
        zooKeeper = std::make_unique<ZooKeeperMembers>(options, m_config.instance);
        zooKeeper->changed = [&](const auto& ports) { group.setMembers(ports); };
    }
    const auto isListed = [&] { return !zooKeeper || zooKeeper->isListed(); };
    waitUntil([&] { return isListed() && group.isSettled(); }, zooKeeper ? zooKeeperPatience : settling);
    if (!isListed())
        return started(u"ZooKeeper at %1 does not answer."_s.arg(options.zookeeper));
    m_group = &group;
    m_replica = &replica;
    started({});
    QEventLoop().exec(); // until the destructor

    zooKeeper.reset();
    group.leave();
    waitUntil([&] { return group.isIdle(); }, handingOver);
}

void Replication::ask(Way way, Request request, Answered done)
{
    auto work = [replica = m_replica, way, request = std::move(request), done = std::move(done)] {
        (replica->*way)(request, done);
    };
    QMetaObject::invokeMethod(m_group, std::move(work), Qt::QueuedConnection);
}

bool Replication::holds(const QByteArray& id) const
{
    const View view { m_config.instance, copiesOf(m_config), m_members.load(std::memory_order_relaxed) };
    return has(view.holdersOf(id), m_config.instance);
}

} // namespace ceteris::sessions
