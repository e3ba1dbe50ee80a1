// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/tomlreader.h"

#include "app/plan/nearest.h"
#include "app/plan/tomltext.h"
#include "app/plan/wording.h"

#include <algorithm>
#include <sstream>

using namespace Qt::StringLiterals;

namespace ceteris::plan {
namespace {

// A value as a person would say it back.
QString found(const toml::node& node)
{
    if (node.is_table())
        return Text::tr("a table");
    if (node.is_array())
        return Text::tr("a list");
    if (const auto text = node.value_exact<std::string_view>())
        return quoted(elided(QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size()))));
    if (const auto number = node.value_exact<double>())
        return shown(*number);
    std::ostringstream out;
    out << toml::toml_formatter(node);
    return elided(QString::fromStdString(out.str()));
}

// An integer is a number too; 1 and 1.0 are the same second. NaN is in no range.
std::optional<double> numberIn(const toml::node& node, double low, double high)
{
    const auto number = node.is_number() ? node.value<double>() : std::nullopt;
    return number && *number >= low && *number <= high ? std::optional<double>(*number) : std::nullopt;
}

int lineOf(const toml::node& node)
{
    return static_cast<int>(node.source().begin.line);
}

} // namespace

void TomlReader::text(QLatin1StringView key, QString& value, const TextRule& rule, const Presence& presence)
{
    const auto allowed = rule.allowed();
    const auto* node = find(key, presence, allowed);
    if (!node)
        return;
    const auto text = node->value_exact<std::string_view>();
    if (text) // even against the rule, so that what depends on its presence is judged by what was meant
        value = QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size()));
    if (!text || !rule.holds(value))
        complain(key, found(*node), allowed);
}

void TomlReader::flag(QLatin1StringView key, bool& value, const Presence& presence)
{
    const auto allowed = Text::tr("true or false");
    const auto* node = find(key, presence, allowed);
    if (!node)
        return;
    if (const auto flag = node->value_exact<bool>())
        value = *flag;
    else
        complain(key, found(*node), allowed);
}

void TomlReader::number(QLatin1StringView key, int& value, int low, int high, const Presence& presence)
{
    if (const auto number = wholeAt(key, low, high, presence))
        value = static_cast<int>(*number);
}

void TomlReader::number(QLatin1StringView key, std::uint64_t& value, std::int64_t low, std::int64_t high)
{
    if (const auto number = wholeAt(key, low, high, optional))
        value = static_cast<std::uint64_t>(*number);
}

void TomlReader::number(QLatin1StringView key, double& value, double low, double high, const Presence& presence)
{
    const auto allowed = numbers(low, high);
    const auto* node = find(key, presence, allowed);
    if (!node)
        return;
    if (const auto number = numberIn(*node, low, high))
        value = *number;
    else
        complain(key, found(*node), allowed);
}

void TomlReader::span(
    QLatin1StringView key, double& low, double& high, double lowest, double highest, const Presence& presence)
{
    const auto allowed = Text::tr("%1, or two of them as [least, most]").arg(numbers(lowest, highest));
    const auto* node = find(key, presence, allowed);
    if (!node)
        return;
    const auto* pair = node->as_array();
    if (pair && pair->size() != 2)
        return complain(key, Text::tr("a list of %1").arg(pair->size()), allowed);
    const auto least = numberIn(pair ? *pair->get(0) : *node, lowest, highest);
    const auto most = numberIn(pair ? *pair->get(1) : *node, lowest, highest);
    if (!least || !most)
        return complain(
            key, pair ? u"[%1, %2]"_s.arg(found(*pair->get(0)), found(*pair->get(1))) : found(*node), allowed);
    if (*least > *most)
        return complain(key, u"[%1, %2]"_s.arg(shown(*least), shown(*most)), Text::tr("the smaller number first"));
    low = *least;
    high = *most;
}

void TomlReader::set(QLatin1StringView key, std::vector<int>& values, int limit)
{
    const auto allowed = Text::tr("a list of different whole numbers from 0 to %1").arg(limit - 1);
    const auto* node = find(key, optional, allowed);
    if (!node)
        return;
    const auto* list = node->as_array();
    if (!list)
        return complain(key, found(*node), allowed);
    for (const auto& element : *list) {
        const auto number = element.value_exact<std::int64_t>();
        if (!number || *number < 0 || *number >= limit)
            return complain(key, Text::tr("a list with %1").arg(found(element)), allowed);
        if (std::ranges::count(values, *number) > 0)
            return complain(key, Text::tr("a list with %1 twice").arg(*number), allowed);
        values.push_back(static_cast<int>(*number));
    }
}

