// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"

namespace ceteris::sessions {

// What a SessionStore does, for a client that blocks: the same promises, as plain functions. One object for each thread
// of a StorePool, made and used there.
class BlockingStore
{
public:
    struct Answer
    {
        Status status = Status::Unavailable;
        Session session {}; // of find; of newId its id
        qint64 number = 0; // of count
    };

    virtual ~BlockingStore() = default;

    virtual Answer find(const QByteArray& id, qint64 now) = 0;
    virtual Status create(const Session& session) = 0;
    virtual Status save(const Delta& delta) = 0;
    virtual Status rotateId(const QByteArray& newId, const Delta& delta) = 0;
    virtual Status remove(const QByteArray& id) = 0;
    virtual Answer count() = 0;
    virtual Status clear() = 0;
    virtual Answer newId() { return { Status::Ok, { .id = newSessionId(), .attributes = {} } }; }
    virtual void sweep(qint64 now) = 0; // deletes what has expired and nobody asks for
};

} // namespace ceteris::sessions
