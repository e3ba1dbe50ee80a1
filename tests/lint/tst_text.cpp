// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcetree.h"
#include "text.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ceteris::lint;

namespace {

const auto root = QStringLiteral(CETERIS_SOURCE_DIR);
const auto licence = QStringLiteral("// SPDX-License-Identifier: GPL-3.0-or-later");

} // namespace

class LintText : public QObject
{
    Q_OBJECT

private slots:
    void planted_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<int>("objections");
        const auto path = u"app/a.cpp"_s;
        const auto row = [&](const char* name, const QString& line, int objections) {
            QTest::newRow(name) << path << QStringList { licence, line } << objections;
        };
        row("clean", u"int answer = 42;"_s, 0);
        row("to do", u"// TO"_s + u"DO: later"_s, 1);
        row("mend me", u"// FIX"_s + u"ME"_s, 1);
        row("part of a word", u"// HA"_s + u"CKING.md"_s, 0);
        row("template of mktemp", u"mktemp -d ceteris-XX"_s + u"XXXX"_s, 0);
        row("somebody's folder", u"auto path = \"/home/somebody/x\";"_s, 1);
        row("folder for temporary files", u"cd /tmp/x"_s, 1);
        row("route", u"constexpr auto work = \"/work\";"_s, 0);
        QTest::newRow("somebody's folder in a test")
            << u"tests/a.cpp"_s << QStringList { licence, u"\"/tmp/x\""_s } << 0;
        QTest::newRow("no licence") << path << QStringList { u"int a;"_s } << 1;
        QTest::newRow("licence under the interpreter") << path << QStringList { u"#!/bin/sh"_s, licence } << 0;
        QTest::newRow("as long as may be") << path << QStringList(QStringList { licence } + QStringList(350)) << 0;
        QTest::newRow("too long") << path << QStringList(QStringList { licence } + QStringList(351)) << 1;
    }

    void planted()
    {
        QFETCH(const QString, path);
        QFETCH(const QStringList, lines);
        QFETCH(const int, objections);
        const auto sentences = objectionsTo(path, lines);
        QVERIFY2(sentences.size() == objections, qPrintable(sentences.join(u'\n')));
    }

    void ourTree()
    {
        const auto sentences = textObjections(root);
        QVERIFY2(sentences.isEmpty(), qPrintable(sentences.join(u'\n')));
    }

    // A preset that the build does not list would be missing from the programs without a word.
    void presetsAreListed()
    {
        const auto list = linesOf(QDir(root).filePath(u"resources/CMakeLists.txt"_s)).join(u'\n');
        const auto presets = filesIn(root, { u"resources/presets"_s }, { u"*"_s });
        QVERIFY(presets.size() >= 2);
        for (const auto& preset : presets)
            QVERIFY2(list.contains(preset.mid(u"resources/"_s.size())), qPrintable(preset));
    }

    // A row whose test was renamed or taken away would promise what nobody looks at.
    void securityRowsHaveTheirTests()
    {
        const auto rows = linesOf(QDir(root).filePath(u"server/SECURITY.md"_s)).join(u'\n');
        const auto files = filesIn(root, { u"tests"_s }, { u"tst_*.cpp"_s });
        static const QRegularExpression named(u"\\b(tst_\\w+)::(\\w+)"_s);
        int count = 0;
        for (const auto& match : named.globalMatch(rows)) {
            const auto file = std::ranges::find_if(
                files, [&](const QString& path) { return path.endsWith(u'/' + match.captured(1) + u".cpp"_s); });
            QVERIFY2(file != files.end(), qPrintable(match.captured()));
            const auto text = linesOf(QDir(root).filePath(*file)).join(u'\n');
            QVERIFY2(text.contains(u"void "_s + match.captured(2) + u'('), qPrintable(match.captured()));
            ++count;
        }
        QVERIFY(count > 30);
    }
};

QTEST_APPLESS_MAIN(LintText)
#include "tst_text.moc"
