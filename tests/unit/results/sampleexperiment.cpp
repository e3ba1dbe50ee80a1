// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/results/sampleexperiment.h"

using namespace Qt::StringLiterals;

namespace ceteris::results::sample {
namespace {

constexpr int trials = 6;
constexpr int seconds = 3;

QString armOf(int trial)
{
    return trial % 2 == 1 ? u"memory"_s : u"redis"_s;
}

} // namespace

plan::Plan plan()
{
    plan::Plan plan;
    plan.name = u"six-trials"_s;
    plan.question = u"Does it survive?"_s;
    plan.blocks = 3;
    plan.arms.resize(2);
    plan.arms[0].name = armOf(1);
    plan.arms[1].name = armOf(2);
    plan.arms[1].store = plan::StoreKind::Redis;
    plan.levels.push_back({ u"busy"_s, 100, 0, 0.5, 3.0 });
    return plan;
}

std::vector<TrialRow> rowsOf(const ResultsFolder& folder, int trial)
{
    std::vector<TrialRow> rows;
    for (const auto& operation : { u"login_page"_s, u"login"_s, u"refresh"_s }) {
        TrialRow row;
        row.experiment = folder.experiment();
        row.block = (trial + 1) / 2;
        row.position = (trial + 1) % 2 + 1;
        row.trial = trial;
        row.arm = armOf(trial);
        row.level = u"busy"_s;
        row.operation = operation;
        row.status = u"ok"_s;
        row.reason = u"=a \"reason\",\r\nof two lines"_s;
        row.planned = row.sent = 100;
        row.ok = 97;
        row.failed = row.connect = 1;
        row.timeouts = 2;
        row.requestsPerS = 33.3;
        row.response.p50 = 1234.5;
        row.windowS = operation == u"refresh" ? 3 : 2;
        row.seed = 0xfedcba9876543210;
        row.startedUtc = u"2026-01-31T12:0%1:00.000Z"_s.arg(trial);
        rows.push_back(row);
    }
    return rows;
}

std::vector<TrialHistograms> histogramsOf(int trial)
{
    std::vector<TrialHistograms> all;
    for (const auto& operation : { u"login_page"_s, u"login"_s, u"refresh"_s }) {
        TrialHistograms histograms { operation, {}, {} };
        for (int i = 1; i <= 97; ++i) {
            histograms.response.record(1000 * trial + i);
            histograms.service.record(100 * trial + i);
        }
        all.push_back(histograms);
    }
    return all;
}

std::vector<CheckRow> checksOf(int trial)
{
    const auto block = (trial + 1) / 2;
    return { { block, trial, armOf(trial), u"busy"_s, u"guard"_s, u"foreign_cpu"_s, 0.3125 * trial, {}, u"cores"_s, 0.1,
                 0.24, Outcome::Void, u"\"cc1plus\" took, all in all,\na third of a core."_s },
        { block, trial, armOf(trial), u"busy"_s, u"guard"_s, u"throttle"_s, {}, 8.0, u"1"_s, 0.0, {},
            Outcome::Unavailable, u"no thermal_throttle"_s } };
}

std::vector<ViolationRow> violationsOf(int trial)
{
    return { { (trial + 1) / 2, trial, armOf(trial), u"busy"_s, u"read_your_writes"_s, 17, 3.5, u"visits 8"_s,
        u"visits \"7\""_s, u"1.25 refresh ok, visits 6\n2.5 refresh ok, visits 7"_s } };
}

Result<void> runTrial(ResultsFolder& folder, int trial)
{
    const auto arm = armOf(trial);
    auto done = folder.event({ 0, u"2026-01-31T12:00:00Z"_s, trial, u"run"_s, u"trial_started"_s, u"a, \"b\"\nc"_s });
    for (int second = 1; second <= seconds && done; ++second) {
        done = folder.live({ { u"trial"_s, trial }, { u"t_s"_s, second } }).and_then([&] {
            return folder.series({ { trial, arm, double(second), u"requests_per_s.refresh"_s, 33, u"per_s"_s },
                { trial, arm, double(second), u"failures_per_s.refresh"_s, second == 2 ? 1.0 : 0.0, u"per_s"_s },
                { trial, arm, double(second), u"response_p50.refresh"_s, 1500, u"us"_s },
                { trial, arm, double(second), u"response_p95.refresh"_s, 2500.5, u"us"_s },
                { trial, arm, double(second), u"response_p99.refresh"_s, 3000, u"us"_s },
                { trial, arm, double(second), u"users_signed_in"_s, 100, u"1"_s } });
        });
    }
    return done
        .and_then([&] {
            return folder.commitTrial(
                { rowsOf(folder, trial), histogramsOf(trial), checksOf(trial), violationsOf(trial) });
        })
        .and_then([&] {
            return folder.event({ 9, u"2026-01-31T12:00:09Z"_s, 0, u"run"_s, u"pause"_s, {} });
        });
}

Result<void> runMissingTrials(ResultsFolder& folder)
{
    const auto finished = folder.finishedTrials();
    Result<void> done;
    for (int trial = 1; trial <= trials && done; ++trial) {
        if (!finished.contains(trial))
            done = runTrial(folder, trial);
    }
    return done;
}

} // namespace ceteris::results::sample
