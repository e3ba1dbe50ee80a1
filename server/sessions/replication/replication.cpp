// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/replication.h"

#include "server/sessions/replication/ring.h"
#include "server/sessions/replication/transfer.h"
#include "server/sessions/replication/zookeepermembers.h"

#include <QDateTime>
#include <QDeadlineTimer>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::sessions {
namespace {

constexpr auto settling = 2s;
constexpr auto zooKeeperPatience = 5s; // less than whoever started us has
constexpr auto handingOver = 2s;
constexpr auto sweep = 250ms;
const auto host = QStringLiteral("127.0.0.1");

Copies copiesOf(const contract::ServerConfig& config)
{
    return config.store.replication.copies == "all"_L1 ? Copies::All : Copies::Backup;
}

std::map<int, Address> staticMembers(const contract::ReplicationConfig& replication)
{
    std::map<int, Address> members;
    for (int i = 0; i < replication.members.size(); ++i)
        members[i] = { host, replication.members[i].reachedAt };
    return members;
}

// Calls then as soon as isSo, or when the deadline has passed, looking now and then.
void await(QObject* context, QDeadlineTimer deadline, std::function<bool()> isSo, std::function<void()> then)
{
    if (isSo() || deadline.hasExpired())
        return then();
    QTimer::singleShot(5ms, context, [=] { await(context, deadline, isSo, then); });
}

} // namespace

struct Replication::Members
{
    Members(const contract::ServerConfig& config, Ledger& ledger)
        : ring({ config.instance, config.store.replication.secret.toUtf8() }, copiesOf(config))
        , replica(ring, ledger,
              config.store.replication.acknowledge == "sync"_L1 ? Replica::Acknowledge::Sync
                                                                : Replica::Acknowledge::Async)
        , transfer(ring, ledger, replica)
    {
        ring.asked = [this](int member, Request request, const Ring::Reply& reply) {
            replica.serve(member, std::move(request), reply);
        };
    }

    bool isSettled() const { return (!zooKeeper || zooKeeper->isListed()) && ring.isSettled(); }

    Ring ring;
    Replica replica;
    Transfer transfer;
    std::unique_ptr<ZooKeeperMembers> zooKeeper; // none: the members are known
    QTimer sweeping;
};

contract::Result<std::shared_ptr<Replication>> Replication::start(const contract::ServerConfig& config)
{
    if (config.store.replication.secret.isEmpty())
        return tl::unexpected(contract::Failure {
            contract::ExitCode::BadConfig, u"Instances that keep each other's sessions need a secret."_s });
    if (config.instance >= config.store.replication.members.size())
        return tl::unexpected(contract::Failure { contract::ExitCode::BadConfig,
            u"Instance %1 is not among the %2 members of its group."_s.arg(config.instance)
                .arg(config.store.replication.members.size()) });
    std::shared_ptr<Replication> replication(new Replication(config));
    const auto problem = std::make_shared<std::promise<QString>>();
    auto told = problem->get_future();
    replication->m_thread.reset(QThread::create([&self = *replication, problem] {
        QEventLoop loop;
        self.run([problem](const QString& said) { problem->set_value(said); });
        loop.exec();
        self.m_group.reset();
    }));
    replication->m_thread->setObjectName(u"replication"_s);
    replication->m_thread->start();
    if (const auto said = told.get(); !said.isEmpty())
        return tl::unexpected(contract::Failure { contract::ExitCode::NoStore, said });
    return replication;
}

Replication::Replication(const contract::ServerConfig& config)
    : m_config(config)
    , m_table(std::make_shared<SessionTable>(config.absoluteTimeoutS))
    , m_ledger(m_table, static_cast<quint8>(config.instance), qint64 { config.idleTimeoutS } * 1000)
    , m_members(only(config.instance))
{
}

Replication::~Replication()
{
    QMetaObject::invokeMethod(&m_group->ring, [this] { stop(); });
    m_thread->wait();
}

// On the thread. started gets what is wrong, or nothing.
void Replication::run(std::function<void(QString)> started)
{
    m_group = std::make_unique<Members>(m_config, m_ledger);
    auto& group = *m_group;
    group.ring.changed = [this, &group](const View& before) {
        m_members = group.ring.view().members;
        group.transfer.begin(before);
    };
    QObject::connect(&group.sweeping, &QTimer::timeout, &group.ring,
        [this] { m_ledger.sweep(QDateTime::currentMSecsSinceEpoch()); });
    group.sweeping.start(sweep);

    const auto& replication = m_config.store.replication;
    const auto& own = replication.members[m_config.instance];
    if (!group.ring.listen(own.port))
        return started(u"The replication port %1 cannot be used: %2."_s.arg(own.port).arg(group.ring.errorString()));
    auto patience = settling;
    if (replication.zookeeper.isEmpty()) {
        group.ring.setMembers(staticMembers(replication));
    } else {
        patience = zooKeeperPatience;
        group.zooKeeper = std::make_unique<ZooKeeperMembers>(ZooKeeperMembers::Options {
            replication.zookeeper, replication.path, replication.secret, m_config.instance, { host, own.reachedAt } });
        group.zooKeeper->changed = [&group](const auto& members) { group.ring.setMembers(members); };
        group.zooKeeper->join();
    }
    await(
        &group.ring, QDeadlineTimer(patience), [&group] { return group.isSettled(); },
        [&group, started, this] {
            const bool isAlone = group.zooKeeper && !group.zooKeeper->isListed();
            started(
                isAlone ? u"ZooKeeper at %1 does not answer."_s.arg(m_config.store.replication.zookeeper) : QString());
        });
}

void Replication::stop()
{
    auto& group = *m_group;
    group.zooKeeper.reset();
    group.ring.leave();
    await(
        &group.ring, QDeadlineTimer(handingOver), [&group] { return group.transfer.isDone() && group.ring.isIdle(); },
        [] { QThread::currentThread()->exit(); });
}

void Replication::post(std::function<void(Replica&)> work)
{
    QMetaObject::invokeMethod(
        &m_group->ring, [&replica = m_group->replica, work = std::move(work)] { work(replica); }, Qt::QueuedConnection);
}

bool Replication::holds(const QByteArray& id) const
{
    const View view { m_config.instance, copiesOf(m_config), m_members.load(std::memory_order_relaxed) };
    return has(view.holdersOf(id), m_config.instance);
}

} // namespace ceteris::sessions
