// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/experiment.h"

#include "app/plan/schedule.h"
#include "app/results/comparison.h"
#include "app/run/arm.h"
#include "app/run/manifest.h"
#include "app/run/trial.h"
#include "app/run/waiting.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

constexpr int failuresInARow = 3; // after so many, more of the same would teach nothing

// Puts this process on the generator's CPUs and back again.
class Pinned
{
public:
    explicit Pinned(const std::vector<int>& cpus)
        : m_before(allowedCpus())
    {
        pinThisProcess(cpus);
    }
    ~Pinned() { pinThisProcess(m_before); }
    Pinned(const Pinned&) = delete;
    Pinned& operator=(const Pinned&) = delete;

private:
    std::vector<int> m_before;
};

class Experiment
{
public:
    Experiment(
        results::ResultsFolder& folder, const ExperimentOptions& options, const StopSignal& stop, const EventSink& sink)
        : m_folder(folder)
        , m_plan(folder.plan())
        , m_options(options)
        , m_stop(stop)
        , m_journal(folder, sink)
        , m_cpus(chooseCpus(m_plan, allowedCpus()))
        , m_schedule(plan::schedule(m_plan))
        , m_finished(folder.finishedTrials())
    {
    }

    Result<Ending> run()
    {
        announceStart();
        m_journal.keep(m_folder.manifest(manifest(m_plan, m_cpus, false)));
        const auto ran = prepare().and_then([this] { return runTrials(); });
        const auto ending = conclude(ran);
        if (!ran)
            return tl::unexpected(ran.error());
        if (m_journal.failure())
            return tl::unexpected(*m_journal.failure());
        return ending;
    }

private:
    bool isDone(const plan::Trial& trial) const { return m_finished.contains(trial.number); }
    bool mustStop() const { return m_stop.requested() || m_journal.failure(); }

    void announceStart()
    {
        results::ExperimentStarted event;
        event.name = m_plan.name;
        event.question = m_plan.question;
        event.folder = m_folder.path();
        for (const auto& arm : m_plan.arms)
            event.arms.append(arm.name);
        for (const auto& level : m_plan.levels)
            event.levels.append(level.name);
        event.blocks = m_plan.blocks;
        event.trials = static_cast<int>(m_schedule.size());
        event.finishedTrials = static_cast<int>(m_finished.size());
        for (const auto& trial : m_schedule)
            if (!isDone(trial))
                event.plannedS += plan::trialSeconds(m_plan, levelOf(trial));
        m_journal.write(event);
        if (m_cpus.generator.empty())
            note(u"warning"_s, u"Only one CPU: generator, server and store share it, and every figure suffers."_s);
    }

    const plan::Level& levelOf(const plan::Trial& trial) const
    {
        return m_plan.levels[static_cast<std::size_t>(trial.level)];
    }

    void note(const QString& kind, const QString& text) { m_journal.write(results::Note { 0, u"run"_s, kind, text }); }

    // The accounts are made before anything is pinned or timed.
    Result<void> prepare()
    {
        const auto ours = std::find_if(
            m_plan.arms.begin(), m_plan.arms.end(), [](const plan::Arm& arm) { return arm.url.isEmpty(); });
        if (ours == m_plan.arms.end())
            return {};
        const auto progress = [this](int done, int total) { m_journal.write(results::Preparing { done, total }); };
        return services::prepareAccounts(
            { serverConfig(m_plan, *ours), {}, m_options.serverProgram, progress, [this] { return mustStop(); } });
    }

    Result<void> runTrials()
    {
        const Pinned pinned(m_cpus.generator);
        const services::Workspace workspace;
        const TrialContext context { m_plan, m_cpus, m_journal, m_stop, m_folder.experiment(), workspace.path(),
            m_options.serverProgram };
        int inARow = 0;
        for (const auto& trial : m_schedule) {
            if (isDone(trial))
                continue;
            if (mustStop())
                return {};
            const auto record = runOne(context, trial);
            if (!record)
                return tl::unexpected(record.error());
            if (!*record)
                return {}; // stopped
            inARow = (*record)->status == u"ok" ? 0 : inARow + 1;
            if (inARow == failuresInARow)
                return fail(ErrorCode::TrialsKeepFailing, { QString::number(failuresInARow), (*record)->reason });
        }
        return {};
    }

    Result<std::optional<TrialRecord>> runOne(const TrialContext& context, const plan::Trial& trial)
    {
        const auto& arm = m_plan.arms[static_cast<std::size_t>(trial.arm)];
        m_journal.write(results::TrialStarted { trial.number, trial.block, trial.position, arm.name,
            levelOf(trial).name, plan::trialSeconds(m_plan, levelOf(trial)) });
        auto record = runTrial(context, trial);
        if (record && *record) {
            m_journal.keep(m_folder.commitTrial({ (*record)->rows, (*record)->histograms, (*record)->checks }));
            m_finished.insert(trial.number);
            m_journal.write(results::TrialFinished { trial.number, (*record)->status, (*record)->reason });
            if (static_cast<std::size_t>(m_finished.size()) < m_schedule.size())
                washOut(trial);
        }
        return record;
    }

    void washOut(const plan::Trial& trial)
    {
        const auto lengthS = m_plan.phases.washoutS;
        m_journal.write(results::PhaseStarted { trial.number, u"washout"_s, lengthS });
        waitFor(lengthS, [this] { return mustStop(); });
    }

    Ending conclude(const Result<void>& ran)
    {
        Ending ending;
        ending.finishedTrials = static_cast<int>(m_finished.size());
        ending.complete = m_finished.size() == m_schedule.size();
        ending.failedTrials = failedTrials();
        results::ExperimentFinished event { u"done"_s, ending.finishedTrials, ending.failedTrials, {} };
        if (!ran) {
            event.outcome = ran.error().code == ErrorCode::Stopped ? u"stopped"_s : u"failed"_s;
            event.text = describe(ran.error());
        } else if (!ending.complete) {
            event.outcome = u"stopped"_s;
        }
        m_journal.write(event);
        if (const auto analysed = results::analyse(m_folder.path()); !analysed)
            m_journal.keep(tl::unexpected(analysed.error()));
        m_journal.keep(m_folder.manifest(manifest(m_plan, m_cpus, ending.complete)));
        return ending;
    }

    // Of all starts on this folder.
    int failedTrials() const
    {
        std::set<int> failed;
        if (const auto results = results::readResults(m_folder.path()))
            for (const auto& row : results->trials)
                if (row.status != u"ok")
                    failed.insert(row.trial);
        return static_cast<int>(failed.size());
    }

    results::ResultsFolder& m_folder;
    const plan::Plan& m_plan;
    const ExperimentOptions& m_options;
    const StopSignal& m_stop;
    Journal m_journal;
    CpuSets m_cpus;
    std::vector<plan::Trial> m_schedule;
    std::set<int> m_finished;
};

} // namespace

Result<Ending> runExperiment(
    results::ResultsFolder& folder, const ExperimentOptions& options, const StopSignal& stop, const EventSink& sink)
{
    return Experiment(folder, options, stop, sink).run();
}

} // namespace ceteris::run
