// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/httpclient.h"

#include <QSocketNotifier>

#include <curl/curl.h>

#include <mutex>
#include <utility>
#include <vector>

namespace ceteris::sessions {
namespace {

constexpr std::size_t places = 16; // libcurl 7.88 slows down with more handles in one multi
constexpr long connectMs = 250;

void initialiseOnce()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

struct EasyRelease
{
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct ListRelease
{
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

} // namespace

struct HttpClient::Transfer
{
    Clock::time_point deadline;
    HttpRequest request;
    Replied replied;
    HttpReply reply {};
    std::unique_ptr<CURL, EasyRelease> easy {};
    std::unique_ptr<curl_slist, ListRelease> headers {};

    bool start(CURLM* multi, std::chrono::milliseconds left);
    static std::size_t onBody(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* self);
};

bool HttpClient::Transfer::start(CURLM* multi, std::chrono::milliseconds left)
{
    easy.reset(curl_easy_init());
    if (!easy)
        return false;
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(easy.get(), option, value); };
    for (const auto& header : request.headers)
        headers.reset(curl_slist_append(headers.release(), header.constData()));
    headers.reset(curl_slist_append(headers.release(), "Expect:")); // no waiting before a body
    set(CURLOPT_PRIVATE, static_cast<void*>(this));
    set(CURLOPT_URL, request.url.constData());
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_NOPROXY, "*");
    set(CURLOPT_CONNECTTIMEOUT_MS, connectMs);
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
    set(CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    set(CURLOPT_WRITEDATA, static_cast<void*>(this));
    set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    set(CURLOPT_HEADERDATA, static_cast<void*>(this));
    if (request.method != "GET")
        set(CURLOPT_CUSTOMREQUEST, request.method.constData());
    if (request.method == "POST" || request.method == "PUT") {
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        set(CURLOPT_POSTFIELDS, request.body.constData());
    }
    return curl_multi_add_handle(multi, easy.get()) == CURLM_OK;
}

std::size_t HttpClient::Transfer::onBody(char* data, std::size_t size, std::size_t count, void* self)
{
    static_cast<Transfer*>(self)->reply.body.append(data, static_cast<qsizetype>(size * count));
    return size * count;
}

std::size_t HttpClient::Transfer::onHeader(char* data, std::size_t size, std::size_t count, void* self)
{
    constexpr QByteArrayView name = "x-session-id:";
    const auto line = QByteArrayView(data, static_cast<qsizetype>(size * count));
    if (line.size() > name.size() && line.first(name.size()).compare(name, Qt::CaseInsensitive) == 0)
        static_cast<Transfer*>(self)->reply.sessionId = line.sliced(name.size()).trimmed().toByteArray();
    return size * count;
}

// libcurl's sockets and its timer on Qt's event loop.
class HttpClient::Multi
{
public:
    explicit Multi(HttpClient& client)
        : m_client(client)
        , m_multi(curl_multi_init())
    {
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &Multi::onSocketWanted);
        curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
        curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &Multi::onTimerWanted);
        curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
        curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, static_cast<long>(2 * places));
    }
    ~Multi() { curl_multi_cleanup(m_multi); }
    Multi(const Multi&) = delete;
    Multi& operator=(const Multi&) = delete;

    CURLM* handle() const { return m_multi; }

