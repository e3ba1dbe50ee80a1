// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/comparison.h"
#include "app/results/layout.h"
#include "app/results/objections.h"
#include "app/results/resultsfolder.h"

#include <QtTest>

using namespace ceteris;
using namespace Qt::StringLiterals;
using stats::Verdict;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// The experiment that Ceteris exists for: it must not be fooled by it.
class TestBlog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QDir data(QStringLiteral(CETERIS_SOURCE_DIR "/tests/data/blog"));
        for (const auto& name : data.entryList(QDir::Files))
            QVERIFY(QFile::copy(data.filePath(name), m_folder->filePath(name)));
    }

    void everyReasonIsListed()
    {
        const auto results = results::readResults(m_folder->path());
        QVERIFY2(results, results ? "" : qPrintable(describe(results.error())));
        QCOMPARE(results->trials.size(), std::size_t(4));
        QCOMPARE(results->checks.size(), std::size_t(4));
        QStringList grounds;
        QStringList limits;
        for (const auto& it : results::objections(results->plan, results->trials, results->checks))
            (it.refuses ? grounds : limits) += it.text;
        QCOMPARE(grounds,
            (QStringList {
                u"unequal windows: 5 000 users, refresh was measured 1 800 s with redis and 420 s with memory"_s,
                u"operations are mixed in one figure: with redis, 5 000 users logged in and no login is booked"_s,
                u"something else disturbed the machine in 1 of 1 blocks: chromium and others used 0.84 cores of 4"_s,
            }));
        QCOMPARE(limits,
            (QStringList {
                u"one trial of each arm: no comparison possible"_s,
                u"only one load level (5 000 users), so none near idle: it says nothing about any other load"_s,
            }));
    }

    void thereIsNoVerdict()
    {
        const auto comparisons = results::analyse(m_folder->path());
        QVERIFY2(comparisons, comparisons ? "" : qPrintable(describe(comparisons.error())));
        QVERIFY(!comparisons->empty());
        for (const auto& it : *comparisons) {
            QCOMPARE(it.decision.verdict, Verdict::NotComparable);
            QVERIFY(it.reason.startsWith(u"unequal windows"_s));
            QVERIFY(it.reason.contains(u"chromium"_s));
        }
        const auto json = QJsonDocument::fromJson(contentOf(m_folder->filePath(results::file::verdict))).object();
        QCOMPARE(json[u"objections"_s].toArray().size(), 5);
        QCOMPARE(json[u"primary"_s][0][u"verdict"_s].toString(), u"NOT COMPARABLE"_s);
    }

    void checksOfAnotherVersionAreNotOverlooked()
    {
        QFile file(m_folder->filePath(results::file::checks));
        QVERIFY(file.open(QIODevice::ReadWrite));
        auto text = file.readAll();
        text.replace(",out_of,", ",");
        QVERIFY(file.resize(0) && file.seek(0) && file.write(text) == text.size());
        file.close();
        const auto results = results::readResults(m_folder->path());
        QVERIFY(!results && results.error().code == ErrorCode::ResultsFromOther);
    }

    void againTheSameBytes()
    {
        QVERIFY(results::analyse(m_folder->path()));
        const auto first = contentOf(m_folder->filePath(results::file::verdict));
        QVERIFY(results::analyse(m_folder->path()));
        QVERIFY(!first.isEmpty());
        QCOMPARE(contentOf(m_folder->filePath(results::file::verdict)), first);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestBlog)
#include "tst_blog.moc"
