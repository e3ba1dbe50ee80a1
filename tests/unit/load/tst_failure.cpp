// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/failure.h"

#include <QTest>

#include <curl/curl.h>

#include <cerrno>

using namespace ceteris::load;

class FailureTest : public QObject
{
    Q_OBJECT

private slots:
    void classes_data();
    void classes();
    void aGoodAnswerIsNoFailure();
    void everyClassHasAName();
};

void FailureTest::classes_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("systemError");
    QTest::addColumn<Failure>("expected");

    QTest::newRow("refused") << int(CURLE_COULDNT_CONNECT) << ECONNREFUSED << Failure::Connect;
    QTest::newRow("unknown reason") << int(CURLE_COULDNT_CONNECT) << 0 << Failure::Connect;
    QTest::newRow("no port left") << int(CURLE_COULDNT_CONNECT) << EADDRNOTAVAIL << Failure::LocalResource;
    QTest::newRow("no descriptor") << int(CURLE_COULDNT_CONNECT) << EMFILE << Failure::LocalResource;
    QTest::newRow("no descriptor in the system") << int(CURLE_COULDNT_CONNECT) << ENFILE << Failure::LocalResource;
    QTest::newRow("no memory") << int(CURLE_COULDNT_CONNECT) << ENOMEM << Failure::LocalResource;
    QTest::newRow("no memory in libcurl") << int(CURLE_OUT_OF_MEMORY) << 0 << Failure::LocalResource;
    QTest::newRow("closed without an answer") << int(CURLE_GOT_NOTHING) << 0 << Failure::Connect;
    QTest::newRow("reset while reading") << int(CURLE_RECV_ERROR) << ECONNRESET << Failure::Connect;
    QTest::newRow("reset while sending") << int(CURLE_SEND_ERROR) << EPIPE << Failure::Connect;
    QTest::newRow("closed in the middle") << int(CURLE_PARTIAL_FILE) << 0 << Failure::Connect;
    QTest::newRow("unknown host") << int(CURLE_COULDNT_RESOLVE_HOST) << 0 << Failure::Connect;
    QTest::newRow("late") << int(CURLE_OPERATION_TIMEDOUT) << 0 << Failure::Timeout;
    QTest::newRow("no HTTP") << int(CURLE_UNSUPPORTED_PROTOCOL) << 0 << Failure::Status;
    QTest::newRow("broken HTTP") << int(CURLE_WEIRD_SERVER_REPLY) << 0 << Failure::Status;
}

void FailureTest::classes()
{
    QFETCH(int, code);
    QFETCH(int, systemError);
    QFETCH(Failure, expected);
    QCOMPARE(failureOf(code, systemError), std::optional(expected));
}

void FailureTest::aGoodAnswerIsNoFailure()
{
    QCOMPARE(failureOf(CURLE_OK, EMFILE), std::optional<Failure>());
}

void FailureTest::everyClassHasAName()
{
    QCOMPARE(failureNames[std::size_t(Failure::LocalResource)], std::string_view("local_resource"));
    QCOMPARE(failureNames[std::size_t(Failure::SessionLost)], std::string_view("session_lost"));
    QCOMPARE(std::size_t(Failure::SessionLost) + 1, failureCount);
}

QTEST_APPLESS_MAIN(FailureTest)
#include "tst_failure.moc"
