// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/message.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::http {

namespace {
struct Reason
{
    int status;
    const char* phrase;
};
constexpr std::array reasons = std::to_array<Reason>({
    { 200, "OK" },
    { 201, "Created" },
    { 202, "Accepted" },
    { 204, "No Content" },
    { 301, "Moved Permanently" },
    { 302, "Found" },
    { 303, "See Other" },
    { 304, "Not Modified" },
    { 400, "Bad Request" },
    { 401, "Unauthorized" },
    { 403, "Forbidden" },
    { 404, "Not Found" },
    { 405, "Method Not Allowed" },
    { 406, "Not Acceptable" },
    { 408, "Request Timeout" },
    { 409, "Conflict" },
    { 411, "Length Required" },
    { 413, "Content Too Large" },
    { 415, "Unsupported Media Type" },
    { 417, "Expectation Failed" },
    { 422, "Unprocessable Content" },
    { 429, "Too Many Requests" },
    { 431, "Request Header Fields Too Large" },
    { 500, "Internal Server Error" },
    { 501, "Not Implemented" },
    { 502, "Bad Gateway" },
    { 503, "Service Unavailable" },
    { 504, "Gateway Timeout" },
    { 505, "HTTP Version Not Supported" },
});
}

QByteArray Request::header(QByteArrayView lowerCaseName) const
{
    const auto found
        = std::find_if(headers.begin(), headers.end(), [&](const auto& field) { return field.first == lowerCaseName; });
    return found == headers.end() ? QByteArray() : found->second;
}

QByteArray reason(int status)
{
    const auto found
        = std::find_if(reasons.begin(), reasons.end(), [&](const Reason& r) { return r.status == status; });
    if (found == reasons.end())
        return "Unnamed"_ba;
    return QByteArray::fromRawData(found->phrase, qsizetype(qstrlen(found->phrase)));
}

} // namespace ceteris::http
