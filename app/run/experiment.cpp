// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/experiment.h"

#include "app/results/comparison.h"
#include "app/results/orders.h"
#include "app/run/arm.h"
#include "app/run/campaign.h"
#include "app/run/manifest.h"
#include "app/run/oraclerows.h"
#include "app/run/orderreader.h"
#include "app/run/preparation.h"
#include "app/run/probes.h"
#include "app/run/promises.h"
#include "app/run/referee.h"
#include "app/run/trial.h"
#include "app/run/trialrows.h"
#include "app/run/waiting.h"

#include <algorithm>

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
    Experiment(results::ResultsFolder& folder, const results::Results& sofar, const ExperimentOptions& options,
        const StopSignal& stop, const EventSink& sink)
        : m_folder(folder)
        , m_plan(folder.plan())
        , m_options(options)
        , m_stop(stop)
        , m_journal(folder, sink)
        , m_cpus(chooseCpus(m_plan, allowedCpus()))
        , m_campaign(m_plan, sofar.trials, sofar.checks)
        , m_referee(m_plan)
        , m_probed(std::ranges::any_of(sofar.checks, [](const auto& row) { return row.trial == 0; }))
    {
        if (options.orders >= 0)
            m_orders.emplace(options.orders, handlers());
    }

    Result<Ending> run()
    {
        const auto orders = orderedAgain(m_options.again);
        announceStart();
        tell(orders);
        keepManifest(false);
        const auto ran = runAll();
        const auto ending = conclude(ran);
        if (!ran && !wasStopped(ran))
            return tl::unexpected(ran.error());
        if (m_journal.failure())
            return tl::unexpected(*m_journal.failure());
        return ending;
    }

