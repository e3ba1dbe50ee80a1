// SPDX-License-Identifier: GPL-3.0-or-later
// The test server under valgrind: clients that leave must not make it touch memory that is gone.
#include "tests/integration/http/client.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace ceteris::test;
using namespace Qt::StringLiterals;

class TestHttpValgrind : public QObject
{
    Q_OBJECT

private slots:
    void clientsThatLeave()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("valgrind cannot run a program that is built with a sanitizer");
#endif
        if (QStandardPaths::findExecutable(u"valgrind"_s).isEmpty())
            QSKIP("valgrind is missing: apt install valgrind");
        QProcess server;
        server.start(u"valgrind"_s,
            { u"--error-exitcode=99"_s, u"--quiet"_s, u"--leak-check=full"_s, u"--errors-for-leak-kinds=definite"_s,
                u"--show-leak-kinds=definite"_s,
                QStringLiteral("--suppressions=" CETERIS_SOURCE_DIR "/tests/data/valgrind/openssl.supp"),
                QStringLiteral(CETERIS_BIN_DIR "/ceteris_testserver") });
        QTRY_VERIFY_WITH_TIMEOUT(server.canReadLine(), 20'000);
        const auto port = quint16(QJsonDocument::fromJson(server.readLine()).object().value(u"port"_s).toInt());

        const QList<QByteArray> requests { get("/slow?ms=20"), get("/slow?ms=20") + get("/"), get("/"),
            get("/large?bytes=2000000"), "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc"_ba,
            "\x01garbage\n"_ba };
        for (int i = 0; i < 300; ++i) {
            Client client(port);
            client.send(requests.at(i % requests.size()));
            client.abort();
        }
        QCOMPARE(Client(port).ask(get("/slow?ms=1")).body, "slow\n"_ba);

        server.closeWriteChannel();
        QVERIFY(server.waitForFinished());
        QVERIFY2(server.exitCode() == 0, server.readAllStandardError().constData());
    }
};

QTEST_GUILESS_MAIN(TestHttpValgrind)
#include "tst_httpvalgrind.moc"
