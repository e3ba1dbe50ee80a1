// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <limits>

// Lists of fields, to JSON and back; for serverconfig.cpp only.
namespace ceteris::contract {

using namespace Qt::StringLiterals;

inline QString shown(const QJsonValue& value)
{
    const auto text = QJsonDocument(QJsonObject { { u"v"_s, value } }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(5, text.size() - 6)); // {"v":…}
}

// Writes fields into JSON. Reader below has the same shape, so that one list of fields serves both directions.
class Writer
{
public:
    explicit Writer(QJsonObject& json)
        : m_json(json)
    {
    }

    void text(QLatin1StringView key, const QString& value) { m_json.insert(key, value); }
    void choice(QLatin1StringView key, const QString& value, const QStringList&) { m_json.insert(key, value); }
    void flag(QLatin1StringView key, bool value) { m_json.insert(key, value); }

    template <class Int>
    void number(QLatin1StringView key, Int value, qint64, qint64)
    {
        m_json.insert(key, static_cast<qint64>(value));
    }

    template <class Part, class Fields>
    void part(QLatin1StringView key, Part& value, Fields fields)
    {
        m_json.insert(key, written(value, fields));
    }

    template <class List, class Fields>
    void list(QLatin1StringView key, List& values, Fields fields)
    {
        QJsonArray array;
        for (const auto& value : values)
            array.append(written(value, fields));
        m_json.insert(key, array);
    }

private:
    template <class Part, class Fields>
    static QJsonObject written(Part& value, Fields fields)
    {
        QJsonObject json;
        Writer writer(json);
        fields(writer, value);
        return json;
    }

    QJsonObject& m_json;
};

// Reads fields from JSON and takes them out, so that what is left over is unknown.
class Reader
{
public:
    Reader(QJsonObject json, QString prefix)
        : m_json(std::move(json))
        , m_prefix(std::move(prefix))
    {
    }

    void text(QLatin1StringView key, QString& value)
    {
        const auto found = take(key);
        if (found.isString())
            value = found.toString();
        else if (!found.isUndefined())
            complain(key, found, u"a text"_s);
    }

    void choice(QLatin1StringView key, QString& value, const QStringList& allowed)
    {
        const auto found = take(key);
        if (found.isString() && allowed.contains(found.toString()))
            value = found.toString();
        else if (!found.isUndefined())
            complain(key, found, u"one of "_s + allowed.join(u", "_s));
    }

    void flag(QLatin1StringView key, bool& value)
    {
        const auto found = take(key);
        if (found.isBool())
            value = found.toBool();
        else if (!found.isUndefined())
            complain(key, found, u"true or false"_s);
    }

    template <class Int>
    void number(QLatin1StringView key, Int& value, qint64 low, qint64 high)
    {
        const auto found = take(key);
        if (found.isUndefined())
            return;
        const auto outside = std::numeric_limits<qint64>::min();
        const auto number = found.toInteger(outside);
        if (number == outside || number < low || number > high)
            complain(key, found, u"a whole number from %1 to %2"_s.arg(low).arg(high));
        else
            value = static_cast<Int>(number);
    }

    template <class Part, class Fields>
    void part(QLatin1StringView key, Part& value, Fields fields)
    {
        const auto found = take(key);
        if (found.isUndefined())
            return;
        if (!found.isObject())
            return complain(key, found, u"an object"_s);
        Reader reader(found.toObject(), m_prefix + key + u'.');
        fields(reader, value);
        keep(reader.problem());
    }

    template <class Part, class Fields>
    void list(QLatin1StringView key, QList<Part>& values, Fields fields)
    {
        const auto found = take(key);
        if (found.isUndefined())
            return;
        if (!found.isArray())
            return complain(key, found, u"a list of objects"_s);
        values.clear();
        for (const auto& each : found.toArray()) {
            if (!each.isObject())
                return complain(key, each, u"a list of objects"_s);
            Reader reader(each.toObject(), m_prefix + key + u"[]."_s);
            fields(reader, values.emplaceBack());
            keep(reader.problem());
        }
    }

    // The first thing that was wrong, or the first key nobody asked for; empty when all is well.
    QString problem() const
    {
        if (!m_problem.isEmpty() || m_json.isEmpty())
            return m_problem;
        return u"The server's configuration has an unknown key \"%1\"."_s.arg(m_prefix + m_json.begin().key());
    }

private:
    QJsonValue take(QLatin1StringView key)
    {
        const auto found = m_json.value(key);
        m_json.remove(key);
        return found;
    }

    void complain(QLatin1StringView key, const QJsonValue& found, const QString& allowed)
    {
        keep(u"The server's configuration has %1 for \"%2\"; it must be %3."_s.arg(
            shown(found), m_prefix + key, allowed));
    }

    void keep(const QString& problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    QJsonObject m_json;
    QString m_prefix;
    QString m_problem;
};

} // namespace ceteris::contract
