// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcetree.h"
#include "translations.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::lint;

namespace {

const auto root = QStringLiteral(CETERIS_SOURCE_DIR);

QByteArray messageOf(const char* source, const char* translation)
{
    return QByteArray("<TS><context><name>c</name><message><source>") + source + "</source>" + translation
        + "</message></context></TS>";
}

} // namespace

class LintTranslations : public QObject
{
    Q_OBJECT

private slots:
    void planted_data()
    {
        QTest::addColumn<QByteArray>("ts");
        QTest::addColumn<int>("objections");
        const auto row = [](const char* name, const char* source, const char* translation, int objections) {
            QTest::newRow(name) << messageOf(source, translation) << objections;
        };
        row("translated", "Save", "<translation>저장</translation>", 0);
        row("figures in another order", "%1 of %2", "<translation>%2 중 %1</translation>", 0);
        row("unfinished", "Save", "<translation type=\"unfinished\"></translation>", 1);
        row("empty", "Save", "<translation></translation>", 1);
        row("lost figure", "%1 of %2", "<translation>%1</translation>", 1);
        row("plural", "%n blocks", "<translation><numerusform>블록 %n개</numerusform></translation>", 0);
        row("plural without its figure", "%n blocks", "<translation><numerusform>블록</numerusform></translation>", 1);
        QTest::newRow("torn") << QByteArray("<TS><context>") << 1;
    }

    void planted()
    {
        QFETCH(const QByteArray, ts);
        QFETCH(const int, objections);
        const auto sentences = objectionsToTranslations(ts);
        QVERIFY2(sentences.size() == objections, qPrintable(sentences.join(u'\n')));
    }

    void plantedText_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("objections");
        QTest::newRow("literal") << QByteArray("label->setText(u\"Save it\"_s);") << 1;
        QTest::newRow("translated") << QByteArray("label->setText(tr(\"Save it\"));") << 0;
        QTest::newRow("glyph") << QByteArray("label->setText(u\"✔\"_s);") << 0;
        QTest::newRow("constructor") << QByteArray("auto* save = new QPushButton(u\"Save\"_s, this);") << 1;
        QTest::newRow("next line") << QByteArray("menu->addAction(\n    u\"Save\"_s);") << 1;
    }

    void plantedText()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const int, objections);
        QTemporaryDir tree;
        plant(tree.path(), u"app/pages/a.cpp"_s, line);
        QCOMPARE(untranslatable(tree.path()).size(), objections);
    }

    void everyTextAsksForItsTranslation()
    {
        const auto sentences = untranslatable(root);
        QVERIFY2(sentences.isEmpty(), qPrintable(sentences.join(u'\n')));
    }

    // Of a copy that lupdate has brought up to date, so that a new text shows as well.
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("only");
        QTest::newRow("ko") << u"ko"_s << QStringList();
        QTest::newRow("en, plurals") << u"en"_s << QStringList { u"-pluralonly"_s };
    }

    void everyTextIsTranslated()
    {
        QFETCH(const QString, language);
        QFETCH(const QStringList, only);
        QTemporaryDir copies;
        const auto copy = copies.filePath(u"ceteris_%1.ts"_s.arg(language));
        QVERIFY(QFile::copy(root + u"/resources/translations/ceteris_%1.ts"_s.arg(language), copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(root);
        lupdate.setProcessChannelMode(QProcess::MergedChannels);
        lupdate.start(QStringLiteral(CETERIS_LUPDATE),
            QStringList { u"app"_s, u"widgets"_s, u"-recursive"_s, u"-I"_s + root, u"-locations"_s, u"none"_s,
                u"-no-obsolete"_s, u"-source-language"_s, u"en"_s, u"-target-language"_s, language }
                + only + QStringList { u"-ts"_s, copy });
        QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
        QVERIFY2(lupdate.exitCode() == 0, lupdate.readAll().constData());
        const auto sentences = objectionsToTranslations(linesOf(copy).join(u'\n').toUtf8());
        QVERIFY2(sentences.isEmpty(), qPrintable(sentences.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(LintTranslations)
#include "tst_translations.moc"
