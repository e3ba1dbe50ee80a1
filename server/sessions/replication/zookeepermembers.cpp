// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/zookeepermembers.h"

#include "server/sessions/replication/log.h"
#include "server/sessions/replication/view.h"

#include <QRegularExpression>

#include <zookeeper/zookeeper.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

constexpr int sessionMs = 2000; // after so long without a word an instance is no member

// Unlike that of an earlier life on the same port, whose node may still be there for a session's time.
QByteArray nodeName(int self, const Address& address)
{
    return QByteArray::number(self) + '@' + address.host.toLatin1() + ':' + QByteArray::number(address.port) + '#'
        + newSessionId();
}

} // namespace

struct ZooKeeperMembers::Callbacks
{
    static ZooKeeperMembers* of(const void* context)
    {
        return static_cast<ZooKeeperMembers*>(const_cast<void*>(context));
    }

    template <class Work>
    static void post(const void* context, Work work)
    {
        QMetaObject::invokeMethod(of(context), std::move(work), Qt::QueuedConnection);
    }

    static void session(zhandle_t*, int type, int state, const char*, void* context)
    {
        if (type != ZOO_SESSION_EVENT)
            return;
        if (state == ZOO_CONNECTED_STATE)
            post(context, [self = of(context)] { self->connected(); });
        else if (state == ZOO_EXPIRED_SESSION_STATE || state == ZOO_AUTH_FAILED_STATE)
            post(context, [self = of(context)] { self->expired(); });
    }

    static void children(zhandle_t*, int type, int, const char*, void* context)
    {
        if (type == ZOO_CHILD_EVENT)
            post(context, [self = of(context)] { self->list(); });
    }

    static void names(int result, const String_vector* strings, const void* context)
    {
        if (result != ZOK)
            return;
        QByteArrayList nodes;
        for (int i = 0; i < strings->count; ++i)
            nodes.append(strings->data[i]);
        post(context, [self = of(context), nodes] { self->listed(nodes); });
    }

    static void created(int result, const char*, const void*)
    {
        if (result != ZOK && result != ZNODEEXISTS)
            qCWarning(replicationLog) << "ZooKeeper refuses to create a node:" << zerror(result);
    }
};

ZooKeeperMembers::ZooKeeperMembers(Options options)
    : m_options(std::move(options))
    , m_node(nodeName(m_options.self, m_options.address))
{
}

ZooKeeperMembers::~ZooKeeperMembers()
{
    disconnect();
}

void ZooKeeperMembers::join()
{
    zoo_set_debug_level(ZOO_LOG_LEVEL_ERROR);
    m_handle
        = zookeeper_init(m_options.servers.toLatin1().constData(), &Callbacks::session, sessionMs, nullptr, this, 0);
    if (!m_handle) {
        qCWarning(replicationLog).noquote() << "there is no client for ZooKeeper at" << m_options.servers;
        return;
    }
    const auto login = u"ceteris:%1"_s.arg(m_options.password).toUtf8();
    zoo_add_auth(m_handle, "digest", login.constData(), static_cast<int>(login.size()), nullptr, nullptr);
}

void ZooKeeperMembers::connected()
{
    createPath();
    list();
}

// All in one go: ZooKeeper does what a session asks in the order in which it asks, and what exists may exist.
void ZooKeeperMembers::createPath()
{
    const auto create = [this](const QByteArray& path, int flags) {
        zoo_acreate(m_handle, path.constData(), "", 0, &ZOO_CREATOR_ALL_ACL, flags, &Callbacks::created, nullptr);
    };
    QByteArray path;
    for (const auto& part : m_options.path.split(u'/', Qt::SkipEmptyParts)) {
        path += '/';
        path += part.toUtf8();
        create(path, 0);
    }
    create(path + '/' + m_node, ZOO_EPHEMERAL);
}

void ZooKeeperMembers::list()
{
    if (m_handle)
        zoo_awget_children(
            m_handle, m_options.path.toUtf8().constData(), &Callbacks::children, this, &Callbacks::names, this);
}

void ZooKeeperMembers::listed(const QByteArrayList& nodes)
{
    static const QRegularExpression pattern(u"^(\\d)@([^:]+):(\\d+)#"_s);
    std::map<int, Address> members;
    for (const auto& node : nodes) {
        const auto match = pattern.match(QString::fromUtf8(node));
        if (const auto member = match.captured(1).toInt(); match.hasMatch() && member < mostMembers)
            members[member] = { match.captured(2), match.captured(3).toUShort() };
    }
    m_isListed = nodes.contains(m_node);
    changed(members);
}

void ZooKeeperMembers::expired()
{
    qCWarning(replicationLog) << "ZooKeeper took this instance for gone; it joins again";
    disconnect();
    join();
}

void ZooKeeperMembers::disconnect()
{
    if (auto* handle = std::exchange(m_handle, nullptr))
        zookeeper_close(handle); // after this no callback comes
}

} // namespace ceteris::sessions
