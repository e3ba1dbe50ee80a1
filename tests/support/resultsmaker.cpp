// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/resultsmaker.h"

#include "app/plan/read.h"
#include "app/results/comparison.h"
#include "app/results/resultsfolder.h"
#include "app/results/stream.h"
#include "server/metrics/histogramcodec.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ceteris::tests {
namespace {

using namespace results;

constexpr int requests = 10'000;

plan::Plan planOf(const MadeExperiment& made)
{
    plan::Plan plan;
    plan.name = made.name;
    plan.question = u"Is redis slower?"_s;
    plan.blocks = made.blocks;
    plan.server.csrf = false;
    plan.arms.resize(2);
    plan.arms[0].name = u"memory"_s;
    plan.arms[1].name = u"redis"_s;
    plan.arms[1].store = plan::StoreKind::Redis;
    plan.levels.push_back({ u"busy"_s, 100, 0, 0.5, 3.0 });
    return plan;
}

class Maker
{
public:
    Maker(ResultsFolder& folder, const MadeExperiment& made)
        : m_folder(folder)
        , m_made(made)
    {
    }

    bool run(int blocks)
    {
        bool done = bool(m_folder.live(toJson({ 0, u"2026-01-31T12:00:00.000Z"_s,
            Preflight { { { u"Other programs"_s, u"0.5 %"_s, u"5 %"_s, Readiness::Ok, u"They take CPU."_s, {} } },
                u"1 of 1 probes could be read"_s } })));
        for (int block = 1; block <= blocks && done; ++block)
            for (int arm = 0; arm < 2 && done; ++arm)
                done = runTrial(block, block % 2 == arm ? 1 : 0, arm + 1);
        return done;
    }

private:
    bool runTrial(int block, int arm, int position)
    {
        ++m_trial;
        m_name = arm == 0 ? u"memory"_s : u"redis"_s;
        const double level = (1'000 + 40 * block) * (arm == 0 ? 1.0 : m_made.slower + 0.01 * (block % 3));
        const bool isVoid = block == m_made.voidBlock && arm == 1;
        bool done = event(0, u"trial_started"_s, {}) && event(0.5, u"phase"_s, u"warmup"_s)
            && event(2, u"phase"_s, u"measure"_s);
        metrics::Histogram second;
        for (int i = 1; i <= 100; ++i)
            second.record(static_cast<std::int64_t>(level * i / 50));
        const auto encoded = metrics::encode(second);
        for (int at = 1; at <= m_made.seconds && done; ++at)
            done = tick(2 + at, level, encoded);
        return done && event(2 + m_made.seconds, u"trial_finished"_s, isVoid ? u"void"_s : u"ok"_s)
            && commit(block, position, level, isVoid);
    }

    bool event(double atS, const QString& kind, const QString& text)
    {
        const double at = 100.0 * m_trial + atS;
        return bool(m_folder.event({ at, u"2026-01-31T12:%1:00.000Z"_s.arg(m_trial % 60, 2, 10, QChar(u'0')), m_trial,
            u"run"_s, kind, text }));
    }

    bool tick(double atS, double level, const QByteArray& encoded)
    {
        std::vector<SeriesRow> rows { { m_trial, m_name, atS, u"requests_per_s.refresh"_s, 33, u"per_s"_s },
            { m_trial, m_name, atS, u"planned_per_s.refresh"_s, 34, u"per_s"_s },
            { m_trial, m_name, atS, u"failures_per_s.refresh"_s, 0, u"per_s"_s },
            { m_trial, m_name, atS, u"response_p50.refresh"_s, level, u"us"_s },
            { m_trial, m_name, atS, u"response_p95.refresh"_s, 2 * level, u"us"_s },
            { m_trial, m_name, atS, u"response_p99.refresh"_s, 3 * level, u"us"_s },
            { m_trial, m_name, atS, u"cpu_app"_s, 0.5, u"cores"_s } };
        for (int i = 0; i < m_made.moreMetrics; ++i)
            rows.push_back({ m_trial, m_name, atS, u"reading_%1"_s.arg(i), 1234.5678 * i, u"bytes"_s });
        Tick seen;
        seen.trial = m_trial;
        seen.trialS = atS;
        seen.phase = u"measure"_s;
        seen.operations[u"refresh"_s] = { 34, 33, 33, 0, 0, 33, level, 2 * level, 3 * level, encoded, encoded };
        return m_folder.series(rows) && m_folder.live(toJson({ atS, u"2026-01-31T12:00:00.000Z"_s, seen }));
    }

    TrialRow row(int block, int position, double level, const QString& operation) const
    {
        TrialRow it;
        it.experiment = m_folder.experiment();
        it.block = block;
        it.position = position;
        it.trial = m_trial;
        it.arm = m_name;
        it.level = u"busy"_s;
        it.operation = operation;
        it.status = u"ok"_s;
        it.planned = it.sent = it.ok = requests;
        it.requestsPerS = 33.5;
        it.windowS = 60;
        it.response = { level, 2 * level, 3 * level, 4 * level, 5 * level, level };
        it.service = it.response;
        it.seed = static_cast<std::uint64_t>(block);
        it.startedUtc = u"2026-01-31T12:00:00.000Z"_s;
        return it;
    }

    bool commit(int block, int position, double level, bool isVoid)
    {
        FinishedTrial trial { { row(block, position, level, u"login"_s), row(block, position, level, u"refresh"_s) },
            {}, {}, {} };
        for (auto& it : trial.rows) {
            if (isVoid) {
                it.status = u"void"_s;
                it.reason = u"Other programs used 40 % of the experiment's CPUs."_s;
            }
            TrialHistograms histograms { it.operation, {}, {} };
            for (int i = 1; i <= 1'000; ++i)
                histograms.response.record(static_cast<std::int64_t>(level * i / 500));
            histograms.service = histograms.response;
            trial.histograms.push_back(histograms);
        }
        trial.checks = { { block, m_trial, m_name, u"busy"_s, u"guard"_s, u"foreign_cpu"_s, isVoid ? 0.4 : 0.01, {},
            u"share"_s, 0.05, 0.12, isVoid ? Outcome::Void : Outcome::Ok,
            isVoid ? u"Other programs used 40 % of the experiment's CPUs."_s : QString() } };
        return bool(m_folder.commitTrial(trial));
    }

    ResultsFolder& m_folder;
    const MadeExperiment& m_made;
    int m_trial = 0;
    QString m_name;
};

} // namespace

QString makeResults(const QString& root, const MadeExperiment& made)
{
    const auto plan = planOf(made);
    QString path;
    {
        auto folder = ResultsFolder::create(root, plan, plan::write(plan));
        if (!folder)
            qFatal("%s", qPrintable(describe(folder.error())));
        path = (*folder)->path();
        const int blocks = made.complete ? made.blocks + (made.voidBlock > 0 ? 1 : 0) : made.blocks / 2;
        if (!Maker(**folder, made).run(blocks))
            qFatal("%s cannot be written", qPrintable(path));
        if (!made.complete)
            return path;
        if (const auto analysed = analyse(path); !analysed)
            qFatal("%s", qPrintable(describe(analysed.error())));
        const QJsonObject host { { u"cpu"_s, u"made"_s }, { u"cores"_s, 2 } };
        const QJsonObject manifest { { u"format"_s, 1 }, { u"complete"_s, true }, { u"name"_s, plan.name },
            { u"host"_s, host }, { u"versions"_s, QJsonObject { { u"ceteris"_s, u"0.1.0"_s } } } };
        if (!(*folder)->manifest(manifest))
            qFatal("%s has no manifest", qPrintable(path));
    }
    return path;
}

} // namespace ceteris::tests
