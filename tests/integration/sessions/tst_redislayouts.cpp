// SPDX-License-Identifier: GPL-3.0-or-later
// The store contract over every layout of sessions in Redis, and every way to write them.
#include "tests/integration/sessions/redislayouts.h"
#include "tests/support/storecontract.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ceteris::sessions;
using namespace ceteris::testsupport;

class TestRedisLayouts : public StoreContract
{
    Q_OBJECT

protected:
    std::unique_ptr<SessionStore> makeStore() override
    {
        QFETCH_GLOBAL(Layout, layout);
        QFETCH_GLOBAL(SaveMode, save);
        QFETCH_GLOBAL(WriteMode, writes);
        QFETCH_GLOBAL(ValueForm, values);
        RedisStoreOptions options { m_redis.address(), u"spring:session"_s, absoluteTimeoutS, {}, save, writes };
        options.timing.deadline = std::chrono::seconds(20); // 20 000 commands at once are not what it is for
        options.codec.form = values;
        return ceteris::testsupport::makeStore(layout, options);
    }

    Promises promises() const override
    {
        QFETCH_GLOBAL(Layout, layout);
        QFETCH_GLOBAL(SaveMode, save);
        const bool connect = layout == Layout::Connect;
        return { layout == Layout::Spring || save == SaveMode::Atomic, !connect, !connect };
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<Layout>("layout");
        QTest::addColumn<SaveMode>("save");
        QTest::addColumn<WriteMode>("writes");
        QTest::addColumn<ValueForm>("values");
        using enum WriteMode;
        QTest::newRow("spring, JDK") << Layout::Spring << SaveMode::Spring << Delta << ValueForm::Jdk;
        QTest::newRow("spring, always") << Layout::Spring << SaveMode::Atomic << Always << ValueForm::Json;
        QTest::newRow("spring, immediate") << Layout::Spring << SaveMode::Spring << Immediate << ValueForm::Json;
        QTest::newRow("indexed") << Layout::Indexed << SaveMode::Spring << Delta << ValueForm::Json;
        QTest::newRow("indexed, atomic, JDK") << Layout::Indexed << SaveMode::Atomic << Delta << ValueForm::Jdk;
        QTest::newRow("indexed, immediate") << Layout::Indexed << SaveMode::Atomic << Immediate << ValueForm::Json;
        QTest::newRow("connect") << Layout::Connect << SaveMode::Spring << Delta << ValueForm::Json;
        QTest::newRow("connect, atomic") << Layout::Connect << SaveMode::Atomic << Always << ValueForm::Json;
    }

    void initTestCase()
    {
        if (!RedisFixture::isInstalled())
            QSKIP(RedisFixture::missing);
        QVERIFY(m_redis.start());
    }

private:
    RedisFixture m_redis;
};

QTEST_GUILESS_MAIN(TestRedisLayouts)
#include "tst_redislayouts.moc"
