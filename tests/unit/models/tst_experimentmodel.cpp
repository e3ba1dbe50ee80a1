// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/annotations.h"
#include "app/models/compare.h"
#include "app/models/experimenttables.h"
#include "app/models/experimentwords.h"
#include "app/models/trialdata.h"
#include "app/results/files.h"
#include "app/results/report/reportdata.h"
#include "tests/support/resultsmaker.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::models;

class TestExperimentModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void verdictIsThatOfTheFile();
    void olderFoldersHaveTypicalTrialsToo();
    void theReportDrawsOnlyWhatCounts();
    void interruptedHasNoVerdict();
    void voidBlockIsLeftOut();
    void annotationsDisturbNothing();
    void timelineIsThatOfOneTrial();
    void secondsComeFromTheStream();
    void distributionAddsHistograms();
    void unreadableSaysWhy();
    void tablesShowTheFiguresOfTheFiles();
    void armsOfOneExperimentHaveIntervals();
    void swappedSidesTurnTheIntervalRound();
    void experimentsHavePointsOnly();
    void differencesTellTheFactorFromTheRest();

private:
    QTemporaryDir m_dir;
    QString m_plain, m_disturbed; // made once: every commit of a trial waits for the disk

    Experiment read(const QString& folder)
    {
        auto experiment = readExperiment(folder);
        if (!experiment)
            qFatal("%s", qPrintable(describe(experiment.error())));
        return *std::move(experiment);
    }
    ExperimentPtr shared(const QString& folder) { return std::make_shared<const Experiment>(read(folder)); }
    static const results::Comparison& registered(const Experiment& experiment)
    {
        return experiment.verdict.comparisons.front();
    }
};

void TestExperimentModel::initTestCase()
{
    m_plain = tests::makeResults(m_dir.path(), { .seconds = 5 });
    m_disturbed = tests::makeResults(m_dir.path(), { .name = u"disturbed"_s, .voidBlock = 2 });
}

void TestExperimentModel::verdictIsThatOfTheFile()
{
    const auto bytes = results::readWhole(m_plain + u"/verdict.json"_s);
    const auto file = QJsonDocument::fromJson(*bytes).object()[u"primary"_s].toArray()[0].toObject();
    const auto experiment = read(m_plain);
    QCOMPARE(experiment.standing(), Standing::Confirmed);
    QCOMPARE(registered(experiment).paired.ratio, file[u"ratio"_s].toDouble());
    QCOMPARE(registered(experiment).paired.interval->low, file[u"interval"_s].toArray()[0].toDouble());
    QCOMPARE(registered(experiment).sentence, file[u"sentence"_s].toString());
    QCOMPARE(verdictText(registered(experiment).decision.verdict), file[u"verdict"_s].toString());
    QVERIFY(registered(experiment).primary);
    QCOMPARE(experiment.preflight.size(), std::size_t(1));
    QCOMPARE(experiment.trials.size(), std::size_t(12));
    QVERIFY(headlineOf(experiment.verdict).startsWith(u"p99 +31 % [+"_s));
}

