// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/sqlstatements.h"

using namespace Qt::StringLiterals;

namespace ceteris::sessions::statement {
namespace {

QString bytesType(sql::Engine engine)
{
    switch (engine) {
    case sql::Engine::MariaDb:
        return u"LONGBLOB"_s;
    case sql::Engine::PostgreSql:
        return u"BYTEA"_s;
    case sql::Engine::Sqlite:
        break;
    }
    return u"BLOB"_s;
}

} // namespace

QStringList tables(sql::Engine engine)
{
    // MariaDB would take "a" and "A" for the same id, and everything in it is ASCII.
    const auto exact = engine == sql::Engine::MariaDb ? u" CHARACTER SET ascii COLLATE ascii_bin"_s : QString();
    return {
        u"CREATE TABLE IF NOT EXISTS SPRING_SESSION ("
        "PRIMARY_ID CHAR(36) NOT NULL PRIMARY KEY, SESSION_ID CHAR(36) NOT NULL, CREATION_TIME BIGINT NOT NULL, "
        "LAST_ACCESS_TIME BIGINT NOT NULL, MAX_INACTIVE_INTERVAL INT NOT NULL, EXPIRY_TIME BIGINT NOT NULL, "
        "PRINCIPAL_NAME VARCHAR(100))"_s
            + exact,
        u"CREATE UNIQUE INDEX IF NOT EXISTS SPRING_SESSION_IX1 ON SPRING_SESSION (SESSION_ID)"_s,
        u"CREATE INDEX IF NOT EXISTS SPRING_SESSION_IX2 ON SPRING_SESSION (EXPIRY_TIME)"_s,
        u"CREATE INDEX IF NOT EXISTS SPRING_SESSION_IX3 ON SPRING_SESSION (PRINCIPAL_NAME)"_s,
        u"CREATE TABLE IF NOT EXISTS SPRING_SESSION_ATTRIBUTES ("
        "SESSION_PRIMARY_ID CHAR(36) NOT NULL, ATTRIBUTE_NAME VARCHAR(200) NOT NULL, ATTRIBUTE_BYTES %1 NOT NULL, "
        "PRIMARY KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME), FOREIGN KEY (SESSION_PRIMARY_ID) "
        "REFERENCES SPRING_SESSION (PRIMARY_ID) ON DELETE CASCADE)"_s.arg(bytesType(engine))
            + exact,
    };
}

QStringList greeting(sql::Engine engine, bool durable)
{
    if (engine == sql::Engine::Sqlite)
        return { u"PRAGMA journal_mode = WAL"_s, u"PRAGMA foreign_keys = ON"_s,
            durable ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = OFF"_s };
    if (engine == sql::Engine::MariaDb) // fewer locks than REPEATABLE READ, and what the other engines do
        return { u"SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"_s };
    return {};
}

QString upsertAttribute(sql::Engine engine)
{
    const auto insert = u"INSERT INTO SPRING_SESSION_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES) "
                        "VALUES ((SELECT PRIMARY_ID FROM SPRING_SESSION WHERE SESSION_ID = ?), ?, ?) "_s;
    if (engine == sql::Engine::MariaDb)
        return insert + u"ON DUPLICATE KEY UPDATE ATTRIBUTE_BYTES = VALUES(ATTRIBUTE_BYTES)"_s;
    return insert
        + u"ON CONFLICT (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) DO UPDATE SET ATTRIBUTE_BYTES = excluded.ATTRIBUTE_BYTES"_s;
}

const QString find = u"SELECT S.CREATION_TIME, S.LAST_ACCESS_TIME, S.MAX_INACTIVE_INTERVAL, A.ATTRIBUTE_NAME, "
                     "A.ATTRIBUTE_BYTES FROM SPRING_SESSION S LEFT JOIN SPRING_SESSION_ATTRIBUTES A "
                     "ON S.PRIMARY_ID = A.SESSION_PRIMARY_ID WHERE S.SESSION_ID = ?"_s;
const QString insertSession = u"INSERT INTO SPRING_SESSION (PRIMARY_ID, SESSION_ID, CREATION_TIME, LAST_ACCESS_TIME, "
                              "MAX_INACTIVE_INTERVAL, EXPIRY_TIME, PRINCIPAL_NAME) VALUES (?, ?, ?, ?, ?, ?, ?)"_s;
const QString insertAttribute = u"INSERT INTO SPRING_SESSION_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, "
                                "ATTRIBUTE_BYTES) VALUES (?, ?, ?)"_s;
const QString update = u"UPDATE SPRING_SESSION SET SESSION_ID = ?, LAST_ACCESS_TIME = ?, EXPIRY_TIME = ?, "
                       "PRINCIPAL_NAME = COALESCE(?, PRINCIPAL_NAME) WHERE SESSION_ID = ? AND EXPIRY_TIME > ?"_s;
const QString deleteAttribute = u"DELETE FROM SPRING_SESSION_ATTRIBUTES WHERE SESSION_PRIMARY_ID = "
                                "(SELECT PRIMARY_ID FROM SPRING_SESSION WHERE SESSION_ID = ?) AND ATTRIBUTE_NAME = ?"_s;
const QString deleteSession = u"DELETE FROM SPRING_SESSION WHERE SESSION_ID = ?"_s;
const QString deleteExpired = u"DELETE FROM SPRING_SESSION WHERE SESSION_ID = ? AND LAST_ACCESS_TIME = ?"_s;
const QString sweep = u"DELETE FROM SPRING_SESSION WHERE EXPIRY_TIME <= ?"_s;
const QString count = u"SELECT COUNT(*) FROM SPRING_SESSION"_s;
const QString clear = u"DELETE FROM SPRING_SESSION"_s;

} // namespace ceteris::sessions::statement
