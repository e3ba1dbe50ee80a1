// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/clustercommand.h"

namespace ceteris::sessions {

std::optional<QByteArray> firstKey(const RedisSender::Command& command)
{
    static const QList<QByteArray> keyless { "AUTH", "CLUSTER", "INFO", "PING", "PUBLISH", "ROLE", "SCAN", "SCRIPT" };
    const auto& name = command.first();
    if (keyless.contains(name))
        return std::nullopt;
    const auto isScript = name == "EVAL" || name == "EVALSHA"; // EVAL script numkeys key …
    const auto at = isScript ? 3 : 1;
    if (command.size() <= at || (isScript && command[2] == "0"))
        return std::nullopt;
    return command[at];
}

ClusterCursor ClusterCursor::fromText(const QByteArray& text)
{
    const auto at = text.indexOf('@');
    return at < 0 ? ClusterCursor { text, 0 } : ClusterCursor { text.first(at), text.sliced(at + 1).toLongLong() };
}

} // namespace ceteris::sessions
