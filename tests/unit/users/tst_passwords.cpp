// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/users/cores.h"
#include "server/users/passwords.h"

#include <QTest>

#include <sched.h>

#include <thread>

using namespace ceteris;

class TestPasswords : public QObject
{
    Q_OBJECT

private slots:
    void hashSaysItsSchemeAndCost();
    void sameInputAsElsewhereGivesTheSameHash();
    void verifies_data();
    void verifies();
    void saltsDiffer();
    void comparesWhole_data();
    void comparesWhole();
    void coresAreThoseOfTheAffinity();
};

void TestPasswords::hashSaysItsSchemeAndCost()
{
    const auto hash = users::hashPassword("secret", 5);
    QVERIFY2(hash.startsWith("$2b$05$"), hash.constData());
    QCOMPARE(hash.size(), 60);
}

void TestPasswords::sameInputAsElsewhereGivesTheSameHash()
{
    // From the test vectors of crypt_blowfish, which name the password "U*U".
    const QByteArray known = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";
    QVERIFY(users::verifyPassword("U*U", known));
}

void TestPasswords::verifies_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("tried");
    QTest::addColumn<bool>("right");
    const QByteArray seventyTwo(72, 'a');
    QTest::newRow("the same") << QByteArray("1") << QByteArray("1") << true;
    QTest::newRow("another") << QByteArray("1") << QByteArray("2") << false;
    QTest::newRow("empty") << QByteArray("1") << QByteArray() << false;
    QTest::newRow("UTF-8") << QByteArray("pässwörd") << QByteArray("pässwörd") << true;
    QTest::newRow("72 bytes") << seventyTwo << seventyTwo << true;
    QTest::newRow("a tail that bcrypt would ignore") << seventyTwo << seventyTwo + "b" << false;
    QTest::newRow("a NUL that C would end at") << QByteArray("1") << QByteArray("1\0x", 3) << false;
}

void TestPasswords::verifies()
{
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, tried);
    QFETCH(bool, right);
    QCOMPARE(users::verifyPassword(tried, users::hashPassword(password, 4)), right);
}

void TestPasswords::saltsDiffer()
{
    QVERIFY(users::hashPassword("1", 4) != users::hashPassword("1", 4));
}

void TestPasswords::comparesWhole_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<bool>("equal");
    QTest::newRow("equal") << QByteArray("abc") << QByteArray("abc") << true;
    QTest::newRow("first differs") << QByteArray("abc") << QByteArray("xbc") << false;
    QTest::newRow("last differs") << QByteArray("abc") << QByteArray("abx") << false;
    QTest::newRow("prefix") << QByteArray("abc") << QByteArray("ab") << false;
    QTest::newRow("both empty") << QByteArray() << QByteArray() << true;
}

void TestPasswords::comparesWhole()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QTEST(users::equalInConstantTime(left, right), "equal");
}

void TestPasswords::coresAreThoseOfTheAffinity()
{
    int cores = 0;
    std::thread([&cores] {
        const int here = sched_getcpu();
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(here, &one);
        if (sched_setaffinity(0, sizeof one, &one) == 0)
            cores = users::allowedCores();
    }).join();
    QCOMPARE(cores, 1);
}

QTEST_APPLESS_MAIN(TestPasswords)
#include "tst_passwords.moc"
