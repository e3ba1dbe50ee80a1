// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestframer.h"

#include <cstring>
#include <utility>

namespace ceteris::http {

namespace {
constexpr qsizetype keptCapacity = 64 * 1024; // an upload's buffer is not kept for the small requests after it
constexpr Refusal headTooLarge { 431, "The request line and headers are larger than this server takes." };
constexpr Refusal notHttp { 400, "This is not an HTTP request." };
}

RequestFramer::RequestFramer(const Limits& limits)
    : m_limits(limits)
    , m_parser(limits.bodyBytes)
{
}

void RequestFramer::feed(QByteArrayView bytes)
{
    if (m_state == State::Refused)
        return;
    if (m_begin > 0) {
        m_buffer.remove(0, m_begin);
        m_begin = 0;
    }
    m_buffer.append(bytes);
    if (m_state != State::Complete)
        advance();
}

void RequestFramer::next()
{
    m_begin += bytes().size();
    m_line = m_searched = m_headBytes = 0;
    m_parser = HeadParser(m_limits.bodyBytes);
    m_continueTaken = false;
    if (buffered() == 0) {
        m_begin = 0;
        if (m_buffer.capacity() > keptCapacity)
            m_buffer = {};
        else
            m_buffer.resize(0);
    }
    advance();
}

bool RequestFramer::takeContinue()
{
    const bool waits = m_state == State::Partial && m_headBytes > 0 && buffered() == m_headBytes;
    return waits && head().awaitsContinue && !std::exchange(m_continueTaken, true);
}

void RequestFramer::advance()
{
    if (m_headBytes > 0 || readHead())
        m_state = buffered() >= m_headBytes + head().contentLength ? State::Complete : State::Partial;
    else if (m_state != State::Refused)
        m_state = buffered() > 0 ? State::Partial : State::Empty;
}

bool RequestFramer::readHead()
{
    char* const data = m_buffer.data();
    while (const void* found = std::memchr(data + m_begin + m_searched, '\n', std::size_t(buffered() - m_searched))) {
        const qsizetype end = static_cast<const char*>(found) - (data + m_begin);
        if (end >= m_limits.headBytes)
            return refuse(headTooLarge);
        const bool hasReturn = end > m_line && data[m_begin + end - 1] == '\r';
        const std::span<char> text(data + m_begin + m_line, std::size_t(end - m_line - (hasReturn ? 1 : 0)));
        m_line = m_searched = end + 1;
        if (text.empty() && m_parser.hasRequestLine()) {
            if (const Refusal refusal = m_parser.end())
                return refuse(refusal);
            m_headBytes = m_line;
            return true;
        }
        if (text.empty()) { // RFC 9112 §2.2: line ends before a request are skipped
            m_begin += m_line;
            m_line = m_searched = 0;
        } else if (const Refusal refusal = line(text)) {
            return refuse(refusal);
        }
    }
    m_searched = buffered();
    if (buffered() >= m_limits.headBytes)
        return refuse(headTooLarge);
    if (!m_parser.hasRequestLine() && !HeadParser::mayBegin({ frame(), buffered() }))
        return refuse(notHttp);
    return false;
}

Refusal RequestFramer::line(std::span<char> text)
{
    if (m_parser.hasRequestLine())
        return m_parser.field(text);
    return m_parser.requestLine({ text.data(), qsizetype(text.size()) });
}

bool RequestFramer::refuse(const Refusal& refusal)
{
    m_state = State::Refused;
    m_refusal = refusal;
    m_buffer = {};
    m_begin = 0;
    return false;
}

} // namespace ceteris::http
