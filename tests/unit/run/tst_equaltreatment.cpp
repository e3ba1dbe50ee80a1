// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/run/honesttrial.h"

#include <QtTest>

using namespace ceteris;
using namespace ceteris::runtest;
using namespace Qt::StringLiterals;
using results::Outcome;

Q_DECLARE_METATYPE(ceteris::results::Outcome)
Q_DECLARE_METATYPE(ceteris::run::Treatment)

class TestEqualTreatment : public QObject
{
    Q_OBJECT

private slots:
    void equalTreatment_data();
    void equalTreatment();

    void treatmentIsReadFromTheResult()
    {
        auto trial = openTrial();
        trial.load.health.heldUp = 5;
        trial.load.health.bytesSent = 800;
        trial.load.scheduleHash = 9;
        trial.refreshes().bytesReceived = 200'000;
        auto& write
            = trial.load.phases[std::size_t(load::Phase::Measure)].operations[plan::index(plan::Operation::Write)];
        write.counts.sent = 10;
        const auto treatment = run::treatmentOf({}, plan::LoadModel::Rate, trial.load);
        QCOMPARE(treatment.scheduleHash, std::uint64_t(9));
        QCOMPARE(treatment.offered, std::uint64_t(2015));
        QCOMPARE(treatment.formBytes, 80.0);
        QCOMPARE(treatment.pageBytes, 100.0);
    }
};

void TestEqualTreatment::equalTreatment_data()
{
    QTest::addColumn<run::Treatment>("arm");
    QTest::addColumn<QString>("check");
    QTest::addColumn<Outcome>("outcome");
    const auto open = plan::LoadModel::Rate;
    const auto closed = plan::LoadModel::Users;
    const auto row = [](const char* name, const run::Treatment& arm, const QString& check, Outcome outcome) {
        QTest::newRow(name) << arm << check << outcome;
    };
    row("same schedule", { {}, open, 7, 2000, 80, 500 }, u"equal_schedule"_s, Outcome::Ok);
    row("another schedule", { {}, open, 8, 2000, 80, 500 }, u"equal_schedule"_s, Outcome::Void);
    row("sent alike", { {}, open, 7, 2009, 80, 500 }, u"equal_sent"_s, Outcome::Ok);
    row("sent more", { {}, open, 7, 2011, 80, 500 }, u"equal_sent"_s, Outcome::Void);
    row("sent less", { {}, open, 7, 1989, 80, 500 }, u"equal_sent"_s, Outcome::Void);
    row("closed: the server sets the pace", { {}, closed, 7, 1000, 80, 500 }, {}, Outcome::Ok);
    row("forms alike", { {}, closed, 7, 2000, 80.3, 500 }, u"equal_bytes_sent"_s, Outcome::Ok);
    row("other forms", { {}, closed, 7, 2000, 81, 500 }, u"equal_bytes_sent"_s, Outcome::Void);
    row("no forms", { {}, open, 7, 2000, 0, 500 }, u"equal_bytes_sent"_s, Outcome::Void);
    row("pages alike", { {}, open, 7, 2000, 80, 502 }, u"equal_bytes_received"_s, Outcome::Ok);
    row("other pages", { {}, open, 7, 2000, 80, 510 }, u"equal_bytes_received"_s, Outcome::Mark);
}

void TestEqualTreatment::equalTreatment()
{
    QFETCH(run::Treatment, arm);
    QFETCH(QString, check);
    QFETCH(Outcome, outcome);
    const run::Treatment first { {}, arm.model, 7, 2000, 80, 500 };
    QVERIFY(run::judgeEqualTreatment({ first }).empty());
    const auto rows = run::judgeEqualTreatment({ first, first, arm });
    for (const auto& row : rows) {
        const bool isSpoilt = row.check == check && &row >= rows.data() + rows.size() / 2;
        QCOMPARE(row.outcome, isSpoilt ? outcome : Outcome::Ok);
    }
    QVERIFY(check.isEmpty() || find(rows, check));
    QCOMPARE(find(rows, u"equal_sent") != nullptr, arm.model == plan::LoadModel::Rate);
}

QTEST_GUILESS_MAIN(TestEqualTreatment)
#include "tst_equaltreatment.moc"
