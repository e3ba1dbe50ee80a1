// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/users/passwords.h"
#include "server/users/userrepository.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace ceteris;
using namespace Qt::StringLiterals;

class TestUsers : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void makesEveryUser();
    void progressComesInHundreds();
    void secondTimeIsTheCache();
    void keysOfTheCacheDiffer_data();
    void keysOfTheCacheDiffer();
    void brokenFilesAreMadeAgain_data();
    void brokenFilesAreMadeAgain();
    void leftoversOfAKilledProcessDoNotMatter();
    void twoAtOnceMakeItOnce();
    void unwritableFolderIsASentence();
    void missingDatabaseIsASentence();
    void unknownNamesAreNotFound();
    void signUpsStayInTheirRun();
    void aNameIsTakenOnce();
    void aNameIsTakenOnceByThreads();
    void connectionsEndWithTheirThreads();
    void theCopyGoesWithTheRepository();

private:
    contract::AccountsConfig accounts(int count, int cost = 4) const;
    QString prepare(const contract::AccountsConfig& accounts, int* calls = nullptr) const;
    std::unique_ptr<users::UserRepository> repository(int count = 3) const;
    static void remove(const QString& database, const QString& user);

    std::unique_ptr<QTemporaryDir> m_cache;
};

void TestUsers::init()
{
    m_cache = std::make_unique<QTemporaryDir>();
}

contract::AccountsConfig TestUsers::accounts(int count, int cost) const
{
    return { m_cache->path(), count, u"bcrypt"_s, cost };
}

QString TestUsers::prepare(const contract::AccountsConfig& accounts, int* calls) const
{
    const auto path = users::prepareUsers(accounts, [calls](int, int) {
        if (calls)
            ++*calls;
    });
    return path.value_or(QString());
}

std::unique_ptr<users::UserRepository> TestUsers::repository(int count) const
{
    auto opened = users::UserRepository::open(prepare(accounts(count)));
    return opened ? std::move(*opened) : nullptr;
}

void TestUsers::remove(const QString& database, const QString& user)
{
    {
        auto sqlite = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"remove"_s);
        sqlite.setDatabaseName(database);
        QVERIFY(sqlite.open());
        QSqlQuery query(u"DELETE FROM users WHERE name = '%1'"_s.arg(user), sqlite);
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(u"remove"_s);
}

void TestUsers::makesEveryUser()
{
    const auto users = repository(250);
    QVERIFY(users);
    for (const int i : { 1, 100, 101, 250 }) {
        const auto user = *users->find("user" + QByteArray::number(i));
        QVERIFY(user.has_value());
        QCOMPARE(user->name, "user" + QByteArray::number(i));
        QVERIFY(users::verifyPassword(QByteArray::number(i), user->passwordHash));
    }
    QVERIFY(!users->find("user0")->has_value());
    QVERIFY(!users->find("user251")->has_value());
}

void TestUsers::progressComesInHundreds()
{
    QList<int> seen;
    const auto path = users::prepareUsers(accounts(250), [&seen](int done, int total) {
        QCOMPARE(total, 250);
        seen << done;
    });
    QVERIFY(path);
    QCOMPARE(seen, QList<int>({ 100, 200, 250 }));
}

void TestUsers::secondTimeIsTheCache()
{
    int calls = 0;
    const auto first = prepare(accounts(20), &calls);
    const auto second = prepare(accounts(20), &calls);
    QCOMPARE(second, first);
    QCOMPARE(calls, 1);
}

void TestUsers::keysOfTheCacheDiffer_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("cost");
    QTest::newRow("more users") << 21 << 4;
    QTest::newRow("fewer users") << 19 << 4;
    QTest::newRow("another cost") << 20 << 5;
}

void TestUsers::keysOfTheCacheDiffer()
{
    QFETCH(int, count);
    QFETCH(int, cost);
    const auto first = prepare(accounts(20));
    int calls = 0;
    const auto second = prepare(accounts(count, cost), &calls);
    QVERIFY(second != first);
    QCOMPARE(calls, 1);
}

void TestUsers::brokenFilesAreMadeAgain_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("garbage") << QByteArray(8192, 'x');
    QTest::newRow("cut") << QByteArray("cut");
    QTest::newRow("fewer users") << QByteArray("fewer");
    QTest::newRow("one user gone") << QByteArray("hole");
    QTest::newRow("a page overwritten") << QByteArray("page");
}

