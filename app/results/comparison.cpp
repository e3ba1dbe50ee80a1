// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/comparison.h"

#include "app/results/comparedmetric.h"
#include "app/results/doubts.h"
#include "app/results/objections.h"
#include "app/results/sentences.h"
#include "app/results/stopping.h"
#include "app/results/typical.h"
#include "app/results/wordforms.h"
#include "app/stats/holm.h"
#include "app/stats/planning.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr double alpha = 0.05;
constexpr int spreadFrom = 3; // blocks: below, a spread says nothing

class Comparer
{
public:
    Comparer(const plan::Plan& plan, const std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks)
        : m_plan(plan)
        , m_trials(trials)
        , m_checks(checks)
        , m_control(plan.arms.front().name)
        , m_fates(fatesOf(plan, trials))
        , m_refusal(groundsToRefuse(objections(plan, trials, checks)))
        , m_missing(missingToTheEnd(plan, trials, checks))
    {
        for (const auto& arm : plan.arms) {
            m_broken[arm.name] = brokenPromise(arm.name, checks);
            m_unequal[arm.name] = unequalDisturbance(trials, arm.name, m_control);
        }
    }

    std::vector<Comparison> all()
    {
        std::vector<Comparison> comparisons;
        for (std::size_t level = 0; level < m_plan.levels.size(); ++level)
            for (const auto operation : plan::operationsOf(m_plan, m_plan.arms.front()))
                add(comparisons, level, operation);
        addHolm(comparisons);
        return comparisons;
    }

private:
    // Whether there can be anything to compare: of two ways to keep sessions one may renew and the other not.
    bool isDone(const plan::Arm& arm, plan::Operation operation) const
    {
        const auto operations = plan::operationsOf(m_plan, arm);
        return std::ranges::find(operations, operation) != operations.end();
    }

    void add(std::vector<Comparison>& comparisons, std::size_t level, plan::Operation operation)
    {
        const Place place { m_plan.levels[level].name, QString::fromLatin1(plan::name(operation).data()),
            m_fates.valid };
        for (const auto& metric : comparedMetrics()) {
            if (!metric.applies(m_plan, operation))
                continue;
            const auto floor = addTwin(comparisons, level, place, metric);
            for (auto arm = m_plan.arms.begin() + 1; arm != m_plan.arms.end(); ++arm) {
                if (arm->isTwin || !isDone(*arm, operation)
                    || (metric.needsFailures && !anyFailed(pairsOf(m_trials, place, arm->name, m_control))))
                    continue;
                auto it = placed(place, *arm, metric.name);
                it.noiseFloor = floor;
                compareMetric(it, place, metric);
                if (it.decision.verdict != stats::Verdict::NotComparable && isMeasuredInWindow(operation))
                    addUnsteadiness(it, place);
                addNotes(it, metric);
                it.sentence = sentence(it, metric);
                comparisons.push_back(std::move(it));
            }
        }
        for (auto arm = m_plan.arms.begin() + 1; arm != m_plan.arms.end(); ++arm) {
            if (arm->isTwin || !isDone(*arm, operation))
                continue;
            auto it = placed(place, *arm, u"error_rate"_s);
            compareErrors(it, place);
            comparisons.push_back(std::move(it));
        }
    }

    Comparison placed(const Place& place, const plan::Arm& arm, const QString& metric) const
    {
        Comparison it;
        it.level = place.level;
        it.operation = place.operation;
        it.metric = metric;
        it.arm = arm.name;
        it.control = m_control;
        it.isTwin = arm.isTwin;
        it.planned = plan::mostBlocks(m_plan);
        it.voided = static_cast<int>(m_fates.voided.size());
        return it;
    }

    // The control against itself, where its twin was run: what the method shows when nothing differs.
    std::optional<NoiseFloor> addTwin(
        std::vector<Comparison>& comparisons, std::size_t level, const Place& place, const ComparedMetric& metric) const
    {
        const auto twin = std::ranges::find_if(m_plan.arms, &plan::Arm::isTwin);
        if (twin == m_plan.arms.end() || !plan::runsAt(m_plan, *twin, level)
            || (metric.needsFailures && !anyFailed(pairsOf(m_trials, place, twin->name, m_control))))
            return std::nullopt;
        auto it = placed(place, *twin, metric.name);
        it.band = m_plan.decision.bands.*metric.band;
        const auto pairs = pairsOf(m_trials, place, it.arm, it.control);
        it.paired = stats::pairedAnalysis(logRatiosOf(pairs, metric), it.confidence);
        it.decision = { stats::Verdict::NotComparable, false, false };
        it.reason = Text::tr("the control against itself");
        it.sentence = twinSentence(it, metric);
        comparisons.push_back(it);
        if (it.paired.blocks == 0)
            return std::nullopt;
        return NoiseFloor { it.paired.ratio, it.paired.interval };
    }

