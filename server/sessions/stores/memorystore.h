// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"

#include <QTimer>

#include <memory>

namespace ceteris::sessions {

class SessionTable;

// Sessions in this process: one table for all listener threads, and on each thread a timer that helps to sweep it.
class MemoryStore : public SessionStore
{
public:
    explicit MemoryStore(std::shared_ptr<SessionTable> table);

    void find(const QByteArray& id, qint64 now, Found done) override;
    void create(const Session& session, Done done) override;
    void save(const Delta& delta, Done done) override;
    void rotateId(const QByteArray& newId, const Delta& delta, Done done) override;
    void remove(const QByteArray& id, Done done) override;
    void count(Counted done) override;
    void clear(Done done) override;
    Capabilities capabilities() const override;
    std::optional<qint64> bytes() const override;

private:
    std::shared_ptr<SessionTable> m_table;
    QTimer m_sweep;
};

} // namespace ceteris::sessions
