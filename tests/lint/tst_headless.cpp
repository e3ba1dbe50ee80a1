// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcetree.h"

#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::lint;

namespace {

// The libraries that need a display, as the loader and as CMake name them.
QStringList guiLibrariesIn(const QString& text)
{
    static const QRegularExpression gui(u"(libQt6|Qt6::)(Gui|Widgets|Charts|OpenGL|OpenGLWidgets)\\b"_s);
    QStringList found;
    auto matches = gui.globalMatch(text);
    while (matches.hasNext())
        found += matches.next().captured();
    found.removeDuplicates();
    return found;
}

} // namespace

class LintHeadless : public QObject
{
    Q_OBJECT

private slots:
    void guiIsRecognised()
    {
        QCOMPARE(guiLibrariesIn(u"libQt6Gui.so.6 => /usr/lib/libQt6Gui.so.6 (0x1)\nlibQt6Core.so.6"_s),
            QStringList { u"libQt6Gui"_s });
        QCOMPARE(guiLibrariesIn(u"ceteris_x: Qt6::Core;Qt6::Charts"_s), QStringList { u"Qt6::Charts"_s });
        QVERIFY(guiLibrariesIn(u"libQt6Network.so.6 libQt6Sql.so.6"_s).isEmpty());
    }

    void program_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto* name : { "ceteris-server", "ceteris-cli" })
            QTest::newRow(name) << QStringLiteral(CETERIS_BIN_DIR "/") + QLatin1StringView(name);
    }

    // Libraries of libraries count, so the loader is asked, not the program's own list.
    void program()
    {
        QFETCH(const QString, path);
        if (!QFileInfo::exists(path))
            QSKIP("not built");
        QProcess ldd;
        ldd.start(u"ldd"_s, { path });
        QVERIFY2(ldd.waitForFinished(), "ldd, of the Debian package libc-bin, did not run");
        const auto libraries = QString::fromLocal8Bit(ldd.readAllStandardOutput());
        QVERIFY2(libraries.contains("libQt6Core"_L1), qPrintable(libraries));
        QCOMPARE(guiLibrariesIn(libraries), QStringList());
    }

    // CMake writes one line "target: what it links" for each of our libraries below app/ and server/ but pages and
    // window.
    void libraries()
    {
        const auto lines = linesOf(QStringLiteral(CETERIS_LIBRARY_LIST)).filter(u": "_s);
        QVERIFY(!lines.isEmpty());
        for (const auto& line : lines)
            QVERIFY2(guiLibrariesIn(line).isEmpty(), qPrintable(line));
    }
};

QTEST_APPLESS_MAIN(LintHeadless)
#include "tst_headless.moc"
