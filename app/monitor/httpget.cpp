// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/httpget.h"

#include <curl/curl.h>

namespace ceteris::monitor {
namespace {

constexpr qsizetype largestBody = 8 * 1024 * 1024;

std::size_t append(char* data, std::size_t one, std::size_t size, void* target)
{
    auto& body = *static_cast<QByteArray*>(target);
    if (body.size() + static_cast<qsizetype>(one * size) > largestBody)
        return 0; // ends the transfer with an error
    body.append(data, static_cast<qsizetype>(one * size));
    return one * size;
}

} // namespace

void HttpGet::Free::operator()(void* handle) const
{
    curl_easy_cleanup(handle);
}

HttpGet::HttpGet()
    : m_handle(curl_easy_init())
{
    const auto handle = m_handle.get();
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_PROXY, ""); // the environment's proxy is not for these
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &append);
}

std::optional<QByteArray> HttpGet::get(const QString& url, std::chrono::milliseconds timeout)
{
    const auto handle = m_handle.get();
    QByteArray body;
    long status = 0;
    curl_easy_setopt(handle, CURLOPT_URL, url.toUtf8().constData());
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(timeout.count()));
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &body);
    if (curl_easy_perform(handle) != CURLE_OK)
        return std::nullopt;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return status == 200 ? std::optional(body) : std::nullopt;
}

} // namespace ceteris::monitor
