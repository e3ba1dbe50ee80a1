// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/enginetext.h"

#include "app/models/enginepatterns.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

struct Pattern
{
    const char* english;
    QString head; // up to the first figure: most texts are told apart by it
    QRegularExpression expression; // one group for each figure
    std::vector<int> figures; // which it is, by group
};

Pattern patternOf(const char* english)
{
    static const QRegularExpression placeholder(u"%([1-9])"_s);
    const auto text = QString::fromUtf8(english);
    Pattern pattern { english, text, {}, {} };
    QString expression;
    qsizetype from = 0;
    for (auto found = placeholder.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        if (pattern.figures.empty())
            pattern.head = text.left(match.capturedStart());
        pattern.figures.push_back(match.captured(1).toInt());
        expression += QRegularExpression::escape(text.mid(from, match.capturedStart() - from));
        expression += u"((?:(?!\\. [A-Z0-9]).)+?)"_s; // a figure does not reach over the end of a sentence
        from = match.capturedEnd();
    }
    expression += QRegularExpression::escape(text.mid(from));
    pattern.expression.setPattern(QRegularExpression::anchoredPattern(expression));
    pattern.expression.setPatternOptions(QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

const std::vector<Pattern>& patterns()
{
    static const std::vector<Pattern> all = [] {
        std::vector<Pattern> list;
        for (const auto* english : enginePatterns)
            list.push_back(patternOf(english));
        return list;
    }();
    return all;
}

// Figures are put in all at once, so that one that looks like a place for another stays what it is.
QString filled(const QString& pattern, const std::vector<int>& figures, const QStringList& values)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const auto digit = pattern[i] == u'%' && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : -1;
        const auto place = std::ranges::find(figures, digit);
        if (place == figures.end()) {
            text += pattern[i];
            continue;
        }
        text += values[place - figures.begin()];
        ++i;
    }
    return text;
}

std::optional<QString> translated(const QString& english)
{
    for (const auto& pattern : patterns()) {
        if (!english.startsWith(pattern.head))
            continue;
        const auto match = pattern.expression.match(english);
        if (!match.hasMatch())
            continue;
        QStringList values;
        for (const auto& value : match.capturedTexts().mid(1))
            values += engineText(value);
        return filled(QCoreApplication::translate("engine", pattern.english), pattern.figures, values);
    }
    return std::nullopt;
}

} // namespace

QString engineText(const QString& english)
{
    if (english.isEmpty())
        return english;
    if (const auto whole = translated(english))
        return *whole;
    static const QRegularExpression betweenSentences(u"(?<=\\.) (?=[A-Z0-9])"_s);
    auto sentences = english.split(betweenSentences);
    if (sentences.size() == 1)
        return english;
    for (auto& sentence : sentences)
        sentence = translated(sentence).value_or(sentence);
    return sentences.join(u' ');
}

results::PreflightRow engineText(const results::PreflightRow& english)
{
    auto row = english;
    for (auto* text : { &row.name, &row.value, &row.limit, &row.why, &row.mend })
        *text = engineText(*text);
    return row;
}

} // namespace ceteris::models