    void compareMetric(Comparison& it, const Place& place, const ComparedMetric& metric) const
    {
        it.band = m_plan.decision.bands.*metric.band;
        it.primary = it.level == m_plan.levels[plan::decisionLevel(m_plan)].name
            && it.operation == m_plan.decision.operation && it.metric == m_plan.decision.metric;
        // What only suggests is adjusted neither for the family nor for the looks.
        const auto valid = static_cast<int>(m_fates.valid.size());
        const auto level = it.primary ? primaryAlpha(m_plan, valid) : alpha;
        it.confidence = 1 - level;

        const auto pairs = pairsOf(m_trials, place, it.arm, it.control);
        const stats::Rule rule { it.band, metric.lowerIsBetter, level };
        it.paired = stats::pairedAnalysis(logRatiosOf(pairs, metric), it.confidence);
        it.decision = stats::decide(it.paired, rule);
        it.reason = objection(it, pairs, &metric);
        if (!it.reason.isEmpty())
            it.decision = { stats::Verdict::NotComparable, false, false };
        if (it.paired.blocks >= spreadFrom)
            it.blocksToResolve = stats::blocksToResolve(it.paired.spread, it.band, level);
        if (!m_fates.voided.empty()) {
            auto wider = place;
            wider.blocks.insert(m_fates.voided.begin(), m_fates.voided.end());
            const auto more = logRatiosOf(pairsOf(m_trials, wider, it.arm, it.control), metric);
            it.withVoided = WithVoided { stats::pairedAnalysis(more, it.confidence), it.decision };
            if (it.reason.isEmpty())
                it.withVoided->decision = stats::decide(it.withVoided->paired, rule);
        }
        if (const auto carried = carriedOver(pairs, metric); !carried.isEmpty())
            it.notes += carried;
    }

    void compareErrors(Comparison& it, const Place& place) const
    {
        const auto pairs = pairsOf(m_trials, place, it.arm, it.control);
        it.errors = errorRatesOf(pairs);
        it.paired.blocks = static_cast<int>(pairs.size());
        it.paired.lower = it.errors->lower;
        it.paired.signFlipP = it.errors->signFlipP;
        it.decision.verdict = verdictOf(*it.errors, pairs.size());
        it.reason = objection(it, pairs, nullptr);
        if (it.reason.isEmpty() && it.decision.verdict == stats::Verdict::NotComparable)
            it.reason = Text::tr("too few errors to compare");
        if (!it.reason.isEmpty())
            it.decision.verdict = stats::Verdict::NotComparable;
        it.sentence = errorSentence(it);
    }

    // Why this contrast gets no verdict; without a metric it is that of the errors.
    QString objection(const Comparison& it, const std::vector<Pair>& pairs, const ComparedMetric* metric) const
    {
        // A broken promise first: no quieter machine would mend it.
        for (const auto& reason :
            { m_broken.at(it.arm), m_broken.at(m_control), m_refusal, m_missing, m_unequal.at(it.arm) })
            if (!reason.isEmpty())
                return reason;
        const auto blocks = static_cast<int>(pairs.size());
        const auto valid = static_cast<int>(m_fates.valid.size());
        if (blocks * 3 < valid * 2)
            return Text::tr("only %1 of %2 blocks were run as planned").arg(blocks).arg(valid);
        if (metric && it.paired.blocks < blocks)
            return Text::tr("%1 rests on too few requests, or was not measured, in %2 of %3 blocks")
                .arg(metric->words())
                .arg(blocks - it.paired.blocks)
                .arg(blocks);
        if (metric && metric->isTime && failuresDiffer(pairs))
            return Text::tr("the arms do not fail equally often, and times of successes alone would mislead");
        return {};
    }

    static bool isMeasuredInWindow(plan::Operation operation)
    {
        return operation == plan::Operation::Refresh || operation == plan::Operation::Write
            || operation == plan::Operation::Visit || operation == plan::Operation::Renew;
    }

    void addUnsteadiness(Comparison& it, const Place& place) const
    {
        QStringList arms;
        for (const auto& arm : { it.arm, it.control })
            if (const auto text = unsteadiness(m_trials, m_checks, place, arm); !text.isEmpty())
                arms += text;
        if (!arms.isEmpty())
            it.notes += Text::tr("It holds over this window only: %1.").arg(arms.join(u", "_s));
    }

    static void addNotes(Comparison& it, const ComparedMetric& metric)
    {
        if (it.withVoided && it.withVoided->decision.verdict != it.decision.verdict)
            it.notes += withVoidedSentence(it, metric);
        if (it.primary && it.noiseFloor)
            it.notes += noiseFloorSentence(*it.noiseFloor);
    }

    // An arm without a p value has shown nothing yet, and counts in the family.
    static void addHolm(std::vector<Comparison>& comparisons)
    {
        std::vector<Comparison*> family;
        std::vector<double> ps;
        for (auto& it : comparisons) {
            if (!it.primary)
                continue;
            family.push_back(&it);
            ps.push_back(it.paired.signFlipP.value_or(1));
        }
        const auto adjusted = stats::holmAdjusted(ps);
        for (std::size_t i = 0; i < family.size(); ++i)
            if (family[i]->paired.signFlipP)
                family[i]->holmP = adjusted[i];
    }

    const plan::Plan& m_plan;
    const std::vector<TrialRow>& m_trials;
    const std::vector<CheckRow>& m_checks;
    QString m_control;
    Fates m_fates;
    QString m_refusal; // grounds against the experiment as a whole
    QString m_missing; // the stopping rule is fixed beforehand: no verdict before its end
    std::map<QString, QString> m_broken; // by arm
    std::map<QString, QString> m_unequal; // by arm
};

} // namespace

std::vector<Comparison> compare(
    const plan::Plan& plan, const std::vector<TrialRow>& trials, const std::vector<CheckRow>& checks)
{
    auto comparisons = Comparer(plan, trials, checks).all();
    addTypical(comparisons, plan, trials);
    return comparisons;
}

} // namespace ceteris::results
