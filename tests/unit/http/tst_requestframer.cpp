// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestframer.h"

#include <QtTest>

using namespace ceteris::http;
using namespace Qt::StringLiterals;

namespace {

constexpr RequestFramer::Limits limits { 256, 100 };

// All that a stream makes of the framer, as text: two runs are the same exactly when their texts are.
QByteArray outcome(const QList<QByteArray>& pieces)
{
    RequestFramer framer(limits);
    QByteArray text;
    for (const QByteArray& piece : pieces) {
        framer.feed(piece);
        for (; framer.state() == RequestFramer::State::Complete; framer.next()) {
            const RequestHead& head = framer.head();
            text += '[' + framer.bytes().toByteArray() + "] target=" + framer.target().toByteArray()
                + " fields=" + QByteArray::number(head.fields) + (head.keepAlive ? " keep" : " close")
                + (head.isHead ? " head" : "") + (head.http10 ? " 1.0" : "") + '\n';
        }
    }
    if (framer.state() == RequestFramer::State::Refused)
        text += QByteArray::number(framer.refusal().status);
    else
        text += framer.state() == RequestFramer::State::Empty ? "empty" : "partial";
    return text;
}

QByteArray get(const QByteArray& fields, const QByteArray& line = "GET / HTTP/1.1"_ba)
{
    return line + "\r\nHost: h\r\n" + fields + "\r\n";
}

QByteArray seen(const QByteArray& fields, const QByteArray& line = "GET / HTTP/1.1"_ba)
{
    return '[' + line + "\r\nhost: h\r\n" + fields + "\r\n";
}

}

class TestRequestFramer : public QObject
{
    Q_OBJECT

private slots:
    void streams_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArray>("expected");

