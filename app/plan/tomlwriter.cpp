// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/tomlwriter.h"

#include "app/plan/tomltext.h"

using namespace Qt::StringLiterals;

namespace ceteris::plan {

void TomlWriter::text(QLatin1StringView key, const QString& value, const TextRule&, const Presence& presence)
{
    const auto wanted = presence.kind == Presence::WhenAny ? !value.isEmpty() : presence.kind != Presence::Absent;
    if (wanted)
        line(key, quoted(value));
}

void TomlWriter::flag(QLatin1StringView key, bool value, const Presence& presence)
{
    if (presence.kind != Presence::Absent)
        line(key, value ? u"true"_s : u"false"_s);
}

void TomlWriter::number(QLatin1StringView key, double value, double, double, const Presence& presence)
{
    if (presence.kind != Presence::Absent)
        line(key, shown(value));
}

void TomlWriter::span(QLatin1StringView key, double low, double high, double, double, const Presence& presence)
{
    if (presence.kind != Presence::Absent)
        line(key, low == high ? shown(low) : u"[%1, %2]"_s.arg(shown(low), shown(high)));
}

void TomlWriter::set(QLatin1StringView key, const std::vector<int>& values, int)
{
    if (values.empty())
        return;
    QStringList numbers;
    for (const auto value : values)
        numbers += QString::number(value);
    line(key, u'[' + numbers.join(", "_L1) + u']');
}

void TomlWriter::words(QLatin1StringView key, const QStringList& values, const TextRule&)
{
    if (values.empty())
        return;
    QStringList texts;
    for (const auto& value : values)
        texts += quoted(value);
    line(key, u'[' + texts.join(", "_L1) + u']');
}

void TomlWriter::choice(QLatin1StringView key, const QString& value, std::span<const QLatin1StringView>)
{
    line(key, quoted(value));
}

void TomlWriter::line(QLatin1StringView key, const QString& value)
{
    m_lines += key + " = "_L1 + value + u'\n';
}

void TomlWriter::table(QStringView header, const TomlWriter& inner)
{
    if (const auto text = inner.text(); !text.isEmpty())
        m_tables += header.toString().arg(inner.m_path) + text;
}

} // namespace ceteris::plan
