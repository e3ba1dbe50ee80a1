// SPDX-License-Identifier: GPL-3.0-or-later
// The files by which a desktop knows the app, as the desktop's own tools see them.
#include "sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::lint;

namespace {

const auto appId = QStringLiteral("io.github.ceteris_lab.Ceteris");
const auto mediaType = QStringLiteral("application/vnd.ceteris.plan+toml");

QString fileOf(const QString& ending)
{
    return QStringLiteral(CETERIS_SOURCE_DIR "/packaging/linux/%1.%2").arg(appId, ending);
}

QString textOf(const QString& ending)
{
    return linesOf(fileOf(ending)).join(u'\n');
}

struct Said
{
    int code;
    QString text;
};

Said run(const QString& program, const QStringList& words)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, words);
    if (!process.waitForFinished())
        return { -1, process.errorString() };
    return { process.exitCode(), QString::fromUtf8(process.readAll()) };
}

} // namespace

class LintDesktop : public QObject
{
    Q_OBJECT

private slots:
    void isValid_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("package");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("desktop file") << u"desktop-file-validate"_s << u"desktop-file-utils"_s
                                      << QStringList { u"--no-hints"_s, fileOf(u"desktop"_s) };
        QTest::newRow("metainfo") << u"appstreamcli"_s << u"appstream"_s
                                  << QStringList { u"validate"_s, u"--no-net"_s, fileOf(u"metainfo.xml"_s) };
        QTest::newRow("media type as XML")
            << u"xmllint"_s << u"libxml2-utils"_s << QStringList { u"--noout"_s, fileOf(u"mime.xml"_s) };
    }

    void isValid()
    {
        QFETCH(const QString, program);
        QFETCH(const QString, package);
        QFETCH(const QStringList, words);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(u"%1 is missing; on Debian: apt install %2"_s.arg(program, package)));
        const auto said = run(program, words);
        QVERIFY2(said.code == 0, qPrintable(said.text));
    }

    // In a folder of our own: the files that the desktop's tool makes of it name our pattern.
    void mediaTypeIsKnown()
    {
        if (QStandardPaths::findExecutable(u"update-mime-database"_s).isEmpty())
            QSKIP("update-mime-database is missing; on Debian: apt install shared-mime-info");
        QTemporaryDir base;
        QVERIFY(QDir(base.path()).mkdir(u"packages"_s));
        QVERIFY(QFile::copy(fileOf(u"mime.xml"_s), base.filePath(u"packages/ceteris.xml"_s)));
        const auto said = run(u"update-mime-database"_s, { base.path() });
        QVERIFY2(said.code == 0, qPrintable(said.text));
        QVERIFY(linesOf(base.filePath(u"globs2"_s)).contains(QString(u"60:"_s + mediaType + u":*.ceteris.toml"_s)));
        QVERIFY(linesOf(base.filePath(u"subclasses"_s)).contains(QString(mediaType + u" application/toml"_s)));
    }

    // One name for the app, one for its plans, in all of them and in the program.
    void filesAgree()
    {
        const auto desktop = textOf(u"desktop"_s);
        const auto metainfo = textOf(u"metainfo.xml"_s);
        QVERIFY(desktop.contains(QString(u"\nIcon="_s + appId + u'\n')));
        QVERIFY(desktop.contains(QString(u"\nMimeType="_s + mediaType + u";\n"_s)));
        QVERIFY(metainfo.contains(QString(u"<id>"_s + appId + u"</id>"_s)));
        QVERIFY(metainfo.contains(QString(u"<launchable type=\"desktop-id\">"_s + appId + u".desktop<"_s)));
        QVERIFY(metainfo.contains(QString(u"<mediatype>"_s + mediaType + u"</mediatype>"_s)));
        QVERIFY(QFile::exists(QStringLiteral(CETERIS_SOURCE_DIR "/resources/icons/%1.svg").arg(appId)));
    }

    void everyTextIsKorean()
    {
        const auto lines = linesOf(fileOf(u"desktop"_s));
        for (const auto& line : lines) {
            const auto key = line.section(u'=', 0, 0);
            const bool said = key == u"Name" || key == u"GenericName" || key == u"Comment" || key == u"Keywords";
            if (said)
                QVERIFY2(!lines.filter(QString(key + u"[ko]="_s)).isEmpty(), qPrintable(line));
        }
        const auto metainfo = textOf(u"metainfo.xml"_s);
        for (const auto* tag : { "summary", "p", "li", "caption" }) {
            const auto name = QString::fromLatin1(tag);
            QVERIFY2(metainfo.count(QString(u'<' + name + u'>'))
                    == metainfo.count(QString(u'<' + name + u" xml:lang=\"ko\">"_s)),
                tag);
        }
    }
};

QTEST_APPLESS_MAIN(LintDesktop)
#include "tst_desktop.moc"
