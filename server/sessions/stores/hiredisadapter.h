// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>

struct redisAsyncContext;

namespace ceteris::sessions {

// Lets one asynchronous hiredis context live on Qt's event loop, and owns it. It may be closed from inside a reply or
// from ended, but not deleted there: use deleteLater().
class HiredisAdapter : public QObject
{
public:
    // ended is called once if hiredis gives the connection up by itself; the context is gone then.
    HiredisAdapter(redisAsyncContext* context, std::function<void()> ended);
    ~HiredisAdapter() override;

    redisAsyncContext* context() const { return m_context; } // nullptr after the end
    void close(); // at once and without a word: no reply and no ended comes after it

private:
    void wantWrite();
    void flush();
    void letGo();

    redisAsyncContext* m_context;
    std::function<void()> m_ended;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
    bool m_flushIsPosted = false;
    bool m_socketIsFull = false; // or not connected yet: then only the notifier knows when to write
};

} // namespace ceteris::sessions
