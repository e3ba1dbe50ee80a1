// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/session.h"

#include <atomic>
#include <memory>
#include <optional>

namespace ceteris::sessions {

enum class ValueForm {
    Json, // jsonvalue.h
    Jdk, // jdkvalue.h
};

// How the attributes of one store are written and read, and how many were refused: those whose type is not on the list
// of the form. A refused attribute is absent for the app and stays in the store as it is.
struct ValueCodec
{
    ValueForm form = ValueForm::Json;
    std::shared_ptr<std::atomic<qint64>> refused = std::make_shared<std::atomic<qint64>>(0); // each reading counts

    QByteArray encode(const Value& value) const;
    QByteArray encodeInteger(qint32 number) const; // what is an Integer in Java, where a Value's number is a Long
    std::optional<Value> decode(QByteArrayView stored) const; // nullopt: absent, refused, or nothing a Value can hold
};

} // namespace ceteris::sessions
