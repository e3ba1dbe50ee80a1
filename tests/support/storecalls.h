// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"

#include <QDateTime>
#include <QEventLoop>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

// A store's asynchronous calls as plain functions: they run the event loop until done was called.
namespace ceteris::testsupport {

// In reach of the wall clock, because Redis expires keys by its own.
inline qint64 wallClockMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

// start(done) begins a call; the result is what done got. Nothing within 10 s: nullopt.
template <class T, class Start>
std::optional<T> awaited(Start start)
{
    QEventLoop loop;
    const auto result = std::make_shared<std::optional<T>>();
    start([result, waiting = QPointer(&loop)](T value) {
        if (result->has_value())
            qFatal("A store answered twice.");
        *result = std::move(value);
        if (waiting)
            waiting->quit();
    });
    if (!result->has_value()) {
        QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return *result;
}

struct FoundSession
{
    sessions::Status status = sessions::Status::Unavailable;
    sessions::Session session;
};

inline FoundSession find(sessions::SessionStore& store, const QByteArray& id, qint64 now)
{
    return awaited<FoundSession>([&](auto done) {
        store.find(id, now, [done](sessions::Status status, sessions::Session session) {
            done({ status, std::move(session) });
        });
    }).value();
}

inline FoundSession findSome(
    sessions::SessionStore& store, const QByteArray& id, const QList<QByteArray>& attributes, qint64 now)
{
    return awaited<FoundSession>([&](auto done) {
        store.findSome(id, attributes, now, [done](sessions::Status status, sessions::Session session) {
            done({ status, std::move(session) });
        });
    }).value();
}

inline sessions::Status create(sessions::SessionStore& store, const sessions::Session& session)
{
    return awaited<sessions::Status>([&](auto done) { store.create(session, done); }).value();
}

inline sessions::Status save(sessions::SessionStore& store, const sessions::Delta& delta)
{
    return awaited<sessions::Status>([&](auto done) { store.save(delta, done); }).value();
}

inline sessions::Status rotateId(sessions::SessionStore& store, const QByteArray& id, const sessions::Delta& delta)
{
    return awaited<sessions::Status>([&](auto done) { store.rotateId(id, delta, done); }).value();
}

inline sessions::Status remove(sessions::SessionStore& store, const QByteArray& id)
{
    return awaited<sessions::Status>([&](auto done) { store.remove(id, done); }).value();
}

inline sessions::Status clear(sessions::SessionStore& store)
{
    return awaited<sessions::Status>([&](auto done) { store.clear(done); }).value();
}

inline qint64 count(sessions::SessionStore& store) // -1: it does not answer
{
    return awaited<qint64>([&](auto done) {
        store.count(
            [done](sessions::Status status, qint64 number) { done(status == sessions::Status::Ok ? number : -1); });
    }).value();
}

inline sessions::Session newSession(qint64 now, sessions::Attributes attributes = {})
{
    return { sessions::newSessionId(), now, now, 1800, std::move(attributes) };
}

inline sessions::Delta deltaOf(const sessions::Session& session, qint64 now, sessions::Attributes changed = {})
{
    return { session.id, session.createdMs, now, session.maxInactiveS, std::move(changed), {}, session };
}

} // namespace ceteris::testsupport

Q_DECLARE_METATYPE(ceteris::sessions::Attributes)
