// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/responsewriter.h"

#include <QDateTime>
#include <QLocale>
#include <QtTest>

using namespace ceteris::http;
using namespace Qt::StringLiterals;

class TestResponse : public QObject
{
    Q_OBJECT

    static QByteArray composed(const Response& response, const RequestHead& request = {}, bool keepAlive = true)
    {
        ResponseWriter writer;
        return writer.compose(response, request, keepAlive).toByteArray();
    }

    static QByteArray withoutDate(const QByteArray& bytes)
    {
        const qsizetype begin = bytes.indexOf("Date: ");
        return begin < 0 ? bytes : QByteArray(bytes).remove(begin, bytes.indexOf("\r\n", begin) + 2 - begin);
    }

private slots:
    void shapes_data()
    {
        QTest::addColumn<Response>("response");
        QTest::addColumn<RequestHead>("request");
        QTest::addColumn<bool>("keepAlive");
        QTest::addColumn<QByteArray>("bytes");
        const Response page { 200, "text/html"_ba, "hello"_ba, { { "X-A"_ba, "b"_ba } } };
        const QByteArray pageHead = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n"_ba;
        RequestHead head;
        head.isHead = true;
        RequestHead old;
        old.http10 = true;
        QTest::newRow("page") << page << RequestHead {} << true << pageHead + "X-A: b\r\n\r\nhello";
        QTest::newRow("close") << page << RequestHead {} << false
                               << pageHead + "Connection: close\r\nX-A: b\r\n\r\nhello";
        QTest::newRow("HEAD") << page << head << true << pageHead + "X-A: b\r\n\r\n";
        QTest::newRow("HTTP/1.0") << page << old << true << pageHead + "Connection: keep-alive\r\nX-A: b\r\n\r\nhello";
        QTest::newRow("no body") << Response { 302, {}, {}, { { "Location"_ba, "/"_ba } } } << RequestHead {} << true
                                 << "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /\r\n\r\n"_ba;
        QTest::newRow("204") << Response { 204, {}, {}, {} } << RequestHead {} << true
                             << "HTTP/1.1 204 No Content\r\n\r\n"_ba;
        QTest::newRow("value with lines")
            << Response { 302, {}, {}, { { "Location"_ba, "/\r\nSet-Cookie: a=b"_ba } } } << RequestHead {} << true
            << "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /  Set-Cookie: a=b\r\n\r\n"_ba;
        QTest::newRow("unusual status") << Response { 418, {}, {}, {} } << RequestHead {} << true
                                        << "HTTP/1.1 418 Unnamed\r\nContent-Length: 0\r\n\r\n"_ba;
    }
    void shapes()
    {
        QFETCH(Response, response);
        QFETCH(RequestHead, request);
        QFETCH(bool, keepAlive);
        QTEST(withoutDate(composed(response, request, keepAlive)), "bytes");
    }

    void dateIsNow()
    {
        const QByteArray bytes = composed({ 200, {}, {}, {} });
        const qsizetype begin = bytes.indexOf("Date: ") + 6;
        const QString text = QString::fromLatin1(bytes.mid(begin, bytes.indexOf("\r\n", begin) - begin));
        QDateTime date = QLocale::c().toDateTime(text, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        date.setTimeSpec(Qt::UTC);
        QVERIFY2(date.isValid(), qPrintable(text));
        QVERIFY(qAbs(date.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }

    void headersAreFoundByName()
    {
        const Request request { Method::Get, "/"_ba, {}, { { "a"_ba, "1"_ba }, { "b"_ba, "2"_ba }, { "b"_ba, "3"_ba } },
            {} };
        QCOMPARE(request.header("b"), "2"_ba);
        QVERIFY(request.header("c").isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestResponse)
#include "tst_response.moc"
