// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/curlhandle.h"

#include "app/load/failure.h"
#include "app/load/poller.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace ceteris::load {
namespace {

constexpr long receiveBuffer = 8 * 1024; // small: every user has one
constexpr std::size_t keptBody = 1024 * 1024; // of a page; nobody's form is further down

CurlList listOf(const std::string& line)
{
    return CurlList(line.empty() ? nullptr : curl_slist_append(nullptr, line.c_str()));
}

// The cookies of the last answer without their attributes; those that it takes away are left out.
std::string cookiesSetFor(CURL* easy)
{
    std::string cookies;
    curl_header* header = nullptr;
    for (std::size_t i = 0; curl_easy_header(easy, "Set-Cookie", i, CURLH_HEADER, -1, &header) == CURLHE_OK; ++i) {
        const std::string_view value(header->value);
        const auto pair = value.substr(0, value.find(';'));
        if (pair.empty() || pair.back() == '=')
            continue;
        cookies += cookies.empty() ? "" : "; ";
        cookies += pair;
    }
    return cookies;
}

// Of one thread's tabs, so nobody has to lock.
std::vector<CurlJar> jarsFor(int users)
{
    std::vector<CurlJar> jars(static_cast<std::size_t>(users));
    for (auto& jar : jars) {
        jar.reset(curl_share_init());
        curl_share_setopt(jar.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE);
    }
    return jars;
}

} // namespace

CurlSettings::CurlSettings(const Site& site, int usersOfThread, Poller& threadsPoller)
    : poller(threadsPoller)
    , headers(listOf("Expect:"))
    , imageHeaders(curl_slist_append(listOf("Expect:").release(), "Content-Type: image/png"))
    , addresses(listOf(site.address))
    , networks(site.networks)
    , users(usersOfThread)
    , jars(jarsFor(site.tokens.tabs > 1 ? usersOfThread : 0))
{
    for (std::size_t i = 0; i < urls.size(); ++i) {
        urls[i].reset(curl_url());
        curl_url_set(urls[i].get(), CURLUPART_URL, site.urls[i].c_str(), 0);
    }
}

CurlHandle::CurlHandle(const CurlSettings& settings, int tab)
    : m_settings(settings)
    , m_tab(tab)
    , m_easy(curl_easy_init())
{
    if (m_easy)
        setConstantOptions();
}

void CurlHandle::setConstantOptions()
{
    const auto set = [easy = m_easy.get()](CURLoption option, auto value) { curl_easy_setopt(easy, option, value); };
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_TCP_NODELAY, 1L);
    set(CURLOPT_NOPROXY, "*");
    set(CURLOPT_BUFFERSIZE, receiveBuffer);
    const int user = m_tab % m_settings.users;
    if (!m_settings.jars.empty())
        set(CURLOPT_SHARE, m_settings.jars[std::size_t(user)].get());
    set(CURLOPT_COOKIEFILE, ""); // with cookies, and none to begin with
    set(CURLOPT_HTTPHEADER, m_settings.headers.get());
    set(CURLOPT_DNS_CACHE_TIMEOUT, -1L);
    set(CURLOPT_RESOLVE, m_settings.addresses.get());
    if (m_settings.networks > 1) {
        const auto source = "host!" + addressIn(user % m_settings.networks);
        set(CURLOPT_INTERFACE, source.c_str()); // libcurl keeps a copy
    }
    // Connections are pooled by address and scope; a scope of its own keeps other tabs off this one's connection.
    set(CURLOPT_ADDRESS_SCOPE, long(m_tab) + 1);
    set(CURLOPT_WRITEFUNCTION, &CurlHandle::onBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_PREREQFUNCTION, &CurlHandle::onRequestStart);
    set(CURLOPT_PREREQDATA, this);
    set(CURLOPT_OPENSOCKETFUNCTION, &CurlHandle::onOpen);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_CLOSESOCKETFUNCTION, &CurlHandle::onClose);
    set(CURLOPT_CLOSESOCKETDATA, &m_settings.poller);
}

void CurlHandle::prepare(const Request& request)
{
    const auto easy = m_easy.get();
    if (m_operation != request.operation) {
        const auto isImage = request.operation == plan::Operation::Image;
        if (isImage || m_operation == plan::Operation::Image)
            curl_easy_setopt(easy, CURLOPT_HTTPHEADER, (isImage ? m_settings.imageHeaders : m_settings.headers).get());
        m_operation = request.operation;
        curl_easy_setopt(easy, CURLOPT_CURLU, m_settings.urls[plan::index(request.operation)].get());
        if (!request.form)
            curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
    }
    if (request.form) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.form->c_str());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, long(request.form->size()));
    }
    if (m_hasCookies || request.cookies) {
        curl_easy_setopt(easy, CURLOPT_COOKIE, request.cookies ? request.cookies->c_str() : nullptr);
        m_hasCookies = request.cookies != nullptr;
    }
    m_wantsBody = request.wantsBody;
    m_started = false;
    m_openError = 0;
    m_bytes = 0;
}

Answer CurlHandle::answer(CURLcode code) const
{
    Answer answer;
    long value = 0;
    if (code != CURLE_OK) {
        curl_easy_getinfo(m_easy.get(), CURLINFO_OS_ERRNO, &value);
        answer.failure = failureOf(code, m_openError ? m_openError : int(value));
    }
    curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &value);
    answer.status = int(value);
    if (answer.status >= 300 && answer.status < 400) {
        const char* redirect = nullptr;
        curl_easy_getinfo(m_easy.get(), CURLINFO_REDIRECT_URL, &redirect);
        answer.redirect = redirect ? redirect : "";
    }
    curl_easy_getinfo(m_easy.get(), CURLINFO_NUM_CONNECTS, &value);
    answer.newConnection = value > 0;
    answer.bytes = m_bytes;
    answer.body = m_body;
    if (m_operation == plan::Operation::LoginPage || m_operation == plan::Operation::Login
        || m_operation == plan::Operation::Renew)
        answer.cookies = cookiesSetFor(m_easy.get());
    return answer;
}

void CurlHandle::finish()
{
    std::string().swap(m_body);
}

std::size_t CurlHandle::onBody(char* data, std::size_t size, std::size_t count, void* self)
{
    auto& handle = *static_cast<CurlHandle*>(self);
    const auto bytes = size * count;
    handle.m_bytes += bytes;
    if (handle.m_wantsBody)
        handle.m_body.append(data, std::min(bytes, keptBody - std::min(keptBody, handle.m_body.size())));
    return bytes;
}

int CurlHandle::onRequestStart(void* self, char*, char*, int, int)
{
    static_cast<CurlHandle*>(self)->m_started = true;
    return CURL_PREREQFUNC_OK;
}

// libcurl repeats a request by itself when a used connection dies under it. That would apply a write twice and count it
// once, so a request that has gone out gets no second connection.
curl_socket_t CurlHandle::onOpen(void* self, curlsocktype, curl_sockaddr* address)
{
    auto& handle = *static_cast<CurlHandle*>(self);
    if (handle.m_started)
        return CURL_SOCKET_BAD;
    const int descriptor = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    if (descriptor < 0)
        handle.m_openError = errno;
    return descriptor;
}

int CurlHandle::onClose(void* poller, curl_socket_t descriptor)
{
    static_cast<Poller*>(poller)->forget(descriptor);
    return close(descriptor);
}

} // namespace ceteris::load
