// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/redissender.h"

#include <optional>
#include <utility>

// What a cluster has to know of a command before it can send it anywhere.
namespace ceteris::sessions {

// The key that says where the command goes; nullopt: it has none.
std::optional<QByteArray> firstKey(const RedisSender::Command& command);

// The cursor of a SCAN over all masters: of one of them, and which of them it is ("17@2"); "0" at both ends.
struct ClusterCursor
{
    QByteArray ofNode = QByteArrayLiteral("0");
    qsizetype node = 0;

    static ClusterCursor fromText(const QByteArray& text);
    QByteArray toText() const { return ofNode == "0" && node == 0 ? ofNode : ofNode + '@' + QByteArray::number(node); }
};

} // namespace ceteris::sessions
