// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/experiment.h"

#include "app/plan/schedule.h"
#include "app/results/column.h"
#include "app/results/files.h"
#include "app/results/layout.h"
#include "app/results/stream.h"
#include "app/results/typical.h"
#include "app/results/violationrow.h"
#include "app/results/wordforms.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLockFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

// The stream may be large; what was asked before the first trial is at its beginning.
void readPreflight(Experiment& experiment)
{
    QFile file(QDir(experiment.path()).filePath(results::file::live));
    if (!file.open(QIODevice::ReadOnly))
        return;
    while (!file.atEnd()) {
        const auto line = file.readLine();
        if (line.contains("\"type\":\"trial_started\""))
            return;
        const auto entry = results::entryFromLine(line);
        if (const auto* seen = entry ? std::get_if<results::Preflight>(&entry->event) : nullptr) {
            experiment.preflight = seen->rows;
            experiment.evidence = seen->evidence;
        }
    }
}

std::vector<results::ViolationRow> readViolations(const QString& path)
{
    std::vector<results::ViolationRow> rows;
    const auto bytes = results::readWhole(QDir(path).filePath(results::file::violations));
    if (!bytes)
        return rows;
    results::CsvReader reader(*bytes);
    reader.next(); // the header
    while (const auto cells = reader.next())
        if (auto row = results::rowOf(results::violationColumns(), *cells))
            rows.push_back(*std::move(row));
    return rows;
}

std::vector<TrialKey> trialsOf(const Experiment& experiment)
{
    std::vector<TrialKey> keys;
    for (const auto& row : experiment.results.trials)
        if (keys.empty() || keys.back().trial != row.trial)
            keys.push_back({ row.trial, row.block, row.position, experiment.armIndex(row.arm), row.arm, row.level,
                row.status, row.reason });
    std::ranges::stable_sort(keys, {}, &TrialKey::trial);
    return keys;
}

// verdict.json where it speaks of all trials there are, in English; otherwise what the same rows give.
QJsonObject readVerdict(const results::Results& all, Progress progress)
{
    const QDir dir(all.path);
    const QFileInfo written(dir.filePath(results::file::verdict));
    const QFileInfo trials(dir.filePath(results::file::trials));
    if (results::isEnglish() && written.exists()
        && (progress == Progress::Complete || written.lastModified() >= trials.lastModified()))
        if (const auto bytes = results::readWhole(written.filePath()))
            if (const auto json = QJsonDocument::fromJson(*bytes).object(); !json.isEmpty())
                return json;
    return results::verdictJson(all.plan, all.trials, all.checks, results::compare(all.plan, all.trials, all.checks));
}

} // namespace

Progress progressOf(const QString& folder, const QJsonObject& manifest)
{
    if (manifest.contains(u"imported"_s))
        return Progress::Imported;
    if (manifest[u"complete"_s].toBool())
        return Progress::Complete;
    const QLockFile lock(QDir(folder).filePath(results::file::lock));
    qint64 process = 0;
    QString host, program;
    const bool held = lock.getLockInfo(&process, &host, &program) && QFile::exists(u"/proc/%1"_s.arg(process));
    return held ? Progress::Running : Progress::Interrupted;
}

bool isUnderWay(Progress progress)
{
    return progress == Progress::Running || progress == Progress::Interrupted;
}

Standing standingOf(Progress progress, const Verdict& verdict)
{
    if (progress == Progress::Imported)
        return Standing::Imported;
    if (progress != Progress::Complete)
        return progress == Progress::Running ? Standing::Running : Standing::Interrupted;
    using stats::Verdict;
    const auto has = [&verdict](auto... wanted) {
        return std::ranges::any_of(verdict.comparisons,
            [&](const auto& it) { return it.primary && ((it.decision.verdict == wanted) || ...); });
    };
    if (has(Verdict::NotComparable))
        return Standing::NotComparable;
    if (has(Verdict::Pilot))
        return Standing::Pilot;
    return has(Verdict::Better, Verdict::Worse, Verdict::Equivalent, Verdict::Different) ? Standing::Confirmed
                                                                                         : Standing::Inconclusive;
}

int Experiment::armIndex(const QString& name) const
{
    const auto& arms = results.plan.arms;
    const auto found = std::ranges::find(arms, name, &plan::Arm::name);
    return found == arms.end() ? -1 : static_cast<int>(found - arms.begin());
}

QStringList Experiment::operations() const
{
    QStringList names;
    if (imported) {
        for (const auto& it : imported->operations)
            names += it.operation;
        return names;
    }
    for (const auto it : plan::operationsOf(results.plan, results.plan.arms.front()))
        names += QString::fromLatin1(plan::name(it).data());
    return names;
}

bool Experiment::isVoidBlock(int block) const
{
    return std::ranges::any_of(
        trials, [block](const TrialKey& it) { return it.block == block && it.status == u"void"; });
}

Result<Experiment> readExperiment(const QString& folder)
{
    if (results::isImported(folder))
        return results::readImported(folder).map([&](const results::ImportedRun& run) {
            Experiment experiment;
            experiment.results = results::resultsOf(run, folder);
            experiment.progress = Progress::Imported;
            experiment.imported = run;
            experiment.trials = trialsOf(experiment);
            experiment.plannedTrials = 1;
            return experiment;
        });
    auto all = results::readResults(folder);
    if (!all)
        return tl::unexpected(all.error());
    Experiment experiment;
    experiment.results = *std::move(all);
    experiment.progress = progressOf(folder, experiment.results.manifest);
    experiment.verdict = verdictFrom(readVerdict(experiment.results, experiment.progress));
    auto& comparisons = experiment.verdict.comparisons;
    if (std::ranges::none_of(comparisons, [](const auto& it) { return it.armTypical.has_value(); }))
        results::addTypical(comparisons, experiment.results.plan, experiment.results.trials); // an older folder
    experiment.trials = trialsOf(experiment);
    experiment.violations = readViolations(folder);
    experiment.plannedTrials = static_cast<int>(plan::schedule(experiment.results.plan).size());
    readPreflight(experiment);
    return experiment;
}

QString letterOf(int arm)
{
    return arm < 0 ? QString() : QString(QChar(u'A' + std::min(arm, 25)));
}

} // namespace ceteris::models
