// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/edit.h"

#include "app/plan/read.h"
#include "app/plan/tomlentries.h"
#include "app/plan/tomltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::plan {
namespace {

// What a text says without where and how it says it.
using Facts = std::map<QString, QString>;

Facts factsOf(const TomlEntries& entries)
{
    Facts facts;
    for (const auto& [key, entry] : entries)
        if (!entry.isTable)
            facts.insert({ key, entry.toml });
    return facts;
}

// The proof of every edit: read again, the text says what was wanted and nothing else.
std::optional<QByteArray> proven(const QByteArray& edited, const Facts& wanted)
{
    const auto entries = tomlEntries(edited);
    return entries && factsOf(*entries) == wanted ? std::optional(edited) : std::nullopt;
}

std::optional<QString> canonicalValue(const QString& value)
{
    const auto entries = tomlEntries(QString(u"value = "_s + value).toUtf8());
    return entries && entries->size() == 1 ? std::optional(entries->begin()->second.toml) : std::nullopt;
}

qsizetype lineBegin(const QByteArray& text, qsizetype at)
{
    return at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0;
}

qsizetype lineEnd(const QByteArray& text, qsizetype at) // behind its \n
{
    const auto end = text.indexOf('\n', at);
    return end < 0 ? text.size() : end + 1;
}

QByteArray indentAt(const QByteArray& text, qsizetype at)
{
    const auto begin = lineBegin(text, at);
    auto end = begin;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t'))
        ++end;
    return text.mid(begin, end - begin);
}

// Lines put in at the beginning of a line; a text whose last line has no end gets one.
QByteArray inserted(const QByteArray& text, qsizetype at, const QByteArray& lines)
{
    const auto open = at > 0 && at == text.size() && !text.endsWith('\n');
    return text.left(at) + (open ? "\n" : "") + lines + text.mid(at);
}

// The end of the last line of a table and of all that is in it.
qsizetype endOfTable(const QByteArray& text, const TomlEntries& entries, const QString& table)
{
    qsizetype end = 0;
    for (const auto& [key, entry] : entries)
        if (key == table || isWithin(key, table))
            end = std::max(end, entry.end);
    return lineEnd(text, end);
}

// Where a further key of a table goes: behind the last one that stands right under its header.
std::optional<qsizetype> placeIn(const TomlEntries& entries, const QString& table)
{
    const auto header = entries.find(table);
    std::optional<qsizetype> place;
    if (header != entries.end() && header->second.hasHeader)
        place = header->second.end;
    for (const auto& [key, entry] : entries)
        if (!entry.hasHeader && tableOf(key) == table && (table.isEmpty() || place) && entry.end > place.value_or(-1))
            place = entry.end;
    return place;
}

QString headerName(QString table)
{
    while (table.contains(u'['))
        table.remove(table.indexOf(u'['), table.indexOf(u']') - table.indexOf(u'[') + 1);
    return table;
}

// A table without a header of its own goes on as it began: between its braces, or with one more dotted key.
std::optional<QByteArray> withKeyBeside(
    const QByteArray& toml, const TomlEntries& entries, const QString& table, const QString& name, const QString& value)
{
    const auto found = entries.find(table);
    if (found == entries.end() || found->second.hasHeader || toml.mid(found->second.begin, 1) == "[")
        return std::nullopt;
    qsizetype place = 0;
    for (const auto& [key, entry] : entries)
        if (isWithin(key, table))
            place = std::max(place, entry.end);
    const QString assignment = name + u" = "_s + value;
    if (toml.mid(found->second.begin, 1) == "{")
        return place > 0 ? std::optional(toml.left(place) + ", " + assignment.toUtf8() + toml.mid(place))
                         : std::nullopt;
    auto around = tableOf(table);
    while (!around.isEmpty() && !(entries.contains(around) && entries.at(around).hasHeader))
        around = tableOf(around);
    const QString line = table.mid(around.isEmpty() ? 0 : around.size() + 1) + u'.' + assignment + u'\n';
    return inserted(toml, lineEnd(toml, place), indentAt(toml, place) + line.toUtf8());
}

QByteArray withKeyAdded(const QByteArray& toml, const TomlEntries& entries, const QString& key, const QString& value)
{
    const auto table = tableOf(key);
    const QString name = key.mid(table.isEmpty() ? 0 : table.size() + 1);
    const auto line = QString(name + u" = "_s + value + u'\n').toUtf8();
    if (auto beside = withKeyBeside(toml, entries, table, name, value))
        return *std::move(beside);
    if (const auto place = placeIn(entries, table))
        return inserted(toml, lineEnd(toml, *place), indentAt(toml, *place) + line);
    if (table.isEmpty())
        return inserted(toml, 0, line);
    const auto lines = QByteArray("\n[" + headerName(table).toUtf8() + "]\n" + line);
    const auto around = tableOf(table);
    return inserted(toml, around.isEmpty() ? toml.size() : endOfTable(toml, entries, around), lines);
}

QByteArray withoutValue(const QByteArray& toml, const TomlEntry& entry)
{
    const auto begin = lineBegin(toml, entry.keyBegin);
    const auto end = lineEnd(toml, entry.end);
    const auto rest = toml.mid(entry.end, end - entry.end);
    const auto indent = indentAt(toml, entry.keyBegin);
    return toml.left(begin) + (rest.trimmed().isEmpty() ? QByteArray() : QByteArray(indent + rest.trimmed() + '\n'))
        + toml.mid(end);
}

QByteArray withoutTable(const QByteArray& toml, const TomlEntries& entries, const QString& table)
{
    auto begin = lineBegin(toml, entries.at(table).begin);
    if (begin >= 2 && toml[begin - 1] == '\n' && toml[begin - 2] == '\n')
        --begin; // the empty line above it
    return toml.left(begin) + toml.mid(endOfTable(toml, entries, table));
}

// "arm[3]" is "arm" and 3.
std::pair<QString, int> element(const QString& key)
{
    const auto bracket = key.lastIndexOf(u'[');
    return { key.left(bracket), key.endsWith(u']') ? key.mid(bracket + 1).chopped(1).toInt() : 0 };
}

// The facts with the elements of a list from this one on moved by one place.
Facts moved(const Facts& facts, const QString& list, int from, int by)
{
    Facts result;
    for (const auto& [key, value] : facts) {
        const auto close = key.indexOf(u']');
        const auto [name, number] = element(key.left(close + 1));
        const auto moves = close > 0 && name == list && number >= from;
        result.insert({ moves ? u"%1[%2]"_s.arg(list).arg(number + by) + key.mid(close + 1) : key, value });
    }
    return result;
}

int countOf(const TomlEntries& entries, const QString& list)
{
    int count = 0;
    while (entries.contains(u"%1[%2]"_s.arg(list).arg(count + 1)))
        ++count;
    return count;
}

} // namespace

