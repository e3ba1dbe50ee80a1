// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/redisoptions.h"

namespace ceteris::sessions {

QByteArray RedisStoreOptions::principalOf(const Attributes& attributes) const
{
    const auto found = attributes.constFind(principal);
    const auto* text = found == attributes.cend() ? nullptr : std::get_if<QByteArray>(&*found);
    return text ? *text : QByteArray();
}

QByteArray RedisStoreOptions::principalOf(const Delta& delta) const
{
    const auto next = principalOf(delta.changed);
    return next.isEmpty() && delta.found ? principalOf(delta.found->attributes) : next;
}

bool needsNoWrite(const RedisStoreOptions& options, const Delta& delta)
{
    return options.touchS > 0 && delta.found && delta.changed.isEmpty() && delta.removed.isEmpty()
        && delta.lastAccessedMs - delta.found->lastAccessedMs < qint64 { options.touchS } * 1000;
}

QList<Delta> stepsOf(const Delta& delta, WriteMode writes)
{
    if (writes == WriteMode::Always && delta.found) {
        auto whole = delta;
        whole.changed = delta.found->attributes;
        whole.changed.insert(delta.changed);
        for (const auto& name : delta.removed)
            whole.changed.remove(name);
        return { whole };
    }
    if (writes != WriteMode::Immediate)
        return { delta };

    auto nothing = delta; // but that somebody was here
    nothing.changed.clear();
    nothing.removed.clear();
    QList<Delta> steps { nothing };
    for (auto it = delta.changed.cbegin(); it != delta.changed.cend(); ++it)
        steps.emplaceBack(nothing).changed.insert(it.key(), it.value());
    for (const auto& name : delta.removed)
        steps.emplaceBack(nothing).removed << name;
    return steps;
}

} // namespace ceteris::sessions
