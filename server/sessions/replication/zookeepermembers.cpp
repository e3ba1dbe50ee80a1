// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/zookeepermembers.h"

#include <QRegularExpression>

#include <zookeeper/zookeeper.h>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

constexpr int sessionMs = 2000; // after so long without a word an instance is no member

// The client calls back on threads of its own, which hand over to ours.
template <class... Values>
void post(const void* context, void (ZooKeeperMembers::*work)(const Values&...), const Values&... values)
{
    auto* self = static_cast<ZooKeeperMembers*>(const_cast<void*>(context));
    QMetaObject::invokeMethod(
        self, [=] { (self->*work)(values...); }, Qt::QueuedConnection);
}

} // namespace

ZooKeeperMembers::ZooKeeperMembers(const contract::ReplicationConfig& group, int self)
    : m_group(group)
    , m_node(u"%1@%2#"_s.arg(self).arg(group.members[self].reachedAt).toLatin1() + newSessionId())
{
    join();
}

ZooKeeperMembers::~ZooKeeperMembers()
{
    disconnect();
}

void ZooKeeperMembers::join()
{
    const auto told = [](zhandle_t*, int type, int state, const char*, void* self) {
        if (type == ZOO_SESSION_EVENT && state == ZOO_CONNECTED_STATE)
            post(self, &ZooKeeperMembers::connected);
        else if (type == ZOO_SESSION_EVENT && (state == ZOO_EXPIRED_SESSION_STATE || state == ZOO_AUTH_FAILED_STATE))
            post(self, &ZooKeeperMembers::expired);
    };
    zoo_set_debug_level(ZOO_LOG_LEVEL_ERROR);
    m_handle = zookeeper_init(m_group.zookeeper.toLatin1().constData(), told, sessionMs, nullptr, this, 0);
    if (!m_handle) {
        qCWarning(replicationLog).noquote() << "there is no client for ZooKeeper at" << m_group.zookeeper;
        return;
    }
    const auto login = u"ceteris:%1"_s.arg(m_group.secret).toUtf8();
    zoo_add_auth(m_handle, "digest", login.constData(), static_cast<int>(login.size()), nullptr, nullptr);
}

// All in one go: ZooKeeper does what a session asks in the order in which it asks, and what exists may exist.
void ZooKeeperMembers::connected()
{
    const auto create = [this](const QByteArray& path, int flags) {
        const auto created = [](int result, const char*, const void*) {
            if (result != ZOK && result != ZNODEEXISTS)
                qCWarning(replicationLog) << "ZooKeeper refuses to create a node:" << zerror(result);
        };
        zoo_acreate(m_handle, path.constData(), "", 0, &ZOO_CREATOR_ALL_ACL, flags, created, nullptr);
    };
    QByteArray path;
    for (const auto& part : m_group.path.split(u'/', Qt::SkipEmptyParts)) {
        path += '/';
        path += part.toUtf8();
        create(path, 0);
    }
    create(path + '/' + m_node, ZOO_EPHEMERAL);
    list();
}

void ZooKeeperMembers::list()
{
    const auto altered = [](zhandle_t*, int type, int, const char*, void* self) {
        if (type == ZOO_CHILD_EVENT)
            post(self, &ZooKeeperMembers::list);
    };
    const auto named = [](int result, const String_vector* names, const void* self) {
        if (result == ZOK)
            post(self, &ZooKeeperMembers::listed, QByteArrayList(names->data, names->data + names->count));
    };
    if (m_handle)
        zoo_awget_children(m_handle, m_group.path.toUtf8().constData(), altered, this, named, this);
}

void ZooKeeperMembers::listed(const QByteArrayList& nodes)
{
    static const QRegularExpression pattern(u"^(\\d)@(\\d+)#"_s);
    QMap<int, quint16> ports;
    for (const auto& node : nodes) {
        const auto match = pattern.match(QString::fromUtf8(node));
        if (const auto member = match.captured(1).toInt(); match.hasMatch() && member < mostMembers)
            ports[member] = match.captured(2).toUShort();
    }
    m_isListed = nodes.contains(m_node);
    changed(ports);
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
