// SPDX-License-Identifier: GPL-3.0-or-later
#include "text.h"

#include "sourcetree.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::lint {
namespace {

constexpr qsizetype mostLines = 350;

bool hasLicence(const QStringList& lines)
{
    const auto head = lines.mid(0, 3); // a script begins with its interpreter
    return std::ranges::any_of(
        head, [](const QString& line) { return line.contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1); });
}

bool isOpenEnd(const QString& line)
{
    // In pieces, so that this file does not object to itself.
    static const QRegularExpression mark(u"\\b(TO"_s + u"DO|FIX"_s + u"ME|X"_s + u"XX|HA"_s + u"CK)\\b"_s);
    return mark.match(line).hasMatch();
}

// A folder of the machine that somebody wrote this on. The route POST /work is none.
bool namesMachinePath(const QString& line)
{
    static const QRegularExpression path(u"(^|[\\s\"'=(:])/(work/|home/|root/|Users/|tmp/|tmp\\b)"_s);
    return path.match(line).hasMatch();
}

} // namespace

QStringList objectionsTo(const QString& path, const QStringList& lines)
{
    QStringList sentences;
    if (!hasLicence(lines))
        sentences += u"%1: has no SPDX line in its first three."_s.arg(path);
    const auto count = lines.size() - (lines.isEmpty() || !lines.last().isEmpty() ? 0 : 1);
    if (count > mostLines)
        sentences += u"%1: has %2 lines; at most %3."_s.arg(path).arg(count).arg(mostLines);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (isOpenEnd(lines[i]))
            sentences += u"%1:%2: leaves something open: %3"_s.arg(path).arg(i + 1).arg(lines[i].trimmed());
        if (!path.startsWith("tests/"_L1) && namesMachinePath(lines[i]))
            sentences += u"%1:%2: names a path of one machine: %3"_s.arg(path).arg(i + 1).arg(lines[i].trimmed());
    }
    return sentences;
}

QStringList textObjections(const QString& root)
{
    const QStringList folders { u"app"_s, u"server"_s, u"widgets"_s, u"resources"_s, u"tests"_s, u"packaging"_s,
        u".ci"_s };
    const QStringList names { u"*.h"_s, u"*.cpp"_s, u"CMakeLists.txt"_s, u"*.cmake"_s, u"*.toml"_s, u"*.py"_s,
        u"*.sh"_s, u"*.js"_s, u"run"_s, u"test"_s, u"bench"_s };
    auto files = filesIn(root, folders, names);
    files += { u"CMakeLists.txt"_s, u".clang-tidy"_s };
    QStringList sentences;
    for (const auto& file : files)
        sentences += objectionsTo(file, linesOf(QDir(root).filePath(file)));
    return sentences;
}

} // namespace ceteris::lint
