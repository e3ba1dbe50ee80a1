// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/responsewriter.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace ceteris::http {

namespace {
constexpr qsizetype keptCapacity = 256 * 1024;

QByteArrayView decimal(qint64 number, std::array<char, 20>& digits)
{
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return { digits.data(), end - digits.data() };
}

bool endsLine(char c)
{
    return c == '\r' || c == '\n' || c == '\0';
}
}

QByteArrayView ResponseWriter::compose(const Response& response, const RequestHead& request, bool keepAlive)
{
    if (m_bytes.capacity() > keptCapacity)
        m_bytes = {};
    m_bytes.resize(0);
    m_bytes.reserve(512 + response.body.size());
    appendHead(response, request, keepAlive);
    if (!request.isHead)
        m_bytes.append(response.body);
    return m_bytes;
}

void ResponseWriter::appendHead(const Response& response, const RequestHead& request, bool keepAlive)
{
    std::array<char, 20> digits;
    if (response.status == 200)
        m_bytes.append("HTTP/1.1 200 OK\r\n");
    else
        m_bytes.append("HTTP/1.1 ")
            .append(decimal(response.status, digits))
            .append(' ')
            .append(reason(response.status))
            .append("\r\n");
    m_bytes.append(dateLine());
    if (!response.contentType.isEmpty())
        appendField("Content-Type", response.contentType);
    if (response.status != 204 && response.status != 304)
        m_bytes.append("Content-Length: ").append(decimal(response.body.size(), digits)).append("\r\n");
    if (!keepAlive)
        m_bytes.append("Connection: close\r\n");
    else if (request.http10)
        m_bytes.append("Connection: keep-alive\r\n");
    for (const auto& [name, value] : response.headers)
        appendField(name, value);
    m_bytes.append("\r\n");
}

void ResponseWriter::appendField(QByteArrayView name, QByteArrayView value)
{
    m_bytes.append(name).append(": ");
    const qsizetype begin = m_bytes.size();
    m_bytes.append(value);
    std::replace_if(m_bytes.begin() + begin, m_bytes.end(), endsLine, ' '); // a value never becomes a second header
    m_bytes.append("\r\n");
}

const QByteArray& ResponseWriter::dateLine()
{
    timespec now {};
    clock_gettime(CLOCK_REALTIME_COARSE, &now);
    if (now.tv_sec != m_dateSecond) {
        m_dateSecond = now.tv_sec;
        static constexpr std::array days { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
        static constexpr std::array months { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
            "Nov", "Dec" };
        tm utc {};
        gmtime_r(&m_dateSecond, &utc);
        m_dateLine = QByteArray(64, Qt::Uninitialized);
        m_dateLine.resize(std::snprintf(m_dateLine.data(), 64, "Date: %s, %02d %s %04d %02d:%02d:%02d GMT\r\n",
            days[std::size_t(utc.tm_wday)], utc.tm_mday, months[std::size_t(utc.tm_mon)], utc.tm_year + 1900,
            utc.tm_hour, utc.tm_min, utc.tm_sec));
    }
    return m_dateLine;
}

} // namespace ceteris::http
