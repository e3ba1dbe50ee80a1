// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/attributes.h"

namespace ceteris::auth {
namespace {

template <class T>
T valueOf(const sessions::Session& session, const QByteArray& name)
{
    const auto found = session.attributes.constFind(name);
    const auto* value = found == session.attributes.cend() ? nullptr : std::get_if<T>(&*found);
    return value ? *value : T();
}

} // namespace

QByteArray text(const sessions::Session& session, const QByteArray& name)
{
    return valueOf<QByteArray>(session, name);
}

qint64 number(const sessions::Session& session, const QByteArray& name)
{
    return valueOf<qint64>(session, name);
}

} // namespace ceteris::auth
