// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <span>

namespace ceteris::http {

// Why a request is not served: the status to answer and a sentence for whoever reads the answer.
struct Refusal
{
    int status = 0; // 0: nothing is wrong
    QByteArrayView sentence;

    explicit operator bool() const { return status != 0; }
};

// What the transport must know of a request.
struct RequestHead
{
    qsizetype targetBegin = 0; // from the first byte of the request
    qsizetype targetSize = 0;
    qint64 contentLength = 0;
    int fields = 0; // header lines
    bool isHead = false;
    bool http10 = false;
    bool keepAlive = true;
    bool awaitsContinue = false;
};

// Checks the head of one request line by line, and makes it plain: names in lower case; Connection is emptied, because
// it is obeyed here and because QtHttpServer swallows requests that ask for an upgrade.
class HeadParser
{
public:
    explicit HeadParser(qint64 maxBodyBytes)
        : m_maxBodyBytes(maxBodyBytes)
    {
    }

    bool hasRequestLine() const { return m_hasRequestLine; }
    Refusal requestLine(QByteArrayView line);
    Refusal field(std::span<char> line); // without its line end; changed in place
    Refusal end(); // at the empty line
    const RequestHead& head() const { return m_head; }

    // False as soon as bytes cannot begin a request line, so that a TLS hello need not wait for its time-out.
    static bool mayBegin(QByteArrayView bytes);

private:
    Refusal known(QByteArrayView name, std::span<char> value);
    Refusal contentLength(QByteArrayView value);
    void connection(std::span<char> value);

    qint64 m_maxBodyBytes;
    RequestHead m_head;
    bool m_hasRequestLine = false;
    bool m_hasHost = false;
    bool m_hasLength = false;
};

struct Target
{
    QByteArray path; // percent-decoded
    QByteArray query; // as sent
};
Target splitTarget(QByteArrayView target); // origin-form or absolute-form (RFC 9112 §3.2)

} // namespace ceteris::http
