// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/blockingstore.h"
#include "server/sql/connection.h"

#include <functional>

namespace ceteris::sessions {

// Sessions in a database, in the two tables of Spring Session JDBC:
//
//   SPRING_SESSION             PRIMARY_ID (stays), SESSION_ID (the cookie's; changes at login), CREATION_TIME,
//                              LAST_ACCESS_TIME, MAX_INACTIVE_INTERVAL, EXPIRY_TIME, PRINCIPAL_NAME
//   SPRING_SESSION_ATTRIBUTES  SESSION_PRIMARY_ID, ATTRIBUTE_NAME (percent-encoded, as PostgreSQL's text holds no NUL),
//                              ATTRIBUTE_BYTES (the value as JSON)
//
//   find    one SELECT that joins both          create  one transaction: a row, and one for each attribute
//   save    UPDATE the session's row; when attributes changed, that and an upsert for each of them as one transaction
//   rotate  the same, with the new SESSION_ID   remove  DELETE; the attributes go with the session
//
// The UPDATE counts the rows it found, so that nothing is saved to a session that has gone, and it locks the row, so
// that saves of one session follow each other and each keeps its attributes.
//
// What fails before a commit is tried again: after a conflict up to nine times, else once, on a new connection. A
// commit without an answer is Unavailable, as nobody knows whether it was kept.
class SqlStore : public BlockingStore
{
public:
    SqlStore(const contract::SqlConfig& config, int absoluteTimeoutS);

    Answer find(const QByteArray& id, qint64 now) override;
    Status create(const Session& session) override;
    Status save(const Delta& delta) override;
    Status rotateId(const QByteArray& newId, const Delta& delta) override;
    Status remove(const QByteArray& id) override;
    Answer count() override; // what has expired counts until a sweep
    Status clear() override;
    void sweep(qint64 now) override;

    // Makes the tables where there are none; what went wrong, or nothing.
    static QString prepare(const contract::SqlConfig& config);

private:
    using Work = std::function<Status()>; // Unavailable: the connection knows why

    bool connect();
    Status attempt(const Work& work);
    Status inTransaction(const Work& work);
    Answer read(const QByteArray& id, qint64 now);
    Status update(const QByteArray& newId, const Delta& delta);
    Status writeAttributes(const QByteArray& id, const Attributes& changed, const QList<QByteArray>& removed);
    Status done(const QString& statement, const QVariantList& values = {});
    qint64 expiryOf(qint64 createdMs, qint64 lastAccessedMs, int maxInactiveS) const;

    const contract::SqlConfig m_config;
    const qint64 m_absoluteMs;
    sql::Connection m_connection;
    bool m_isCommitUnknown = false;
};

} // namespace ceteris::sessions
