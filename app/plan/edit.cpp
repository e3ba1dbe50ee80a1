// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/edit.h"

#include "app/plan/read.h"
#include "app/plan/tomltext.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::plan {
namespace {

bool isHeader(const QString& line)
{
    return line.trimmed().startsWith(u'[');
}

// The lines of [phases] behind its header; an empty range at the end when there is none.
std::pair<qsizetype, qsizetype> phasesOf(const QStringList& lines)
{
    static const QRegularExpression header(uR"(^\s*\[\s*phases\s*\])"_s);
    const auto begin = lines.indexOf(header);
    if (begin < 0)
        return { lines.size(), lines.size() };
    const auto end = std::find_if(lines.begin() + begin + 1, lines.end(), isHeader);
    return { begin + 1, end - lines.begin() };
}

QString edited(const QString& text, const QString& value)
{
    static const QRegularExpression assignment(uR"(^(\s*warmup_s\s*=\s*)([0-9.eE+_-]+))"_s);
    auto lines = text.split(u'\n');
    const auto [begin, end] = phasesOf(lines);
    for (auto i = begin; i < end; ++i) {
        if (const auto match = assignment.match(lines[i]); match.hasMatch()) {
            lines[i].replace(match.capturedStart(2), match.capturedLength(2), value);
            return lines.join(u'\n');
        }
    }
    if (begin < lines.size()) {
        lines.insert(begin, u"warmup_s = "_s + value);
        return lines.join(u'\n');
    }
    return text + (text.endsWith(u'\n') ? u""_s : u"\n"_s) + u"\n[phases]\nwarmup_s = "_s + value + u'\n';
}

} // namespace

std::optional<QByteArray> withWarmup(const QByteArray& toml, double warmupS)
{
    auto wanted = read(toml);
    if (!wanted.ok())
        return std::nullopt;
    wanted.plan.phases.warmupS = warmupS;
    const auto text = edited(QString::fromUtf8(toml), shown(warmupS)).toUtf8();
    const auto reading = read(text);
    return reading.ok() && reading.plan == wanted.plan ? std::optional(text) : std::nullopt;
}

} // namespace ceteris::plan
