// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"

#include <QHash>

#include <memory>

namespace ceteris::testsupport {

// The contract makes its own ids, but a session server knows only those that it has made: this keeps both in step.
class WithServersIds : public sessions::SessionStore
{
public:
    using Ids = std::shared_ptr<QHash<QByteArray, QByteArray>>;

    WithServersIds(std::unique_ptr<sessions::SessionStore> store, Ids ids)
        : m_store(std::move(store))
        , m_ids(std::move(ids))
    {
    }

    void find(const QByteArray& id, qint64 now, Found done) override
    {
        m_store->find(
            theirs(id), now, [id, done = std::move(done)](sessions::Status status, sessions::Session session) {
                if (status == sessions::Status::Ok)
                    session.id = id;
                done(status, std::move(session));
            });
    }
    void create(const sessions::Session& session, Done done) override
    {
        m_store->newId([=, this, done = std::move(done)](sessions::Status status, const QByteArray& id) mutable {
            if (status != sessions::Status::Ok)
                return done(status);
            m_ids->insert(session.id, id);
            auto copy = session;
            copy.id = id;
            m_store->create(copy, std::move(done));
        });
    }
    void save(const sessions::Delta& delta, Done done) override { m_store->save(translated(delta), std::move(done)); }
    void rotateId(const QByteArray& newId, const sessions::Delta& delta, Done done) override
    {
        m_store->newId([=, this, done = std::move(done)](sessions::Status, const QByteArray& id) {
            m_store->rotateId(id, translated(delta), [=, this](sessions::Status status) {
                if (status == sessions::Status::Ok)
                    m_ids->insert(newId, id);
                else
                    m_store->remove(id, [](sessions::Status) {}); // its reservation
                done(status);
            });
        });
    }
    void remove(const QByteArray& id, Done done) override { m_store->remove(theirs(id), std::move(done)); }
    void count(Counted done) override { m_store->count(std::move(done)); }
    void clear(Done done) override { m_store->clear(std::move(done)); }
    sessions::Capabilities capabilities() const override { return m_store->capabilities(); }

private:
    QByteArray theirs(const QByteArray& id) const { return m_ids->value(id, id); }
    sessions::Delta translated(sessions::Delta delta) const
    {
        delta.id = theirs(delta.id);
        return delta;
    }

    std::unique_ptr<sessions::SessionStore> m_store;
    Ids m_ids;
};

} // namespace ceteris::testsupport
