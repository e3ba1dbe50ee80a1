// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/codecs/valuecodec.h"
#include "server/sessions/stores/redisclient.h"

#include <QString>

namespace ceteris::sessions {

enum class SaveMode {
    Spring, // as the framework of the layout does it: nothing keeps its steps together
    Atomic, // all of it as one step of Redis
};

enum class WriteMode {
    Delta, // what the request changed
    Always, // every attribute of the session, as the request read it: the last of two requests wins
    Immediate, // each change by itself, as soon as it is made
};

enum class ReadMode {
    Whole, // the whole of it
    Needed, // those attributes that the request needs
};

// Of all layouts of sessions in Redis.
struct RedisStoreOptions
{
    contract::RedisAddress address;
    QString nameSpace = QStringLiteral("spring:session");
    int absoluteTimeoutS = 43'200;
    RedisTiming timing {};
    SaveMode saveMode = SaveMode::Spring;
    WriteMode writes = WriteMode::Delta;
    ReadMode reads = ReadMode::Whole; // of layouts that are a hash
    int touchS = 0; // a request that changes nothing is written only when the last write is so long ago
    ValueCodec codec {};
    bool isCluster = false; // no script can reach two sessions
    QByteArray principal = QByteArrayLiteral("user"); // the attribute by which the indexed layout finds sessions

    QByteArray principalOf(const Attributes& attributes) const; // empty: nobody's
    QByteArray principalOf(const Delta& delta) const; // as it will be
};

// Whether this save is left out, because of touchS.
bool needsNoWrite(const RedisStoreOptions& options, const Delta& delta);

// The writes that a save consists of, in their order; each is complete in itself.
QList<Delta> stepsOf(const Delta& delta, WriteMode writes);

} // namespace ceteris::sessions