void TestExperimentModel::olderFoldersHaveTypicalTrialsToo()
{
    const auto folder = tests::makeResults(m_dir.path(), { .name = u"old"_s });
    const auto typical = registered(read(folder)).armTypical;
    QVERIFY(typical);
    auto bytes = *results::readWhole(folder + u"/verdict.json"_s);
    bytes.replace("_typical\"", "_something\""); // as if it was written before they were in it
    QFile file(folder + u"/verdict.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    QCOMPARE(registered(read(folder)).armTypical, typical);
}

void TestExperimentModel::theReportDrawsOnlyWhatCounts()
{
    const auto data = results::readReportData(m_disturbed); // seven blocks, one of them void
    QVERIFY(data && !data->distributions.empty() && !data->overTime.empty());
    for (const auto& it : data->distributions)
        QCOMPARE(it.trials.size(), std::size_t(6));
}

void TestExperimentModel::interruptedHasNoVerdict()
{
    const auto experiment = read(tests::makeResults(m_dir.path(), { .name = u"cut"_s, .complete = false }));
    QCOMPARE(experiment.standing(), Standing::Interrupted);
    QCOMPARE(experiment.trials.size(), std::size_t(6));
    QCOMPARE(experiment.plannedTrials, 12);
    QCOMPARE(registered(experiment).decision.verdict, stats::Verdict::NotComparable);
    const auto table = comparisonTable(experiment, false);
    QCOMPARE(table.rows.front().cells.back().text, u"preliminary"_s);
}

void TestExperimentModel::voidBlockIsLeftOut()
{
    const auto experiment = read(m_disturbed);
    QVERIFY(experiment.isVoidBlock(2));
    QVERIFY(!experiment.isVoidBlock(1));
    QCOMPARE(experiment.verdict.blocksValid, 6);
    QCOMPARE(experiment.verdict.blocksVoid, 1);
    QVERIFY(registered(experiment).withVoided);
    QCOMPARE(registered(experiment).withVoided->paired.blocks, 7);
    const auto values = valuesOf(experiment, registeredMeasure(experiment.results.plan));
    QCOMPARE(values.size(), std::size_t(14));
    QCOMPARE(std::ranges::count(values, false, &TrialValue::counts), 2);
    QCOMPARE(checkTable(experiment, true).rows.size(), 1);
    QCOMPARE(checkTable(experiment, false).rows.size(), 14);
}

void TestExperimentModel::annotationsDisturbNothing()
{
    const auto folder = tests::makeResults(m_dir.path(), { .name = u"noted"_s, .blocks = 2, .complete = false });
    const Annotations annotations { true, { u"demo"_s, u"처음"_s }, u"a \"note\""_s };
    QVERIFY(writeAnnotations(folder, annotations));
    QCOMPARE(readAnnotations(folder), annotations);
    QCOMPARE(tagsOf(u" demo, first  try ,demo,"_s), (QStringList { u"demo"_s, u"first try"_s }));
    // Neither resuming nor the hashes of a finished folder know of it.
    auto resumed = results::ResultsFolder::resume(folder);
    QVERIFY(resumed);
    QVERIFY((*resumed)->manifest({ { u"complete"_s, true } }));
    QCOMPARE(readAnnotations(folder), annotations);
    const auto files = read(folder).results.manifest[u"files"_s].toObject();
    QVERIFY(files.contains(u"trials.csv"_s));
    QVERIFY(!files.contains(u"annotations.json"_s));
}

void TestExperimentModel::timelineIsThatOfOneTrial()
{
    const auto experiment = read(m_plain);
    const auto timeline = readTimeline(experiment.path(), 3);
    const auto& p99 = timeline.series.at(u"response_p99.refresh"_s);
    QCOMPARE(p99.size(), 5);
    QCOMPARE(p99.front().x(), 3.0);
    QCOMPARE(timeline.phases.size(), std::size_t(2));
    QCOMPARE(timeline.measureStart(), 2.0);
    QCOMPARE(timeline.phases.back().to, 7.0);
    QVERIFY(readTimeline(experiment.path(), 99).series.empty());
}

void TestExperimentModel::secondsComeFromTheStream()
{
    const auto experiment = read(m_plain);
    const auto seconds = readSeconds(experiment.path(), { 1, 12 }, u"refresh"_s);
    QCOMPARE(seconds.size(), std::size_t(10)); // not those of trials 2 and 11
    QCOMPARE(seconds.front().beginS, 2.0);
    double count = 0;
    for (const auto& cell : seconds.front().cells)
        count += cell.count;
    QCOMPARE(count, 100.0);
    const auto map = readLatencyMap(experiment, u"busy"_s, u"refresh"_s, 0);
    QCOMPARE(map.trials, 4);
    QCOMPARE(map.ofTrials, 6);
    QCOMPARE(map.seconds.front().beginS, 0.0);
}

void TestExperimentModel::distributionAddsHistograms()
{
    const auto experiment = read(m_disturbed);
    const auto all = readDistribution(experiment, u"busy"_s, u"refresh"_s);
    QCOMPARE(all.trials.size(), std::size_t(14));
    QCOMPARE(all.arms.at(0).count, std::uint64_t(6'000));
    QCOMPARE(all.armsWithVoided.at(0).count, std::uint64_t(7'000));
    // 10 of 6 000 requests must lie beyond the last point.
    const auto last = all.arms.at(0).points.back();
    QVERIFY(6'000 * (1 - last.x()) >= 10 - 1e-6);
    QVERIFY(last.x() > 0.995);
}

void TestExperimentModel::unreadableSaysWhy()
{
    const auto folder = tests::makeResults(m_dir.path(), { .name = u"broken"_s, .blocks = 1 });
    QFile plan(folder + u"/plan.ceteris.toml"_s);
    QVERIFY(plan.open(QIODevice::WriteOnly));
    plan.write("format = 1\nname = 7\n");
    plan.close();
    const auto experiment = readExperiment(folder);
    QVERIFY(!experiment);
    QVERIFY2(describe(experiment.error()).contains(u"plan.ceteris.toml"_s), qPrintable(describe(experiment.error())));
}

void TestExperimentModel::tablesShowTheFiguresOfTheFiles()
{
    const auto experiment = read(m_plain);
    const auto trials = trialTable(experiment);
    const auto& row = experiment.results.trials[1]; // refresh of trial 1
    QCOMPARE(row.operation, u"refresh"_s);
    QCOMPARE(trials.rows[0].cells[7].sort.toDouble(), *row.response.p99);
    QCOMPARE(trials.rows[0].cells[8].sort.toDouble(), row.requestsPerS);
    const auto comparisons = comparisonTable(experiment, false);
    QCOMPARE(comparisons.rows[0].cells[2].sort.toDouble(), registered(experiment).paired.ratio);
    QVERIFY(comparisons.rows[0].cells[2].text.startsWith(u"+31 % ["_s));
}

void TestExperimentModel::armsOfOneExperimentHaveIntervals()
{
    const auto experiment = shared(m_plain);
    const auto metrics = metricsOf({ { experiment, 0 }, { experiment, 1 } });
    const auto& effect = metrics.front().effects[1];
    QVERIFY(effect);
    QCOMPARE(effect->ratio, registered(*experiment).paired.ratio);
    QCOMPARE(effect->interval, registered(*experiment).paired.interval);
    // The typical trials stand in the same ratio.
    QVERIFY(std::abs(*metrics.front().typical[1] / *metrics.front().typical[0] - effect->ratio) < 1e-9);
    QCOMPARE(practicalText(metrics.front(), *effect), u"↑ worse"_s);
}

void TestExperimentModel::swappedSidesTurnTheIntervalRound()
{
    const auto experiment = shared(m_plain);
    const auto metrics = metricsOf({ { experiment, 1 }, { experiment, 0 } });
    const auto& effect = *metrics.front().effects[1];
    const auto& paired = registered(*experiment).paired;
    QCOMPARE(effect.ratio, 1 / paired.ratio);
    QCOMPARE(effect.interval->low, 1 / paired.interval->high);
    QVERIFY(effect.interval->low < effect.interval->high);
    QCOMPARE(practicalText(metrics.front(), effect), u"↓ better"_s);
}

void TestExperimentModel::experimentsHavePointsOnly()
{
    const QList<Side> sides { { shared(m_plain), 1 },
        { shared(tests::makeResults(m_dir.path(), { .slower = 2.6 })), 1 } };
    const auto metrics = metricsOf(sides);
    const auto& effect = *metrics.front().effects[1];
    QVERIFY(effect.ratio > 1.9 && effect.ratio < 2.1);
    QVERIFY(!effect.interval);
    QVERIFY(!effect.why.isEmpty());
    QCOMPARE(practicalText(metrics.front(), effect), u"no interval"_s);
}

void TestExperimentModel::differencesTellTheFactorFromTheRest()
{
    const auto one = shared(m_plain);
    const auto arms = differencesOf({ { one, 0 }, { one, 1 } });
    QCOMPARE(arms.size(), std::size_t(1));
    QCOMPARE(arms[0].key, u"store"_s);
    QVERIFY(arms[0].isFactor && !arms[0].spoils);

    auto changed = *one; // the same but for the length of its window and its machine
    changed.results.path = u"/elsewhere"_s;
    changed.results.plan.phases.measureS = 30;
    changed.results.plan.seed = 99;
    changed.results.manifest[u"host"_s] = QJsonObject { { u"cpu"_s, u"made"_s }, { u"cores"_s, 8 } };
    const auto runs = differencesOf({ { one, 0 }, { std::make_shared<const Experiment>(changed), 0 } });
    QStringList spoiling;
    for (const auto& it : runs)
        if (it.spoils)
            spoiling += it.area + u' ' + it.key;
    QCOMPARE(spoiling, (QStringList { u"host cores"_s, u"plan phases.measure_s"_s }));
    QVERIFY(std::ranges::any_of(runs, [](const SideDifference& it) { return it.key == u"seed" && !it.spoils; }));
}

QTEST_GUILESS_MAIN(TestExperimentModel)
#include "tst_experimentmodel.moc"