void TestUsers::brokenFilesAreMadeAgain()
{
    QFETCH(QByteArray, content);
    const auto path = prepare(accounts(120));
    if (content == "cut") {
        QVERIFY(QFile::resize(path, QFile(path).size() / 2));
    } else if (content == "hole") {
        remove(path, u"user60"_s);
    } else if (content == "page") {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(2 * 4096));
        QCOMPARE(file.write(QByteArray(4096, '\0')), 4096);
    } else if (content == "fewer") {
        const auto smaller = prepare(accounts(20));
        QVERIFY(QFile::remove(path) && QFile::copy(smaller, path));
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    int calls = 0;
    QCOMPARE(prepare(accounts(120), &calls), path);
    QCOMPARE(calls, 2);
    const auto users = users::UserRepository::open(path);
    QVERIFY(users && (*users)->find("user120")->has_value());
}

void TestUsers::leftoversOfAKilledProcessDoNotMatter()
{
    const auto path = m_cache->filePath(u"bcrypt-4-20.sqlite"_s);
    for (const auto& leftover : { u".part"_s, u".lock"_s }) {
        QFile file(path + leftover);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("half");
    }
    QCOMPARE(prepare(accounts(20)), path);
    QVERIFY(!QFile::exists(path + u".part"_s));
}

void TestUsers::twoAtOnceMakeItOnce()
{
    std::atomic<int> calls = 0;
    std::atomic<int> made = 0;
    const auto both = [&] { made += users::prepareUsers(accounts(100), [&](int, int) { ++calls; }).has_value(); };
    std::thread first(both);
    std::thread second(both);
    first.join();
    second.join();
    QCOMPARE(made.load(), 2);
    QCOMPARE(calls.load(), 1);
}

void TestUsers::unwritableFolderIsASentence()
{
    const auto made = users::prepareUsers({ u"/proc/ceteris"_s, 1, u"bcrypt"_s, 4 }, [](int, int) {});
    QVERIFY(!made);
    QCOMPARE(made.error().code, contract::ExitCode::NoUsers);
    QVERIFY2(made.error().sentence.contains(u"/proc/ceteris"_s), qPrintable(made.error().sentence));
}

void TestUsers::missingDatabaseIsASentence()
{
    const auto opened = users::UserRepository::open(m_cache->filePath(u"none.sqlite"_s));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, contract::ExitCode::NoUsers);
    QVERIFY2(opened.error().sentence.contains(u"none.sqlite"_s), qPrintable(opened.error().sentence));
}

void TestUsers::unknownNamesAreNotFound()
{
    const auto users = repository();
    for (const QByteArray& name : { QByteArray(), QByteArray("USER1"), QByteArray("user1' OR '1'='1"),
             QByteArray("user1\0", 6), QByteArray("user1\xff") }) {
        const auto found = users->find(name);
        QVERIFY(found.has_value());
        QVERIFY2(!found->has_value(), name.constData());
    }
}

void TestUsers::signUpsStayInTheirRun()
{
    const auto first = repository();
    QCOMPARE(first->add("anna", "hash"), users::AddResult::Added);
    QCOMPARE((*first->find("anna"))->passwordHash, "hash");
    QVERIFY(!repository()->find("anna")->has_value());
}

void TestUsers::aNameIsTakenOnce()
{
    const auto users = repository();
    QCOMPARE(users->add("anna", "hash"), users::AddResult::Added);
    QCOMPARE(users->add("anna", "other"), users::AddResult::NameTaken);
    QCOMPARE(users->add("user1", "other"), users::AddResult::NameTaken);
    QCOMPARE((*users->find("anna"))->passwordHash, "hash");
}

void TestUsers::aNameIsTakenOnceByThreads()
{
    const auto users = repository();
    std::atomic<int> added = 0;
    std::atomic<int> taken = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 50; ++n) {
                const auto result = users->add("n" + QByteArray::number(n), "hash");
                added += result == users::AddResult::Added;
                taken += result == users::AddResult::NameTaken;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(added.load(), 50);
    QCOMPARE(taken.load(), 150);
}

void TestUsers::connectionsEndWithTheirThreads()
{
    const auto users = repository();
    const auto before = QSqlDatabase::connectionNames().size();
    qsizetype during = 0;
    std::thread([&] {
        users->find("user1");
        users->find("user2");
        during = QSqlDatabase::connectionNames().size();
    }).join();
    QCOMPARE(during, before + 1);
    QCOMPARE(QSqlDatabase::connectionNames().size(), before);
}

void TestUsers::theCopyGoesWithTheRepository()
{
    QTemporaryDir temp;
    const auto usual = qgetenv("TMPDIR");
    qputenv("TMPDIR", QFile::encodeName(temp.path()));
    auto users = repository();
    QCOMPARE(QDir(temp.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    users.reset();
    QVERIFY(QDir(temp.path()).isEmpty());
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
    usual.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", usual);
}

QTEST_GUILESS_MAIN(TestUsers)
#include "tst_users.moc"
