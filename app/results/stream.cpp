// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/stream.h"

#include "app/results/checkcolumns.h"

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

// E is const when writing; the first parameter only selects the event.
template <class Io, class E>
void fields(const ExperimentStarted*, Io& io, E& event)
{
    io("name"_L1, event.name);
    io("question"_L1, event.question);
    io("folder"_L1, event.folder);
    io("arms"_L1, event.arms);
    io("levels"_L1, event.levels);
    io("blocks"_L1, event.blocks);
    io("trials"_L1, event.trials);
    io("finished_trials"_L1, event.finishedTrials);
    io("planned_s"_L1, event.plannedS);
}

template <class Io, class E>
void fields(const Preparing*, Io& io, E& event)
{
    io("done"_L1, event.done);
    io("total"_L1, event.total);
}

template <class Io, class E>
void fields(const Waiting*, Io& io, E& event)
{
    io("waited_s"_L1, event.waitedS);
    io("at_most_s"_L1, event.atMostS);
    io("reason"_L1, event.reason);
}

template <class Io, class E>
void fields(const PreflightRow*, Io& io, E& row)
{
    io("name"_L1, row.name);
    io("value"_L1, row.value);
    io("limit"_L1, row.limit);
    io("readiness"_L1, row.readiness);
    io("why"_L1, row.why);
    io("mend"_L1, row.mend);
}

template <class Io, class E>
void fields(const Preflight*, Io& io, E& event)
{
    io("rows"_L1, event.rows);
    io("evidence"_L1, event.evidence);
}

template <class Io, class E>
void fields(const TrialStarted*, Io& io, E& event)
{
    io("trial"_L1, event.trial);
    io("block"_L1, event.block);
    io("position"_L1, event.position);
    io("arm"_L1, event.arm);
    io("level"_L1, event.level);
    io("planned_s"_L1, event.plannedS);
    io("trials"_L1, event.trials);
}

template <class Io, class E>
void fields(const PhaseStarted*, Io& io, E& event)
{
    io("trial"_L1, event.trial);
    io("phase"_L1, event.phase);
    io("planned_s"_L1, event.plannedS);
}

template <class Io, class E>
void fields(const OperationTick*, Io& io, E& tick)
{
    io("planned"_L1, tick.planned);
    io("sent"_L1, tick.sent);
    io("ok"_L1, tick.ok);
    io("failed"_L1, tick.failed);
    io("timeouts"_L1, tick.timeouts);
    io("completed"_L1, tick.completed);
    io("p50_us"_L1, tick.p50Us);
    io("p95_us"_L1, tick.p95Us);
    io("p99_us"_L1, tick.p99Us);
    io("response"_L1, tick.response);
    io("service"_L1, tick.service);
}

template <class Io, class E>
void fields(const Tick*, Io& io, E& event)
{
    io("trial"_L1, event.trial);
    io("trial_s"_L1, event.trialS);
    io("phase"_L1, event.phase);
    io("length_s"_L1, event.lengthS);
    io("operations"_L1, event.operations);
    io("signed_in"_L1, event.signedIn);
    io("in_flight"_L1, event.inFlight);
    io("readings"_L1, event.readings);
}

template <class Io, class E>
void fields(const TrialFinished*, Io& io, E& event)
{
    io("trial"_L1, event.trial);
    io("status"_L1, event.status);
    io("reason"_L1, event.reason);
}

template <class Io, class E>
void fields(const CheckRow*, Io& io, E& row)
{
    io("block"_L1, row.block);
    io("trial"_L1, row.trial);
    io("arm"_L1, row.arm);
    io("level"_L1, row.level);
    io("kind"_L1, row.kind);
    io("check"_L1, row.check);
    io("value"_L1, row.value);
    io("unit"_L1, row.unit);
    io("mark_limit"_L1, row.markLimit);
    io("void_limit"_L1, row.voidLimit);
    io("outcome"_L1, row.outcome);
    io("text"_L1, row.text);
}

template <class Io, class E>
void fields(const Checked*, Io& io, E& event)
{
    io("trial"_L1, event.trial);
    io("rows"_L1, event.rows);
}

template <class Io, class E>
void fields(const Note*, Io& io, E& event)
{
    io("trial"_L1, event.trial);
    io("source"_L1, event.source);
    io("kind"_L1, event.kind);
    io("text"_L1, event.text);
}

template <class Io, class E>
void fields(const ExperimentFinished*, Io& io, E& event)
{
    io("outcome"_L1, event.outcome);
    io("finished_trials"_L1, event.finishedTrials);
    io("failed_trials"_L1, event.failedTrials);
    io("text"_L1, event.text);
}

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

constexpr const char* typeNames[] { "experiment_started", "preparing", "waiting", "preflight", "trial_started", "phase_started", "tick",
    "trial_finished", "checked", "note", "experiment_finished" };
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
