// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace ceteris::http {

enum class Method { Get, Head, Post, Put, Delete, Options, Patch, Other };

using Headers = QList<std::pair<QByteArray, QByteArray>>;

// A whole request, copied out of QtHttpServer's so that it may outlive it.
struct Request
{
    Method method = Method::Get;
    QByteArray path; // percent-decoded, without query
    QByteArray query; // as sent
    Headers headers; // names in lower case
    QByteArray body;

    QByteArray header(QByteArrayView lowerCaseName) const; // first of that name; empty if absent
};

struct Response
{
    int status = 200;
    QByteArray contentType; // empty: no body is meant
    QByteArray body;
    Headers headers; // Content-Length, Date and Connection are added by the connection
};

QByteArray reason(int status); // "Not Found"

} // namespace ceteris::http
