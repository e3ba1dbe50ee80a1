// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/headparser.h"
#include "server/http/message.h"

#include <ctime>

namespace ceteris::http {

// Puts a response into bytes, head and body in one piece. One for each listener thread: it keeps its buffer and the
// Date line of the running second.
class ResponseWriter
{
public:
    // Valid until the next call.
    QByteArrayView compose(const Response& response, const RequestHead& request, bool keepAlive);

private:
    void appendHead(const Response& response, const RequestHead& request, bool keepAlive);
    void appendField(QByteArrayView name, QByteArrayView value);
    const QByteArray& dateLine();

    QByteArray m_bytes;
    QByteArray m_dateLine;
    std::time_t m_dateSecond = 0;
};

} // namespace ceteris::http
