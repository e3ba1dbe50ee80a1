// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/plantyped.h"

#include "app/plan/tomltext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

// Numbers that TOML and people write alike; 007 is none in TOML.
bool isNumber(const QString& text)
{
    static const QRegularExpression number(uR"(^[+-]?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$)"_s);
    return number.match(text).hasMatch();
}

QString list(const QStringList& elements)
{
    return u"[%1]"_s.arg(elements.join(u", "_s));
}

} // namespace

QString tomlOfText(const QString& typed)
{
    return plan::quoted(typed);
}

QString tomlOfNumber(const QString& typed)
{
    const auto text = typed.trimmed();
    return isNumber(text) ? text : plan::quoted(text);
}

QString tomlOfSpan(const QString& typed)
{
    static const QRegularExpression between(uR"(\s*(?:,|–|\bto\b)\s*)"_s);
    const auto ends = typed.trimmed().split(between);
    if (ends.size() != 2 || !isNumber(ends[0]) || !isNumber(ends[1]))
        return tomlOfNumber(typed);
    return list(ends);
}

QString tomlOfNumbers(const QStringList& typed)
{
    QStringList elements;
    for (const auto& element : typed)
        elements += tomlOfNumber(element);
    return list(elements);
}

QString tomlOfTexts(const QStringList& typed)
{
    QStringList elements;
    for (const auto& element : typed)
        elements += plan::quoted(element);
    return list(elements);
}

} // namespace ceteris::models
