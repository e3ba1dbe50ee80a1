// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace ceteris::models {

// Work off the window's thread of which only the latest answer is wanted: an older one that comes late is dropped.
// done() is called in the thread of the owner, and never after its end.
class Latest : public QObject
{
public:
    using QObject::QObject;

    template <class Work, class Done>
    void run(Work work, Done done)
    {
        using Answer = decltype(work());
        const int ticket = ++m_ticket;
        auto* const watcher = new QFutureWatcher<Answer>(this);
        const auto promise = std::make_shared<QPromise<Answer>>();
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, ticket, done = std::move(done)] {
            watcher->deleteLater();
            if (ticket == m_ticket) {
                m_busy = false;
                done(watcher->result());
            }
        });
        watcher->setFuture(promise->future());
        m_busy = true;
        QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
            promise->start();
            promise->addResult(work());
            promise->finish();
        });
    }
    void drop() // nobody waits any more
    {
        ++m_ticket;
        m_busy = false;
    }
    bool isBusy() const { return m_busy; }

private:
    int m_ticket = 0;
    bool m_busy = false;
};

} // namespace ceteris::models
