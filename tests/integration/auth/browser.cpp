// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/auth/browser.h"

#include <QDeadlineTimer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace ceteris::authtest {
namespace {

Reply parsed(const QByteArray& text)
{
    Reply reply;
    const auto end = text.indexOf("\r\n\r\n");
    auto lines = text.left(end).split('\n');
    if (end < 0 || !lines.first().startsWith("HTTP/1.1 "))
        return reply;
    reply.status = lines.takeFirst().mid(9, 3).toInt();
    for (const auto& line : lines) {
        const auto colon = line.indexOf(':');
        reply.headers.append(std::pair(line.left(colon).toLower(), line.mid(colon + 1).trimmed()));
    }
    reply.body = text.mid(end + 4);
    return reply;
}

} // namespace

const http::Headers Browser::asPerson { { "Accept", "text/html,application/xhtml+xml,*/*;q=0.8" } };
const http::Headers Browser::asProgram { { "Accept", "application/json" } };

QByteArray Reply::header(QByteArrayView name) const
{
    return all(name).value(0);
}

QList<QByteArray> Reply::all(QByteArrayView name) const
{
    QList<QByteArray> values;
    for (const auto& [key, value] : headers) {
        if (key == name)
            values << value;
    }
    return values;
}

Reply Browser::get(const QByteArray& path, const http::Headers& headers)
{
    return send("GET", path, headers, {});
}

Reply Browser::post(const QByteArray& path, const QByteArray& form, const http::Headers& headers)
{
    auto all = headers;
    all.append(std::pair<QByteArray, QByteArray>("Content-Type", "application/x-www-form-urlencoded"));
    return send("POST", path, all, form);
}

Reply Browser::postJson(const QByteArray& path, const QByteArray& json)
{
    auto all = asProgram;
    all.append(std::pair<QByteArray, QByteArray>("Content-Type", "application/json"));
    return send("POST", path, all, json);
}

Reply Browser::send(
    const QByteArray& method, const QByteArray& path, const http::Headers& headers, const QByteArray& body)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    QByteArray text = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port)
        + "\r\nConnection: close\r\n";
    for (const auto& [name, value] : headers)
        text += name + ": " + value + "\r\n";
    QByteArrayList pairs;
    for (auto it = cookies.begin(); it != cookies.end(); ++it)
        pairs << it.key() + '=' + it.value();
    if (!pairs.isEmpty())
        text += "Cookie: " + pairs.join("; ") + "\r\n";
    if (method == "POST")
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    socket.write(text + "\r\n" + body);
    QByteArray answer;
    for (QDeadlineTimer deadline(10'000); !deadline.hasExpired() && socket.state() != QTcpSocket::UnconnectedState;) {
        socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        answer += socket.readAll();
    }
    const auto reply = parsed(answer + socket.readAll());
    keepCookies(reply);
    return reply;
}

Reply Browser::signIn(int user)
{
    const auto number = QByteArray::number(user);
    return postJson("/auth/login", "{\"username\":\"user" + number + "\",\"password\":\"" + number + "\"}");
}

void Browser::keepCookies(const Reply& reply)
{
    for (const auto& cookie : reply.all("set-cookie")) {
        const auto equals = cookie.indexOf('=');
        const auto value = cookie.mid(equals + 1).split(';').first();
        if (value.isEmpty())
            cookies.remove(cookie.left(equals));
        else
            cookies.insert(cookie.left(equals), value);
    }
}

QByteArray tokenOn(const QByteArray& page)
{
    const QByteArray before = "name=\"_csrf\" value=\"";
    const auto begin = page.indexOf(before);
    return begin < 0 ? QByteArray() : page.mid(begin + before.size()).split('"').first();
}

} // namespace ceteris::authtest
