// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/rules.h"

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

namespace ceteris::plan {

// Writes the fields of one table and of the tables in it. Everything that makes sense is written, defaults too: the
// text is the record of an experiment, and defaults may change.
class TomlWriter
{
public:
    explicit TomlWriter(QString path = {})
        : m_path(std::move(path))
    {
    }

    QString text() const { return m_lines + m_tables; }

    void text(QLatin1StringView key, const QString& value, const TextRule& rule, const Presence& presence = optional);
    void flag(QLatin1StringView key, bool value, const Presence& presence = optional);
    void number(QLatin1StringView key, double value, double low, double high, const Presence& presence = optional);
    void span(QLatin1StringView key, double low, double high, double lowest, double highest, const Presence& presence);
    void set(QLatin1StringView key, const std::vector<int>& values, int limit);
    void words(QLatin1StringView key, const QStringList& values, const TextRule& rule);
    void choice(QLatin1StringView key, const QString& value, std::span<const QLatin1StringView> names);

    template <std::integral Int>
    void number(QLatin1StringView key, Int value, std::int64_t, std::int64_t, const Presence& presence = optional)
    {
        if (presence.kind != Presence::Absent)
            line(key, QString::number(value));
    }

    template <class Enum>
    requires std::is_enum_v<Enum>
    void choice(QLatin1StringView key, Enum value, std::span<const QLatin1StringView> names,
        const Presence& presence = optional)
    {
        if (presence.kind != Presence::Absent)
            choice(key, names[static_cast<std::size_t>(value)], names);
    }

    template <class Part>
    void part(QLatin1StringView key, Part& part, const Presence& presence = optional)
    {
        if (presence.kind == Presence::Absent)
            return;
        TomlWriter inner(pathOf(key));
        fields(inner, part);
        table(u"\n[%1]\n", inner);
    }

    template <class Part, class Fields>
    void list(QLatin1StringView key, std::vector<Part>& parts, qsizetype, qsizetype, Fields writeFields)
    {
        for (auto& part : parts) {
            TomlWriter inner(pathOf(key));
            writeFields(inner, part);
            table(u"\n[[%1]]\n", inner);
        }
    }

    bool sound(QLatin1StringView) const { return true; }

private:
    QString pathOf(QLatin1StringView key) const { return m_path.isEmpty() ? QString(key) : m_path + u'.' + key; }
    void line(QLatin1StringView key, const QString& value);
    void table(QStringView header, const TomlWriter& inner);

    QString m_path;
    QString m_lines;
    QString m_tables;
};

} // namespace ceteris::plan
