// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/headparser.h"

#include "server/http/forms.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ceteris::http {

namespace {
// Lower case of each character that RFC 9110 §5.6.2 allows in a token, 0 for all others.
constexpr std::array<char, 256> tokenTable = [] {
    std::array<char, 256> table {};
    for (const char c : { '!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~' })
        table[static_cast<unsigned char>(c)] = c;
    for (char c = '0'; c <= '9'; ++c)
        table[static_cast<unsigned char>(c)] = c;
    for (char c = 'a'; c <= 'z'; ++c) {
        table[static_cast<unsigned char>(c)] = c;
        table[static_cast<unsigned char>(c - 'a' + 'A')] = c;
    }
    return table;
}();

char lowerToken(char c)
{
    return tokenTable[static_cast<unsigned char>(c)];
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), lowerToken);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7f;
}

QByteArrayView view(std::span<const char> text)
{
    return { text.data(), qsizetype(text.size()) };
}

bool equals(QByteArrayView text, QByteArrayView other)
{
    return text.compare(other, Qt::CaseInsensitive) == 0;
}

constexpr int maxFields = 100; // QtHttpServer drops all headers of a request that has more
constexpr Refusal notHttp { 400, "This is not an HTTP request." };
constexpr Refusal badField { 400, "A header line is malformed." };
constexpr Refusal tooManyFields { 431, "There are more than 100 header lines." };
constexpr Refusal badLength { 400, "Content-Length is not one number." };
constexpr Refusal bodyTooLarge { 413, "The body is larger than this server takes." };
}

bool HeadParser::mayBegin(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf(' ');
    const QByteArrayView method = end < 0 ? bytes : bytes.first(end);
    return bytes.isEmpty() || bytes == "\r" || isToken(method);
}

Refusal HeadParser::requestLine(QByteArrayView line)
{
    const qsizetype afterMethod = line.indexOf(' ');
    const qsizetype beforeVersion = line.lastIndexOf(' ');
    if (afterMethod < 0 || beforeVersion <= afterMethod + 1 || !isToken(line.first(afterMethod)))
        return notHttp;
    const QByteArrayView target = line.sliced(afterMethod + 1, beforeVersion - afterMethod - 1);
    const auto isBad = [](char c) { return c == ' ' || c == '\t' || isControl(c); };
    if (std::any_of(target.begin(), target.end(), isBad))
        return notHttp;
    const QByteArrayView version = line.sliced(beforeVersion + 1);
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigit(version[5]) || version[6] != '.'
        || !isDigit(version[7]))
        return notHttp;
    if (version[5] != '1')
        return { 505, "This server speaks HTTP/1.1 and HTTP/1.0." };

    m_hasRequestLine = true;
    m_head.targetBegin = afterMethod + 1;
    m_head.targetSize = target.size();
    m_head.isHead = line.first(afterMethod) == "HEAD";
    m_head.http10 = version[7] == '0';
    m_head.keepAlive = !m_head.http10;
    return {};
}

Refusal HeadParser::field(std::span<char> line)
{
    std::size_t colon = 0;
    while (colon < line.size() && lowerToken(line[colon])) {
        line[colon] = lowerToken(line[colon]);
        ++colon;
    }
    if (colon == 0 || colon == line.size() || line[colon] != ':')
        return badField;
    const std::span<char> value = line.subspan(colon + 1);
    if (std::any_of(value.begin(), value.end(), isControl))
        return badField;
    if (++m_head.fields > maxFields)
        return tooManyFields;
    return known(view(line.first(colon)), value);
}

Refusal HeadParser::known(QByteArrayView name, std::span<char> value)
{
    const QByteArrayView text = view(value).trimmed();
    if (name == "content-length")
        return contentLength(text);
    if (name == "connection")
        connection(value);
    if (name == "host" && std::exchange(m_hasHost, true))
        return { 400, "There is more than one Host header." };
    if (name == "transfer-encoding") {
        if (equals(text, "chunked"))
            return { 411, "A body needs a Content-Length; chunks are not taken." };
        return { 501, "No Transfer-Encoding is supported." };
    }
    if (name == "expect" && !m_head.http10) {
        m_head.awaitsContinue = equals(text, "100-continue");
        if (!m_head.awaitsContinue)
            return { 417, "Only 100-continue can be expected." };
    }
    return {};
}

Refusal HeadParser::contentLength(QByteArrayView value)
{
    if (std::exchange(m_hasLength, true) || value.isEmpty() || !std::all_of(value.begin(), value.end(), isDigit))
        return badLength;
    for (const char digit : value) {
        m_head.contentLength = m_head.contentLength * 10 + (digit - '0');
        if (m_head.contentLength > m_maxBodyBytes)
            return bodyTooLarge;
    }
    return {};
}

void HeadParser::connection(std::span<char> value)
{
    QByteArrayView rest = view(value);
    while (!rest.isEmpty()) {
        const qsizetype comma = rest.indexOf(',');
        const QByteArrayView option = (comma < 0 ? rest : rest.first(comma)).trimmed();
        if (equals(option, "close"))
            m_head.keepAlive = false;
        else if (equals(option, "keep-alive") && m_head.http10)
            m_head.keepAlive = true;
        rest = comma < 0 ? QByteArrayView() : rest.sliced(comma + 1);
    }
    std::fill(value.begin(), value.end(), ' ');
}

Refusal HeadParser::end()
{
    if (!m_hasHost && !m_head.http10)
        return { 400, "There is no Host header." };
    m_head.awaitsContinue = m_head.awaitsContinue && m_head.contentLength > 0;
    return {};
}

Target splitTarget(QByteArrayView target)
{
    if (!target.startsWith('/')) {
        const qsizetype authority = target.indexOf("://");
        const qsizetype slash = authority < 0 ? -1 : target.indexOf('/', authority + 3);
        if (authority >= 0)
            target = slash < 0 ? QByteArrayView("/") : target.sliced(slash);
    }
    const qsizetype mark = target.indexOf('?');
    if (mark < 0)
        return { percentDecoded(target), {} };
    return { percentDecoded(target.first(mark)), target.sliced(mark + 1).toByteArray() };
}

} // namespace ceteris::http
