// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sql/connection.h"

#include <QString>
#include <QStringList>

// What SqlStore says to a database. The engines differ in the tables' column types and in "insert or update".
namespace ceteris::sessions::statement {

QStringList tables(sql::Engine engine); // to be executed one after the other; nothing happens when they are there
QStringList greeting(sql::Engine engine, bool durable); // of each new connection
QString upsertAttribute(sql::Engine engine); // session id, name, bytes

extern const QString find; // session id
extern const QString insertSession; // primary id, session id, creation, last access, interval, expiry, principal
extern const QString insertAttribute; // primary id, name, bytes
extern const QString update; // new session id, last access, expiry, principal or NULL for "as it is"; session id, now
extern const QString deleteAttribute; // session id, name
extern const QString deleteSession; // session id
extern const QString deleteExpired; // session id, last access as it was read
extern const QString sweep; // now
extern const QString count;
extern const QString clear;

} // namespace ceteris::sessions::statement