        QTest::newRow("nothing") << ""_ba
                                 << "empty"_ba;
        QTest::newRow("plain") << get({}) << seen({}) + "] target=/ fields=1 keep\nempty";
        QTest::newRow("names in lower case")
            << get("Cookie: A=B\r\n") << seen("cookie: A=B\r\n") + "] target=/ fields=2 keep\nempty";
        QTest::newRow("bare line feeds") << "GET / HTTP/1.1\nHost: h\n\n"_ba
                                         << "[GET / HTTP/1.1\nhost: h\n\n] target=/ fields=1 keep\nempty"_ba;
        QTest::newRow("line ends before") << "\r\n\r\n\n" + get({}) << seen({}) + "] target=/ fields=1 keep\nempty";
        QTest::newRow("body") << get("Content-Length: 3\r\n", "POST /x?y=z HTTP/1.1") + "a\r\n"
                              << seen("content-length: 3\r\n", "POST /x?y=z HTTP/1.1")
                + "a\r\n] target=/x?y=z fields=2 keep\nempty";
        QTest::newRow("two and a half") << get({}) + get({}, "HEAD /b HTTP/1.1") + "GET /c"
                                        << seen({}) + "] target=/ fields=1 keep\n" + seen({}, "HEAD /b HTTP/1.1")
                + "] target=/b fields=1 keep head\npartial";
        QTest::newRow("close") << get("Connection: Close\r\n")
                               << seen("connection:      \r\n") + "] target=/ fields=2 close\nempty";
        QTest::newRow("upgrade is hidden")
            << get("Connection: keep-alive, Upgrade\r\n")
            << seen("connection:                    \r\n") + "] target=/ fields=2 keep\nempty";
        QTest::newRow("HTTP/1.0") << "GET / HTTP/1.0\r\n\r\n"_ba
                                  << "[GET / HTTP/1.0\r\n\r\n] target=/ fields=0 close 1.0\nempty"_ba;
        QTest::newRow("HTTP/1.0 keep-alive")
            << "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"_ba
            << "[GET / HTTP/1.0\r\nconnection:           \r\n\r\n] target=/ fields=1 keep 1.0\nempty"_ba;
        QTest::newRow("body is missing") << get("Content-Length: 3\r\n") + "ab"
                                         << "partial"_ba;
        QTest::newRow("body at the cap") << get("Content-Length: 100\r\n") + QByteArray(100, 'x')
                                         << seen("content-length: 100\r\n") + QByteArray(100, 'x')
                + "] target=/ fields=2 keep\nempty";
    }
    void streams()
    {
        QFETCH(QByteArray, stream);
        QTEST(outcome({ stream }), "expected");
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<int>("status");

        QTest::newRow("garbage") << "\x01\x02\x03\n"_ba << 400;
        QTest::newRow("TLS hello") << "\x16\x03\x01\x02"_ba << 400;
        QTest::newRow("space first") << " GET / HTTP/1.1\r\n"_ba << 400;
        QTest::newRow("no version") << "GET /\r\n"_ba << 400;
        QTest::newRow("no target") << "GET  HTTP/1.1\r\n"_ba << 400;
        QTest::newRow("space in target") << "GET /a b HTTP/1.1\r\n"_ba << 400;
        QTest::newRow("control in target") << "GET /\x01 HTTP/1.1\r\n"_ba << 400;
        QTest::newRow("lower-case protocol") << "GET / http/1.1\r\n"_ba << 400;
        QTest::newRow("long version") << "GET / HTTP/1.10\r\n"_ba << 400;
        QTest::newRow("HTTP/2 preface") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba << 505;
        QTest::newRow("HTTP/0.9 version") << "GET / HTTP/0.9\r\n\r\n"_ba << 505;
        QTest::newRow("no host") << "GET / HTTP/1.1\r\n\r\n"_ba << 400;
        QTest::newRow("two hosts") << get("Host: i\r\n") << 400;
        QTest::newRow("no colon") << get("Cookie\r\n") << 400;
        QTest::newRow("space before colon") << get("Cookie : a\r\n") << 400;
        QTest::newRow("no name") << get(": a\r\n") << 400;
        QTest::newRow("folded line") << get("A: b\r\n c\r\n") << 400;
        QTest::newRow("NUL in value") << get(QByteArray("A: b\0c\r\n", 8)) << 400;
        QTest::newRow("bare CR in value") << get("A: b\rc\r\n") << 400;
        QTest::newRow("length negative") << get("Content-Length: -5\r\n") << 400;
        QTest::newRow("length signed") << get("Content-Length: +5\r\n") << 400;
        QTest::newRow("length in hex") << get("Content-Length: 0x5\r\n") << 400;
        QTest::newRow("length empty") << get("Content-Length:\r\n") << 400;
        QTest::newRow("length twice") << get("Content-Length: 5\r\nContent-Length: 5\r\n") << 400;
        QTest::newRow("length list") << get("Content-Length: 5, 5\r\n") << 400;
        QTest::newRow("length over the cap") << get("Content-Length: 101\r\n") << 413;
        QTest::newRow("length huge") << get("Content-Length: 99999999999\r\n") << 413;
        QTest::newRow("length past 64 bits") << get("Content-Length: 99999999999999999999999999\r\n") << 413;
        QTest::newRow("chunked") << get("Transfer-Encoding: chunked\r\n") << 411;
        QTest::newRow("other coding") << get("Transfer-Encoding: gzip, chunked\r\n") << 501;
        QTest::newRow("other expectation") << get("Expect: miracles\r\n") << 417;
        QTest::newRow("long line") << "GET /" + QByteArray(300, 'a') << 431;
        QTest::newRow("many fields") << get(QByteArray("A: b\r\n").repeated(50)) << 431;
        QTest::newRow("second is bad") << get({}) + "\x01" << 400;
    }
    void refusals()
    {
        QFETCH(QByteArray, stream);
        QFETCH(int, status);
        QCOMPARE(outcome({ stream }).split('\n').last(), QByteArray::number(status));
    }

    void limitsAreExact()
    {
        const qsizetype rest = get("A: \r\n").size();
        const QByteArray fits = get("A: " + QByteArray(limits.headBytes - rest, 'x') + "\r\n");
        QCOMPARE(fits.size(), limits.headBytes);
        QVERIFY(outcome({ fits }).endsWith("\nempty"));
        QCOMPARE(outcome({ get("A: " + QByteArray(limits.headBytes - rest + 1, 'x') + "\r\n") }), "431"_ba);
    }

    void splitStreams_data() { streams_data(); }
    void splitStreams() { checkSplits(); }
    void splitRefusals_data() { refusals_data(); }
    void splitRefusals() { checkSplits(); }

    void continueIsAskedOnce()
    {
        RequestFramer framer(limits);
        framer.feed(get("Content-Length: 2\r\nExpect: 100-Continue\r\n", "POST / HTTP/1.1"));
        QVERIFY(framer.takeContinue());
        QVERIFY(!framer.takeContinue());
        framer.feed("ab");
        QCOMPARE(framer.state(), RequestFramer::State::Complete);
    }

    void continueIsNotAsked_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::newRow("body is there") << get("Content-Length: 2\r\nExpect: 100-continue\r\n") + "a";
        QTest::newRow("no body") << get("Expect: 100-continue\r\n");
        QTest::newRow("HTTP/1.0") << get("Content-Length: 2\r\nExpect: 100-continue\r\n", "POST / HTTP/1.0");
        QTest::newRow("head is not whole") << "POST / HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n"_ba;
    }
    void continueIsNotAsked()
    {
        QFETCH(QByteArray, stream);
        RequestFramer framer(limits);
        framer.feed(stream);
        QVERIFY(!framer.takeContinue());
    }

    void targets_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("root") << "/"_ba
                              << "/"_ba
                              << ""_ba;
        QTest::newRow("query") << "/set?q=a%20b"_ba
                               << "/set"_ba
                               << "q=a%20b"_ba;
        QTest::newRow("escapes") << "/a%2fb%20"_ba
                                 << "/a/b "_ba
                                 << ""_ba;
        QTest::newRow("absolute") << "http://h:80/me?x"_ba
                                  << "/me"_ba
                                  << "x"_ba;
        QTest::newRow("absolute without path") << "http://h"_ba
                                               << "/"_ba
                                               << ""_ba;
        QTest::newRow("asterisk") << "*"_ba
                                  << "*"_ba
                                  << ""_ba;
    }
    void targets()
    {
        QFETCH(QByteArray, target);
        const Target parts = splitTarget(target);
        QTEST(parts.path, "path");
        QTEST(parts.query, "query");
    }

private:
    // However a stream is cut in two, or in single bytes, it means the same.
    static void checkSplits()
    {
        QFETCH(QByteArray, stream);
        const QByteArray whole = outcome({ stream });
        for (qsizetype i = 0; i <= stream.size(); ++i)
            QCOMPARE(outcome({ stream.first(i), stream.sliced(i) }), whole);
        QList<QByteArray> bytes;
        for (const char byte : stream)
            bytes.append(QByteArray(1, byte));
        QCOMPARE(outcome(bytes), whole);
    }
};

QTEST_APPLESS_MAIN(TestRequestFramer)
#include "tst_requestframer.moc"
