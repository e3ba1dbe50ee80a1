// SPDX-License-Identifier: GPL-3.0-or-later
// Other people's clients against our server: none may see an error.
#include "server/http/server.h"
#include "tests/support/echoapplication.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QtTest>

using namespace ceteris;
using namespace Qt::StringLiterals;

class TestHttpTools : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto server = http::Server::start({}, m_metrics, [] { return std::make_unique<test::EchoApplication>(); });
        QVERIFY(server);
        m_server = std::move(*server);
        QVERIFY(m_upload.open());
        QCOMPARE(m_upload.write(QByteArray(2'000'000, 'x')), 2'000'000);
        QVERIFY(m_upload.flush());
    }

    void tools_data()
    {
        QTest::addColumn<QString>("package");
        QTest::addColumn<QString>("command"); // {url} stands for the server
        QTest::addColumn<QStringList>("expected"); // regular expressions
        QTest::newRow("ab") << u"apache2-utils"_s << u"ab -q -n 500 -c 20 {url}/"_s
                            << QStringList { u"Complete requests: +500\n"_s, u"Failed requests: +0\n"_s };
        QTest::newRow("ab -k") << u"apache2-utils"_s << u"ab -q -k -n 2000 -c 20 {url}/"_s
                               << QStringList { u"Failed requests: +0\n"_s, u"Keep-Alive requests: +2000\n"_s };
        QTest::newRow("wrk")
            << u"wrk"_s << u"wrk -t1 -c50 -d1 {url}/"_s
            << QStringList {
                   u"\\A((?!Socket errors|Non-2xx).)*[1-9]\\d* requests in((?!Socket errors|Non-2xx).)*\\z"_s
               };
        QTest::newRow("h2load") << u"nghttp2-client"_s << u"h2load --h1 -n 2000 -c 20 {url}/"_s
                                << QStringList { u"2000 succeeded, 0 failed, 0 errored"_s };
        QTest::newRow("curl") << u"curl"_s << u"curl -sS -i {url}/"_s
                              << QStringList { u"^HTTP/1.1 200 OK\r\n"_s, u"hello, world\n$"_s };
        QTest::newRow("curl --http2") << u"curl"_s << u"curl -sS -i --http2 {url}/"_s
                                      << QStringList { u"^HTTP/1.1 200 OK\r\n"_s, u"hello, world\n$"_s };
        QTest::newRow("curl --head") << u"curl"_s << u"curl -sS --head {url}/"_s
                                     << QStringList { u"^HTTP/1.1 200 OK\r\n"_s, u"Content-Length: 13\r\n"_s };
        QTest::newRow("curl, two on one connection") << u"curl"_s << u"curl -sS -w %{num_connects} {url}/ {url}/"_s
                                                     << QStringList { u"hello, world\n1hello, world\n0"_s };
        // Without an answer to its Expect header curl waits a second before it sends the body.
        QTest::newRow("curl, body of 2 MB")
            << u"curl"_s
            << u"curl -sS -o /dev/null -w %{http_code};%{time_total} -H Expect:100-continue --data-binary @"_s
                + m_upload.fileName() + u" {url}/echo"_s
            << QStringList { u"^200;0\\."_s };
    }
    void tools()
    {
        QFETCH(QString, package);
        QFETCH(QString, command);
        QFETCH(QStringList, expected);
        QStringList words
            = command.replace(u"{url}"_s, u"http://127.0.0.1:"_s + QString::number(m_server->port())).split(u' ');
        const QString program = words.takeFirst();
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(program + u" is missing: apt install "_s + package));
        QProcess process;
        process.start(program, words);
        QVERIFY2(process.waitForFinished(), qPrintable(process.errorString()));
        const QString output = QString::fromUtf8(process.readAllStandardOutput());
        const QString errors = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == 0, qPrintable(output + errors));
        for (const QString& expression : expected) {
            const QRegularExpression pattern(expression, QRegularExpression::DotMatchesEverythingOption);
            QVERIFY2(pattern.match(output).hasMatch(), qPrintable(expression + u" is not in:\n"_s + output));
        }
    }

private:
    metrics::ServerMetrics m_metrics;
    std::unique_ptr<http::Server> m_server;
    QTemporaryFile m_upload;
};

QTEST_GUILESS_MAIN(TestHttpTools)
#include "tst_httptools.moc"