void TomlReader::words(QLatin1StringView key, QStringList& values, const TextRule& rule)
{
    const auto allowed = Text::tr("a list of texts, each %1").arg(rule.allowed());
    const auto* node = find(key, optional, allowed);
    if (!node)
        return;
    const auto* list = node->as_array();
    if (!list)
        return complain(key, found(*node), allowed);
    for (const auto& element : *list) {
        const auto text = element.value_exact<std::string_view>();
        const auto value = text ? QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size())) : QString();
        if (!text || !rule.holds(value))
            return complain(key, Text::tr("a list with %1").arg(found(element)), allowed);
        values += value;
    }
}

void TomlReader::choice(QLatin1StringView key, QString& value, std::span<const QLatin1StringView> names)
{
    if (const auto chosen = chosenOf(key, names, optional))
        value = names[*chosen];
}

void TomlReader::finish()
{
    for (const auto& [key, node] : m_table) {
        const auto word = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.length()));
        if (m_known.contains(word))
            continue;
        const auto meant = nearest(word, m_known);
        const auto unknown = meant.isEmpty() ? Text::tr("an unknown key")
                                             : Text::tr("an unknown key (did you mean %1?)").arg(quoted(meant));
        const QString path = (m_path.isEmpty() ? QString() : m_path + u'.') + keyText(word);
        m_findings.place(path, static_cast<int>(key.source().begin.line));
        m_findings.add(path, unknown, quotedList(m_known));
    }
}

const toml::node* TomlReader::find(QLatin1StringView key, const Presence& presence, const QString& allowed)
{
    m_known += key;
    const auto* node = m_table.get(std::string_view(key.data(), static_cast<std::size_t>(key.size())));
    if (!node) {
        if (presence.kind == Presence::Required)
            complain(key, Text::tr("missing"), allowed);
        return nullptr;
    }
    m_findings.place(pathOf(key), lineOf(*node));
    if (presence.kind != Presence::Absent)
        return node;
    complain(key, found(*node), presence.onlyWith);
    return nullptr;
}

void TomlReader::complain(QLatin1StringView key, const QString& found, const QString& allowed)
{
    m_findings.add(pathOf(key), found, allowed);
}

std::optional<std::int64_t> TomlReader::wholeAt(
    QLatin1StringView key, std::int64_t low, std::int64_t high, const Presence& presence)
{
    const auto allowed = wholeNumbers(low, high);
    const auto* node = find(key, presence, allowed);
    if (!node)
        return std::nullopt;
    const auto number = node->value_exact<std::int64_t>();
    if (number && *number >= low && *number <= high)
        return number;
    complain(key, found(*node), allowed);
    return std::nullopt;
}

std::optional<std::size_t> TomlReader::chosenOf(
    QLatin1StringView key, std::span<const QLatin1StringView> names, const Presence& presence)
{
    const auto allowed = quotedList(QStringList(names.begin(), names.end()));
    const auto* node = find(key, presence, allowed);
    if (!node)
        return std::nullopt;
    if (const auto text = node->value_exact<std::string_view>()) {
        const auto name
            = std::ranges::find(names, QLatin1StringView(text->data(), static_cast<qsizetype>(text->size())));
        if (name != names.end())
            return static_cast<std::size_t>(name - names.begin());
    }
    complain(key, found(*node), allowed);
    return std::nullopt;
}

const toml::table* TomlReader::tableAt(QLatin1StringView key, const Presence& presence)
{
    const auto allowed = Text::tr("a table");
    const auto* node = find(key, presence, allowed);
    if (node && !node->is_table())
        complain(key, found(*node), allowed);
    return node ? node->as_table() : nullptr;
}

std::vector<const toml::table*> TomlReader::tablesAt(QLatin1StringView key, qsizetype fewest, qsizetype most)
{
    const auto allowed = Text::tr("%1 to %2 tables, each under a line [[%3]]").arg(fewest).arg(most).arg(pathOf(key));
    const auto* node = find(key, fewest > 0 ? required : optional, allowed);
    if (!node)
        return {};
    const auto* list = node->as_array();
    if (!list || !list->is_homogeneous<toml::table>()) {
        complain(key, found(*node), allowed);
        return {};
    }
    if (const auto size = static_cast<qsizetype>(list->size()); size < fewest || size > most)
        complain(key, Text::tr("a list of %1").arg(size), allowed);
    std::vector<const toml::table*> tables;
    for (const auto& element : *list) {
        tables.push_back(element.as_table());
        m_findings.place(u"%1[%2]"_s.arg(pathOf(key)).arg(tables.size()), lineOf(element));
    }
    return tables;
}

} // namespace ceteris::plan
