// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace ceteris::sessions {

// The names of what Spring's indexed repository keeps, all below one name space.
class IndexedKeys
{
public:
    explicit IndexedKeys(const QString& nameSpace)
        : m_root(nameSpace.toUtf8() + ':')
        , m_sessions(m_root + "sessions:")
        , m_shadows(m_sessions + "expires:")
        , m_index(
              m_root + "index:org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME:")
    {
    }

    const QByteArray& root() const { return m_root; }
    const QByteArray& shadows() const { return m_shadows; } // what all shadow keys begin with
    QByteArray session(const QByteArray& id) const { return m_sessions + id; } // the hash
    QByteArray shadow(const QByteArray& id) const { return m_shadows + id; } // its end is the end of the session
    QByteArray bucket(qint64 minuteMs) const { return m_root + "expirations:" + QByteArray::number(minuteMs); }
    QByteArray index(const QByteArray& principal) const { return m_index + principal; }
    QByteArray created(const QByteArray& id) const { return m_root + "event:0:created:" + id; } // a channel

    static QByteArray memberOfBucket(const QByteArray& id) { return "expires:" + id; }
    QByteArray shadowOfMember(const QByteArray& member) const { return m_sessions + member; }

private:
    QByteArray m_root;
    QByteArray m_sessions;
    QByteArray m_shadows;
    QByteArray m_index;
};

inline constexpr qint64 aMinuteMs = 60'000;

// The bucket of a session that ends at this time: the first full minute after it.
constexpr qint64 bucketOf(qint64 endMs)
{
    return (endMs + aMinuteMs) / aMinuteMs * aMinuteMs;
}

} // namespace ceteris::sessions
