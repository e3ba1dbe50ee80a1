// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/findings.h"
#include "app/plan/rules.h"

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <toml++/toml.h>

#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

namespace ceteris::plan {

// Reads the fields of one table and of the tables in it. A key that is absent keeps the default in the field; whatever
// is wrong becomes a finding, and reading goes on.
class TomlReader
{
public:
    TomlReader(const toml::table& table, QString path, Findings& findings)
        : m_table(table)
        , m_path(std::move(path))
        , m_findings(findings)
    {
    }

    void text(QLatin1StringView key, QString& value, const TextRule& rule, const Presence& presence = optional);
    void flag(QLatin1StringView key, bool& value, const Presence& presence = optional);
    void number(QLatin1StringView key, int& value, int low, int high, const Presence& presence = optional);
    void number(QLatin1StringView key, std::uint64_t& value, std::int64_t low, std::int64_t high);
    void number(QLatin1StringView key, double& value, double low, double high, const Presence& presence = optional);
    void span(
        QLatin1StringView key, double& low, double& high, double lowest, double highest, const Presence& presence);
    void set(QLatin1StringView key, std::vector<int>& values, int limit);
    void words(QLatin1StringView key, QStringList& values, const TextRule& rule);
    void choice(QLatin1StringView key, QString& value, std::span<const QLatin1StringView> names);

    template <class Enum>
    requires std::is_enum_v<Enum>
    void choice(QLatin1StringView key, Enum& value, std::span<const QLatin1StringView> names,
        const Presence& presence = optional)
    {
        if (const auto chosen = chosenOf(key, names, presence))
            value = static_cast<Enum>(*chosen);
    }

    template <class Part>
    void part(QLatin1StringView key, Part& part, const Presence& presence = optional)
    {
        if (const auto* table = tableAt(key, presence)) {
            TomlReader inner(*table, pathOf(key), m_findings);
            fields(inner, part);
            inner.finish();
        }
    }

    template <class Part, class Fields>
    void list(QLatin1StringView key, std::vector<Part>& parts, qsizetype fewest, qsizetype most, Fields readFields)
    {
        const auto tables = tablesAt(key, fewest, most);
        for (std::size_t i = 0; i < tables.size(); ++i) {
            TomlReader inner(*tables[i], QStringLiteral("%1[%2]").arg(pathOf(key)).arg(i + 1), m_findings);
            readFields(inner, parts.emplace_back());
            inner.finish();
        }
    }

    bool sound(QLatin1StringView key) const { return m_findings.sound(pathOf(key)); }

    // After the last field: what nobody asked for is unknown.
    void finish();

private:
    QString pathOf(QLatin1StringView key) const { return m_path.isEmpty() ? QString(key) : m_path + u'.' + key; }
    const toml::node* find(QLatin1StringView key, const Presence& presence, const QString& allowed);
    void complain(QLatin1StringView key, const QString& found, const QString& allowed);
    std::optional<std::int64_t> wholeAt(
        QLatin1StringView key, std::int64_t low, std::int64_t high, const Presence& presence);
    std::optional<std::size_t> chosenOf(
        QLatin1StringView key, std::span<const QLatin1StringView> names, const Presence& presence);
    const toml::table* tableAt(QLatin1StringView key, const Presence& presence);
    std::vector<const toml::table*> tablesAt(QLatin1StringView key, qsizetype fewest, qsizetype most);

    const toml::table& m_table;
    QString m_path;
    Findings& m_findings;
    QStringList m_known;
};

} // namespace ceteris::plan
