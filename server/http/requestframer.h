// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/headparser.h"

namespace ceteris::http {

// Cuts a byte stream into whole, checked requests. QtHttpServer 6.4 reads without limits and mistakes what is
// malformed, so it is shown only what has passed here. Knows nothing of sockets; how the bytes are split makes no
// difference.
class RequestFramer
{
public:
    struct Limits
    {
        qsizetype headBytes;
        qsizetype bodyBytes;
    };

    enum class State {
        Empty, // nothing of a request is there
        Partial,
        Complete, // bytes() and head() are one request
        Refused, // refusal() says why; the stream cannot be understood any further
    };

    explicit RequestFramer(const Limits& limits);

    void feed(QByteArrayView bytes);
    State state() const { return m_state; }

    // While Complete:
    QByteArrayView bytes() const { return { frame(), m_headBytes + qsizetype(m_parser.head().contentLength) }; }
    const RequestHead& head() const { return m_parser.head(); }
    QByteArrayView target() const { return { frame() + head().targetBegin, head().targetSize }; }
    void next(); // drops this request and begins with what has come behind it

    const Refusal& refusal() const { return m_refusal; } // while Refused
    bool takeContinue(); // true once, when the client waits for 100 Continue before it sends the body
    qsizetype buffered() const { return m_buffer.size() - m_begin; }

private:
    const char* frame() const { return m_buffer.constData() + m_begin; }
    void advance();
    bool readHead(); // true at its end
    Refusal line(std::span<char> text);
    bool refuse(const Refusal& refusal);

    Limits m_limits;
    QByteArray m_buffer;
    qsizetype m_begin = 0; // of the current request
    qsizetype m_line = 0; // offsets from m_begin: of the line being read …
    qsizetype m_searched = 0; // … and up to where it has no line end
    qsizetype m_headBytes = 0; // 0 until the head is whole
    HeadParser m_parser;
    bool m_continueTaken = false;
    State m_state = State::Empty;
    Refusal m_refusal;
};

} // namespace ceteris::http