private:
    // While it was prepared, which is no other end than a stop in a trial.
    static bool wasStopped(const Result<void>& ran) { return !ran && ran.error().code == ErrorCode::Stopped; }

    bool mustStop() const { return m_stop.requested() || m_journal.failure(); }

    OrderHandlers handlers()
    {
        return { [this](const QString& text) {
                    m_journal.write(results::Note { m_trial, u"user"_s, u"marker"_s, text });
                },
            [this](int trial) {
                if (trial == m_trial) // an order for another one comes too late
                    m_skipped = trial;
            },
            [this](int trial) { tell(orderedAgain({ trial })); } };
    }

    // Of those that failed: what is kept here is all that a resume needs to do the same.
    std::vector<results::CheckRow> orderedAgain(const std::vector<int>& trials)
    {
        std::vector<results::CheckRow> orders;
        for (const auto trial : trials)
            if (const auto* row = m_campaign.failed(trial))
                orders.push_back(results::orderRow(*row, results::Order::Again));
        m_journal.keep(m_folder.checks(orders));
        m_campaign.add({}, orders);
        return orders;
    }

    void tell(const std::vector<results::CheckRow>& orders)
    {
        for (const auto& order : orders)
            m_journal.write(results::Checked { order.trial, { order } });
    }

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
        event.blocks = plan::mostBlocks(m_plan);
        event.trials = static_cast<int>(m_campaign.schedule().size());
        event.finishedTrials = m_campaign.finishedTrials();
        for (const auto& trial : m_campaign.remaining())
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

    void keepManifest(bool complete)
    {
        m_journal.keep(m_folder.manifest(manifest(m_plan, m_campaign.schedule(), m_cpus, complete)));
    }

    Result<void> runAll()
    {
        if (m_campaign.isComplete())
            return {};
        const services::Workspace workspace;
        const PreparationContext preparation { m_plan, m_cpus, m_journal, m_stop, m_folder.path(), workspace.path(),
            m_options.serverProgram };
        if (const auto made = prepareAccounts(preparation); !made)
            return made;
        const Pinned pinned(m_cpus.generator);
        Prepared prepared;
        if (m_options.preflight && !mustStop()) {
            auto asked = preflight(preparation);
            if (!asked)
                return tl::unexpected(asked.error());
            prepared = *std::move(asked);
            m_referee.setPrepared(prepared);
        }
        if (const auto probed = probe(workspace.path()); !probed)
            return probed;
        return runTrials({ m_plan, m_cpus, m_journal, m_stop, m_folder.experiment(), workspace.path(),
            m_options.serverProgram, prepared.accounting, m_skipped });
    }

    // What timed trials cannot ask of the arms, once.
    Result<void> probe(const QString& workspace)
    {
        if (!m_plan.oracle.probes || m_probed || mustStop())
            return {};
        m_journal.write(results::PhaseStarted { 0, u"probes"_s, probesLastS(m_plan) });
        const auto start = [&](const plan::Arm& arm) {
            return RunningArm::start(
                m_plan, arm, cpusFor(arm, m_cpus), workspace, m_options.serverProgram, Purpose::Probes);
        };
        const auto reports = probeArms(m_plan, start, [this] { return mustStop(); });
        if (!reports)
            return tl::unexpected(reports.error());
        if (mustStop())
            return {};
        results::Checked checked;
        for (std::size_t i = 0; i < reports->size(); ++i) {
            results::CheckRow place; // of no trial
            place.arm = m_plan.arms[i].name;
            std::ranges::copy(oracleRows(place, (*reports)[i], load::probedInvariants, notPromised(m_plan.arms[i])),
                std::back_inserter(checked.rows));
            if (const auto& lagS = (*reports)[i].revocationLagS)
                checked.rows.push_back(revocationRow(place, *lagS));
            m_journal.keep(m_folder.violations(violationRows(place, (*reports)[i])));
        }
        m_journal.keep(m_folder.checks(checked.rows));
        m_campaign.add({}, checked.rows);
        m_journal.write(checked);
        return {};
    }

    Result<void> runTrials(const TrialContext& context)
    {
        int inARow = 0;
        while (const auto trial = m_campaign.next()) {
            if (mustStop())
                return {};
            const auto record = runOne(context, *trial);
            if (!record)
                return {}; // stopped
            if (m_referee.leaked())
                return fail(ErrorCode::SessionsLeaked,
                    { m_plan.arms[static_cast<std::size_t>(trial->arm)].name, QString::number(trial->number) });
            if (const auto& missing = m_missingProgram)
                return tl::unexpected(*missing);
            inARow = record->status == u"failed" ? inARow + 1 : 0;
            if (inARow == failuresInARow)
                return fail(ErrorCode::TrialsKeepFailing, { QString::number(failuresInARow), record->reason });
            if (const auto unfit = m_referee.unfit(m_campaign.fates()))
                return fail(ErrorCode::EnvironmentUnfit, { *unfit });
            if (m_campaign.next())
                washOut(*trial);
        }
        return {};
    }

    std::optional<TrialRecord> runOne(const TrialContext& context, const plan::Trial& trial)
    {
        const auto& arm = m_plan.arms[static_cast<std::size_t>(trial.arm)];
        m_trial = trial.number;
        m_journal.write(
            results::TrialStarted { trial.number, trial.block, trial.position, arm.name, levelOf(trial).name,
                plan::trialSeconds(m_plan, levelOf(trial)), static_cast<int>(m_campaign.schedule().size()) });
        const auto seen = runTrial(context, trial);
        if (!seen)
            return std::nullopt;
        if (!*seen && seen->error().code == ErrorCode::ProgramMissing)
            m_missingProgram = seen->error();
        auto record = m_referee.judge(trial, *seen, m_folder.experiment());
        if (m_missingProgram)
            return record;
        m_journal.keep(
            m_folder.commitTrial({ record.rows, record.histograms, record.checks, record.violations, record.faults }));
        m_campaign.add(record.rows, record.checks);
        m_journal.write(results::Checked { trial.number, record.checks });
        m_journal.write(results::TrialFinished { trial.number, record.status, record.reason });
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
        const Ending ending { m_campaign.finishedTrials(), m_campaign.failedTrials(), m_campaign.isComplete() };
        results::ExperimentFinished event { u"done"_s, ending.finishedTrials, ending.failedTrials, {} };
        if (!ran && !wasStopped(ran)) {
            event.outcome = u"failed"_s;
            event.text = describe(ran.error());
        } else if (!ending.complete) {
            event.outcome = u"stopped"_s;
        }
        m_journal.write(event);
        if (const auto analysed = results::analyse(m_folder.path()); !analysed)
            m_journal.keep(tl::unexpected(analysed.error()));
        keepManifest(ending.complete);
        return ending;
    }

    results::ResultsFolder& m_folder;
    const plan::Plan& m_plan;
    const ExperimentOptions& m_options;
    const StopSignal& m_stop;
    Journal m_journal;
    CpuSets m_cpus;
    Campaign m_campaign;
    Referee m_referee;
    bool m_probed; // by an earlier start
    std::optional<Error> m_missingProgram;
    int m_trial = 0; // under way or the last one
    int m_skipped = 0; // the latest one that a person wanted no more of
    std::optional<OrderReader> m_orders;
};

} // namespace

Result<Ending> runExperiment(
    results::ResultsFolder& folder, const ExperimentOptions& options, const StopSignal& stop, const EventSink& sink)
{
    const auto sofar = results::readResults(folder.path());
    if (!sofar)
        return tl::unexpected(sofar.error());
    return Experiment(folder, *sofar, options, stop, sink).run();
}

} // namespace ceteris::run
