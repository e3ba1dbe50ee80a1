// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <unordered_set>

namespace ceteris::sessions {

struct HttpRequest
{
    QByteArray method;
    QByteArray url;
    QList<QByteArray> headers {}; // "Name: value"
    QByteArray body {};
};

struct HttpReply
{
    int status = 0; // 0: no answer, and nobody knows whether the request was carried out
    QByteArray body {};
    QByteArray sessionId {}; // of X-Session-ID
};

// HTTP/1.1 on the event loop of its thread, over connections that are kept. It never blocks: addresses are numbers.
// Each request has the deadline, the time that it waits for its turn included.
class HttpClient
{
public:
    using Replied = std::function<void(const HttpReply& reply)>;

    explicit HttpClient(std::chrono::milliseconds deadline);
    ~HttpClient(); // tells everything that waits that there is no answer

    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    void send(HttpRequest request, Replied replied); // replied exactly once, never before it returns

private:
    using Clock = std::chrono::steady_clock;
    class Multi;
    struct Transfer;

    void startNext();
    void onTimer();
    void onSocket(int descriptor, int events);
    void collect();

    const std::chrono::milliseconds m_deadline;
    std::deque<std::unique_ptr<Transfer>> m_waiting; // for one of few places
    std::unordered_set<Transfer*> m_running; // owned
    QTimer m_timer;
    QTimer m_turn; // gives places to those who wait
    std::unique_ptr<Multi> m_multi;
};

} // namespace ceteris::sessions
