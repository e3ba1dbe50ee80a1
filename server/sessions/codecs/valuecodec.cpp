// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/codecs/valuecodec.h"

#include "server/sessions/codecs/jdkvalue.h"
#include "server/sessions/codecs/jsonvalue.h"
#include "server/sessions/codecs/typedjson.h"

#include <QLoggingCategory>

namespace ceteris::sessions {
namespace {

Q_LOGGING_CATEGORY(log, "ceteris.sessions.values")

} // namespace

QByteArray ValueCodec::encode(const Value& value) const
{
    return form == ValueForm::Jdk ? toJdk(value) : toJson(value);
}

QByteArray ValueCodec::encodeInteger(qint32 number) const
{
    return form == ValueForm::Jdk ? integerToJdk(number) : QByteArray::number(number);
}

std::optional<Value> ValueCodec::decode(QByteArrayView stored) const
{
    if (stored.isEmpty())
        return std::nullopt; // it was removed
    auto value = form == ValueForm::Jdk ? valueFromJdk(stored) : valueFromJson(stored);
    if (value || (form == ValueForm::Json && namesOnlyAllowedTypes(stored)))
        return value;
    if (refused->fetch_add(1, std::memory_order_relaxed) == 0)
        qCWarning(log) << "An attribute is of a type that is never read" << jdkClassName(stored); // once
    return std::nullopt;
}

} // namespace ceteris::sessions
