// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/tomlentries.h"

#include "app/plan/tomltext.h"

#include <QStringList>

#include <toml++/toml.h>

#include <sstream>

using namespace Qt::StringLiterals;

namespace ceteris::plan {
namespace {

QString canonical(const toml::node& node)
{
    std::ostringstream out;
    out << toml::toml_formatter(node);
    return QString::fromStdString(out.str());
}

QString typedText(const toml::node& node)
{
    if (const auto text = node.value_exact<std::string_view>())
        return QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size()));
    if (const auto number = node.value_exact<double>())
        return shown(*number);
    const auto* list = node.as_array();
    if (!list)
        return canonical(node);
    QStringList elements;
    for (const auto& element : *list)
        elements += typedText(element);
    return elements.join(u", "_s);
}

// Walks a parsed text beside its bytes, because toml++ counts places in lines and code points.
class Collector
{
public:
    explicit Collector(const QByteArray& text)
        : m_text(text)
    {
        m_lines.push_back(0);
        for (qsizetype i = 0; i < text.size(); ++i)
            if (text[i] == '\n')
                m_lines.push_back(i + 1);
    }

    void collect(const toml::table& table, const QString& path)
    {
        for (const auto& [key, node] : table) {
            const auto word = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.length()));
            add(path.isEmpty() ? word : QString(path + u'.' + word), offset(key.source().begin), node);
        }
    }

    TomlEntries entries;

private:
    void add(const QString& key, qsizetype keyBegin, const toml::node& node)
    {
        const auto* list = node.as_array();
        if (list && !list->empty() && list->is_homogeneous<toml::table>()) {
            for (std::size_t i = 0; i < list->size(); ++i)
                add(u"%1[%2]"_s.arg(key).arg(i + 1), keyBegin, *list->get(i));
            return;
        }
        TomlEntry entry;
        entry.keyBegin = keyBegin;
        entry.begin = offset(node.source().begin);
        entry.end = offset(node.source().end);
        if (const auto* table = node.as_table()) {
            entry.isTable = true;
            entry.hasHeader = !table->is_inline() && isHeaderOf(entry, key);
            collect(*table, key);
        } else {
            entry.toml = canonical(node);
            entry.typed = typedText(node);
        }
        entries.insert_or_assign(key, entry);
    }

    // A table that is only on the way to another one has the place of that one's header.
    bool isHeaderOf(const TomlEntry& entry, const QString& key) const
    {
        const auto header = QString::fromUtf8(m_text.mid(entry.begin, entry.end - entry.begin)).remove(u' ');
        auto name = key;
        const bool isElement = name.endsWith(u']');
        while (name.contains(u'['))
            name.remove(name.indexOf(u'['), name.indexOf(u']') - name.indexOf(u'[') + 1);
        return header == (isElement ? u"[[%1]]"_s : u"[%1]"_s).arg(name);
    }

    qsizetype offset(const toml::source_position& position) const
    {
        if (position.line == 0 || position.line > m_lines.size())
            return m_text.size();
        auto at = m_lines[position.line - 1];
        for (auto left = position.column; left > 1 && at < m_text.size(); --left) {
            ++at;
            while (at < m_text.size() && (static_cast<unsigned char>(m_text[at]) & 0xc0) == 0x80)
                ++at;
        }
        return at;
    }

    const QByteArray& m_text;
    std::vector<qsizetype> m_lines;
};

} // namespace

std::optional<TomlEntries> tomlEntries(const QByteArray& toml)
{
    try {
        const auto table = toml::parse(std::string_view(toml.data(), static_cast<std::size_t>(toml.size())));
        Collector collector(toml);
        collector.collect(table, {});
        return collector.entries;
    } catch (const toml::parse_error&) {
        return std::nullopt;
    }
}

bool isWithin(const QString& key, const QString& table)
{
    return table.isEmpty() || (key.startsWith(table) && key.size() > table.size() && key[table.size()] == u'.');
}

QString tableOf(const QString& key)
{
    const auto dot = key.lastIndexOf(u'.');
    return dot < 0 ? QString() : key.left(dot);
}

} // namespace ceteris::plan