private:
    // Both notifiers of a socket; deleted later, because libcurl gives a socket up while one of them is at work.
    struct Watch : QObject
    {
        Watch(HttpClient& client, int descriptor)
            : readable(descriptor, QSocketNotifier::Read)
            , writable(descriptor, QSocketNotifier::Write)
        {
            connect(&readable, &QSocketNotifier::activated, this,
                [&client, descriptor] { client.onSocket(descriptor, CURL_CSELECT_IN); });
            connect(&writable, &QSocketNotifier::activated, this,
                [&client, descriptor] { client.onSocket(descriptor, CURL_CSELECT_OUT); });
        }

        void listen(int what)
        {
            readable.setEnabled(what == CURL_POLL_IN || what == CURL_POLL_INOUT);
            writable.setEnabled(what == CURL_POLL_OUT || what == CURL_POLL_INOUT);
        }

        QSocketNotifier readable;
        QSocketNotifier writable;
    };

    static int onSocketWanted(CURL*, curl_socket_t descriptor, int what, void* self, void* watched)
    {
        auto* multi = static_cast<Multi*>(self);
        auto* watch = static_cast<Watch*>(watched);
        if (!watch && what != CURL_POLL_REMOVE) {
            watch = new Watch(multi->m_client, descriptor);
            curl_multi_assign(multi->m_multi, descriptor, watch);
        }
        if (watch)
            watch->listen(what);
        if (watch && what == CURL_POLL_REMOVE)
            watch->deleteLater();
        return 0;
    }

    static int onTimerWanted(CURLM*, long ms, void* self)
    {
        auto& timer = static_cast<Multi*>(self)->m_client.m_timer;
        ms < 0 ? timer.stop() : timer.start(static_cast<int>(ms));
        return 0;
    }

    HttpClient& m_client;
    CURLM* m_multi;
};

HttpClient::HttpClient(std::chrono::milliseconds deadline)
    : m_deadline(deadline)
{
    initialiseOnce();
    m_multi = std::make_unique<Multi>(*this);
    m_timer.setSingleShot(true);
    m_turn.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { onTimer(); });
    QObject::connect(&m_turn, &QTimer::timeout, &m_turn, [this] { startNext(); });
}

HttpClient::~HttpClient()
{
    for (auto* transfer : std::exchange(m_running, {})) {
        curl_multi_remove_handle(m_multi->handle(), transfer->easy.get());
        m_waiting.emplace_back(transfer);
    }
    while (!m_waiting.empty()) { // who is told may try again, and is told again
        const auto transfer = std::move(m_waiting.front());
        m_waiting.pop_front();
        transfer->replied({});
    }
}

void HttpClient::send(HttpRequest request, Replied replied)
{
    m_waiting.push_back(std::make_unique<Transfer>(Clock::now() + m_deadline, std::move(request), std::move(replied)));
    m_turn.start(0);
}

void HttpClient::startNext()
{
    std::vector<std::unique_ptr<Transfer>> late;
    while (!m_waiting.empty() && m_running.size() < places) {
        auto transfer = std::move(m_waiting.front());
        m_waiting.pop_front();
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(transfer->deadline - Clock::now());
        if (left > std::chrono::milliseconds::zero() && transfer->start(m_multi->handle(), left))
            m_running.insert(transfer.release());
        else
            late.push_back(std::move(transfer));
    }
    for (const auto& transfer : late) // last: whoever is told may destroy us
        transfer->replied({});
}

void HttpClient::onTimer()
{
    int running = 0;
    curl_multi_socket_action(m_multi->handle(), CURL_SOCKET_TIMEOUT, 0, &running);
    collect();
}

void HttpClient::onSocket(int descriptor, int events)
{
    int running = 0;
    curl_multi_socket_action(m_multi->handle(), descriptor, events, &running);
    collect();
}

// All that has ended is taken out first, as in startNext().
void HttpClient::collect()
{
    std::vector<std::unique_ptr<Transfer>> ended;
    int left = 0;
    while (const auto* message = curl_multi_info_read(m_multi->handle(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        Transfer* transfer = nullptr;
        long status = 0;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        curl_easy_getinfo(message->easy_handle, CURLINFO_RESPONSE_CODE, &status);
        transfer->reply.status = message->data.result == CURLE_OK ? static_cast<int>(status) : 0;
        curl_multi_remove_handle(m_multi->handle(), message->easy_handle);
        m_running.erase(transfer);
        ended.emplace_back(transfer);
    }
    if (!m_waiting.empty() && !ended.empty())
        m_turn.start(0);
    for (const auto& transfer : ended)
        transfer->replied(transfer->reply);
}

} // namespace ceteris::sessions
