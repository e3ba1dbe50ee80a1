// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <QByteArray>
#include <QMap>

namespace ceteris::authtest {

struct Reply
{
    int status = 0; // 0: no answer
    http::Headers headers {}; // names in lower case
    QByteArray body {};

    QByteArray header(QByteArrayView name) const;
    QList<QByteArray> all(QByteArrayView name) const;
};

// The least a browser is: one request a connection, and a cookie jar. Blocks; waits at most 10 s for an answer.
class Browser
{
public:
    explicit Browser(quint16 port)
        : m_port(port)
    {
    }

    // As a person's browser asks, or as a program does.
    Reply get(const QByteArray& path, const http::Headers& headers = asPerson);
    Reply getJson(const QByteArray& path) { return get(path, asProgram); }
    Reply post(const QByteArray& path, const QByteArray& form, const http::Headers& headers = asPerson);
    Reply postJson(const QByteArray& path, const QByteArray& json);
    Reply send(const QByteArray& method, const QByteArray& path, const http::Headers& headers, const QByteArray& body);

    // Signs in as user<n> by JSON.
    Reply signIn(int user);

    QMap<QByteArray, QByteArray> cookies;
    QByteArray session() const { return cookies.value("SESSION"); }

    static const http::Headers asPerson;
    static const http::Headers asProgram;

private:
    void keepCookies(const Reply& reply);

    quint16 m_port;
};

// The value of the page's hidden _csrf field.
QByteArray tokenOn(const QByteArray& page);

} // namespace ceteris::authtest