std::optional<QByteArray> withValue(const QByteArray& toml, const QString& key, const QString& value)
{
    const auto entries = tomlEntries(toml);
    const auto canonical = canonicalValue(value);
    if (!entries || !canonical)
        return std::nullopt;
    auto wanted = factsOf(*entries);
    wanted.insert_or_assign(key, *canonical);
    const auto found = entries->find(key);
    if (found == entries->end())
        return proven(withKeyAdded(toml, *entries, key, value), wanted);
    const auto& [begin, end] = std::pair(found->second.begin, found->second.end);
    return proven(toml.left(begin) + value.toUtf8() + toml.mid(end), wanted);
}

std::optional<QByteArray> withoutKey(const QByteArray& toml, const QString& key)
{
    const auto entries = tomlEntries(toml);
    if (!entries)
        return std::nullopt;
    const auto found = entries->find(key);
    if (found == entries->end())
        return toml;
    auto wanted = factsOf(*entries);
    std::erase_if(wanted, [&](const auto& fact) { return fact.first == key || isWithin(fact.first, key); });
    if (const auto [list, number] = element(key); number > 0)
        wanted = moved(wanted, list, number, -1);
    if (!found->second.isTable)
        return proven(withoutValue(toml, found->second), wanted);
    return found->second.hasHeader ? proven(withoutTable(toml, *entries, key), wanted) : std::nullopt;
}

std::optional<QByteArray> withElement(const QByteArray& toml, const QString& list, const TomlFields& fields)
{
    const auto entries = tomlEntries(toml);
    if (!entries)
        return std::nullopt;
    const auto count = countOf(*entries, list);
    auto wanted = factsOf(*entries);
    QString lines = u"\n[[%1]]\n"_s.arg(list);
    for (const auto& [key, value] : fields) {
        lines += key + u" = "_s + value + u'\n';
        wanted.insert({ u"%1[%2].%3"_s.arg(list).arg(count + 1).arg(key), canonicalValue(value).value_or(QString()) });
    }
    const auto at = count > 0 ? endOfTable(toml, *entries, u"%1[%2]"_s.arg(list).arg(count)) : toml.size();
    return proven(inserted(toml, at, lines.toUtf8()), wanted);
}

std::optional<QByteArray> withCopy(const QByteArray& toml, const QString& original, const QString& name)
{
    const auto entries = tomlEntries(toml);
    if (!entries || !entries->contains(original))
        return std::nullopt;
    const auto [list, number] = element(original);
    const auto copy = u"%1[%2]"_s.arg(list).arg(number + 1);
    const auto facts = factsOf(*entries);
    auto wanted = moved(facts, list, number + 1, 1);
    for (const auto& [key, value] : facts)
        if (isWithin(key, original))
            wanted.insert({ copy + key.mid(original.size()), value });
    const auto begin = lineBegin(toml, entries->at(original).begin);
    const auto end = endOfTable(toml, *entries, original);
    auto lines = toml.mid(begin, end - begin);
    if (!lines.endsWith('\n'))
        lines += '\n';
    const auto copied = proven(inserted(toml, end, '\n' + lines), wanted);
    return copied ? withValue(*copied, copy + u".name"_s, quoted(name)) : std::nullopt;
}

std::optional<QByteArray> withWarmup(const QByteArray& toml, double warmupS)
{
    auto wanted = read(toml);
    const auto text = withValue(toml, u"phases.warmup_s"_s, shown(warmupS));
    if (!wanted.ok() || !text)
        return std::nullopt;
    wanted.plan.phases.warmupS = warmupS;
    const auto reading = read(*text);
    return reading.ok() && reading.plan == wanted.plan ? text : std::nullopt;
}

} // namespace ceteris::plan
