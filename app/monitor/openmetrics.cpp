// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/openmetrics.h"

#include <limits>

namespace ceteris::monitor {
namespace {

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ':';
}

QByteArrayView takeName(QByteArrayView& rest)
{
    qsizetype size = 0;
    while (size < rest.size() && isNameCharacter(rest[size]))
        ++size;
    const auto name = rest.first(size);
    rest = rest.sliced(size);
    return name;
}

bool take(QByteArrayView& rest, char expected)
{
    if (rest.isEmpty() || rest.front() != expected)
        return false;
    rest = rest.sliced(1);
    return true;
}

// What is between quotes, escapes included.
std::optional<QByteArrayView> takeQuoted(QByteArrayView& rest)
{
    if (!take(rest, '"'))
        return std::nullopt;
    for (qsizetype i = 0; i < rest.size(); ++i) {
        if (rest[i] == '\\') {
            ++i;
        } else if (rest[i] == '"') {
            const auto value = rest.first(i);
            rest = rest.sliced(i + 1);
            return value;
        }
    }
    return std::nullopt;
}

struct Label
{
    QByteArrayView key;
    QByteArrayView value; // escapes included
};

std::optional<Label> takeLabel(QByteArrayView& rest)
{
    const auto key = takeName(rest);
    if (key.isEmpty() || !take(rest, '='))
        return std::nullopt;
    const auto value = takeQuoted(rest);
    return value ? std::optional(Label { key, *value }) : std::nullopt;
}

// What is between braces, when it is well formed.
std::optional<QByteArrayView> takeLabels(QByteArrayView& rest)
{
    const auto begin = rest.data();
    const auto labelsUntilHere = [&] { return QByteArrayView(begin, rest.data() - begin); };
    for (bool first = true; !rest.isEmpty(); first = false) {
        const auto labels = labelsUntilHere();
        if (take(rest, '}'))
            return labels;
        if ((!first && !take(rest, ',')) || !takeLabel(rest))
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<double> toNumber(QByteArrayView word)
{
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    if (word == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (word == "+Inf" || word == "-Inf")
        return word.front() == '+' ? infinity : -infinity;
    bool ok = false;
    const auto number = word.toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

// What follows the value, a time or an exemplar, is of no use here.
std::optional<Series> parseSeries(QByteArrayView line)
{
    Series series;
    series.name = takeName(line);
    if (series.name.isEmpty())
        return std::nullopt;
    if (take(line, '{')) {
        const auto labels = takeLabels(line);
        if (!labels)
            return std::nullopt;
        series.labels = *labels;
    }
    if (!take(line, ' '))
        return std::nullopt;
    const auto end = line.indexOf(' ');
    const auto value = toNumber(end < 0 ? line : line.first(end));
    if (!value)
        return std::nullopt;
    series.value = *value;
    return series;
}

QByteArray unescaped(QByteArrayView value)
{
    QByteArray plain;
    plain.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size())
            plain += value[++i] == 'n' ? '\n' : value[i];
        else
            plain += value[i];
    }
    return plain;
}

} // namespace

std::optional<QByteArray> Series::label(QByteArrayView key) const
{
    for (auto rest = labels; !rest.isEmpty(); take(rest, ',')) {
        const auto next = takeLabel(rest);
        if (!next)
            return std::nullopt;
        if (next->key == key)
            return unescaped(next->value);
    }
    return std::nullopt;
}

bool forEachSeries(QByteArrayView text, const std::function<void(const Series&)>& visit)
{
    for (qsizetype begin = 0; begin < text.size();) {
        const auto end = text.indexOf('\n', begin);
        const auto line = text.sliced(begin, (end < 0 ? text.size() : end) - begin);
        begin += line.size() + 1;
        if (line == "# EOF")
            return true;
        if (line.startsWith('#'))
            continue;
        const auto series = parseSeries(line);
        if (!series)
            return false;
        visit(*series);
    }
    return false;
}

} // namespace ceteris::monitor
