// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace ceteris::auth {

// Threads for what would stop a listener: password hashes and SQL. Bounded: a full queue refuses at once.
class WorkPool
{
public:
    WorkPool(int threads, int queueLimit);
    ~WorkPool(); // drops what waits, ends what runs

    // Runs work on the pool at a lower CPU priority, then done on the thread of context, which must be the calling one
    // (never if context is gone). False when the queue is full: nothing will run.
    bool submit(QObject* context, std::function<void()> work, std::function<void()> done);

    int waiting() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ceteris::auth
