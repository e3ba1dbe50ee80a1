// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/stream.h"

#include "app/results/checkcolumns.h"
#include "app/results/streamfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

QJsonValue toJson(const QString& value)
{
    return value;
}

QJsonValue toJson(const QByteArray& value)
{
    return QString::fromLatin1(value);
}

QJsonValue toJson(const QStringList& value)
{
    return QJsonArray::fromStringList(value);
}

template <class Number>
requires std::is_arithmetic_v<Number> QJsonValue toJson(Number value)
{
    if constexpr (std::is_integral_v<Number>)
        return static_cast<qint64>(value);
    else
        return value;
}

void fromJson(const QJsonValue& json, QString& value)
{
    value = json.toString();
}

void fromJson(const QJsonValue& json, QByteArray& value)
{
    value = json.toString().toLatin1();
}

void fromJson(const QJsonValue& json, QStringList& value)
{
    for (const auto& item : json.toArray())
        value.append(item.toString());
}

template <class Number>
requires std::is_arithmetic_v<Number>
void fromJson(const QJsonValue& json, Number& value)
{
    if constexpr (std::is_integral_v<Number>)
        value = static_cast<Number>(json.toInteger());
    else
        value = json.toDouble();
}

template <class Value>
void fromJson(const QJsonValue& json, std::optional<Value>& value)
{
    value.emplace();
    fromJson(json, *value);
}

QJsonValue toJson(const OperationTick& tick);
void fromJson(const QJsonValue& json, OperationTick& tick);
QJsonValue toJson(Readiness readiness);
void fromJson(const QJsonValue& json, Readiness& readiness);
QJsonValue toJson(Outcome outcome);
void fromJson(const QJsonValue& json, Outcome& outcome);
template <class Row>
QJsonValue toJson(const std::vector<Row>& rows);
template <class Row>
void fromJson(const QJsonValue& json, std::vector<Row>& rows);

template <class Value>
QJsonValue toJson(const std::map<QString, Value>& map)
{
    QJsonObject json;
    for (const auto& [key, value] : map)
        json.insert(key, toJson(value));
    return json;
}

template <class Value>
void fromJson(const QJsonValue& json, std::map<QString, Value>& map)
{
    const auto object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        fromJson(it.value(), map[it.key()]);
}

// One list of fields for both directions: fields(io, event) calls io(key, member) for each.
struct Writer
{
    QJsonObject& json;

    template <class Value>
    void operator()(QLatin1StringView key, const Value& value)
    {
        json.insert(key, toJson(value));
    }

    template <class Value>
    void operator()(QLatin1StringView key, const std::optional<Value>& value)
    {
        if (value)
            json.insert(key, toJson(*value));
    }

    void operator()(QLatin1StringView key, const QByteArray& value)
    {
        if (!value.isEmpty())
            json.insert(key, toJson(value));
    }
};

struct Reader
{
    const QJsonObject& json;

    template <class Value>
    void operator()(QLatin1StringView key, Value& value)
    {
        if (const auto found = json.value(key); !found.isUndefined())
            fromJson(found, value);
    }
};

constexpr std::array readinessNames { "ok"_L1, "warn"_L1, "fail"_L1, "unavailable"_L1 };

QJsonValue toJson(Readiness readiness)
{
    return readinessNames[static_cast<std::size_t>(readiness)];
}

void fromJson(const QJsonValue& json, Readiness& readiness)
{
    const auto found = std::ranges::find(readinessNames, json.toString());
    readiness = found == readinessNames.end() ? Readiness::Unavailable
                                              : static_cast<Readiness>(found - readinessNames.begin());
}

QJsonValue toJson(Outcome outcome)
{
    return nameOf(outcome);
}

void fromJson(const QJsonValue& json, Outcome& outcome)
{
    outcome = outcomeOf(json.toString()).value_or(Outcome::Unavailable);
}

template <class Row>
QJsonValue toJson(const std::vector<Row>& rows)
{
    QJsonArray array;
    for (const auto& row : rows) {
        QJsonObject json;
        Writer writer { json };
        fields(&row, writer, row);
        array.append(json);
    }
    return array;
}

template <class Row>
void fromJson(const QJsonValue& json, std::vector<Row>& rows)
{
    for (const auto& item : json.toArray()) {
        const auto object = item.toObject();
        Reader reader { object };
        auto& row = rows.emplace_back();
        fields(&row, reader, row);
    }
}

QJsonValue toJson(const OperationTick& tick)
{
    QJsonObject json;
    Writer writer { json };
    fields(&tick, writer, tick);
    return json;
}

void fromJson(const QJsonValue& json, OperationTick& tick)
{
    const auto object = json.toObject();
    Reader reader { object };
    fields(&tick, reader, tick);
}

constexpr const char* typeNames[] { "experiment_started", "preparing", "waiting", "preflight", "trial_started",
    "phase_started", "tick", "trial_finished", "checked", "note", "experiment_finished" };
static_assert(std::size(typeNames) == std::variant_size_v<Event>);

// The event whose type has this name, with its fields read; tries the alternatives one by one.
template <std::size_t I = 0>
std::optional<Event> eventOf(const QString& type, const QJsonObject& json)
{
    if constexpr (I == std::variant_size_v<Event>) {
        return std::nullopt;
    } else {
        if (type != QLatin1StringView(typeNames[I]))
            return eventOf<I + 1>(type, json);
        std::variant_alternative_t<I, Event> event;
        Reader reader { json };
        fields(&event, reader, event);
        return event;
    }
}

} // namespace

QJsonObject toJson(const Entry& entry)
{
    QJsonObject json { { u"type"_s, QLatin1StringView(typeNames[entry.event.index()]) }, { u"t_s"_s, entry.tS },
        { u"time"_s, entry.timeUtc } };
    std::visit(
        [&json](const auto& event) {
            Writer writer { json };
            fields(&event, writer, event);
        },
        entry.event);
    return json;
}

QByteArray toLine(const Entry& entry)
{
    return QJsonDocument(toJson(entry)).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Entry> entryFromLine(const QByteArray& line)
{
    const auto json = QJsonDocument::fromJson(line).object();
    auto event = eventOf(json.value(u"type"_s).toString(), json);
    if (!event)
        return std::nullopt;
    return Entry { json.value(u"t_s"_s).toDouble(), json.value(u"time"_s).toString(), std::move(*event) };
}

} // namespace ceteris::results
