// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/stream.h"

#include <QLatin1StringView>

// Every key of every event, once: the writer and the reader of stream.cpp have the same shape. For stream.cpp only.
namespace ceteris::results {

using namespace Qt::StringLiterals;

// E is const when writing; the first parameter only selects the event.
template <class Io, class E>
void fields(const ExperimentStarted*, Io& io, E& event)
{
    io("name"_L1, event.name);
    io("question"_L1, event.question);
    io("folder"_L1, event.folder);
    io("arms"_L1, event.arms);
    io("levels"_L1, event.levels);
    io("blocks"_L1, event.blocks);
    io("trials"_L1, event.trials);
    io("finished_trials"_L1, event.finishedTrials);
    io("planned_s"_L1, event.plannedS);
}

template <class Io, class E>
void fields(const Preparing*, Io& io, E& event)
{
    io("done"_L1, event.done);
    io("total"_L1, event.total);
}

template <class Io, class E>
void fields(const Waiting*, Io& io, E& event)
{
    io("waited_s"_L1, event.waitedS);
    io("at_most_s"_L1, event.atMostS);
    io("reason"_L1, event.reason);
}

template <class Io, class E>
void fields(const PreflightRow*, Io& io, E& row)
{
    io("name"_L1, row.name);
    io("value"_L1, row.value);
    io("limit"_L1, row.limit);
    io("readiness"_L1, row.readiness);
    io("why"_L1, row.why);
    io("mend"_L1, row.mend);
}

template <class Io, class E>
void fields(const Preflight*, Io& io, E& event)
{
    io("rows"_L1, event.rows);
    io("evidence"_L1, event.evidence);
}

template <class Io, class E>
void fields(const TrialStarted*, Io& io, E& event)
{
    io("trial"_L1, event.trial);
    io("block"_L1, event.block);
    io("position"_L1, event.position);
    io("arm"_L1, event.arm);
    io("level"_L1, event.level);
    io("planned_s"_L1, event.plannedS);
    io("trials"_L1, event.trials);
}

template <class Io, class E>
void fields(const PhaseStarted*, Io& io, E& event)
{
    io("trial"_L1, event.trial);
    io("phase"_L1, event.phase);
    io("planned_s"_L1, event.plannedS);
}

template <class Io, class E>
void fields(const OperationTick*, Io& io, E& tick)
{
    io("planned"_L1, tick.planned);
    io("sent"_L1, tick.sent);
    io("ok"_L1, tick.ok);
    io("failed"_L1, tick.failed);
    io("timeouts"_L1, tick.timeouts);
    io("completed"_L1, tick.completed);
    io("p50_us"_L1, tick.p50Us);
    io("p95_us"_L1, tick.p95Us);
    io("p99_us"_L1, tick.p99Us);
    io("response"_L1, tick.response);
    io("service"_L1, tick.service);
}

template <class Io, class E>
void fields(const Tick*, Io& io, E& event)
{
    io("trial"_L1, event.trial);
    io("trial_s"_L1, event.trialS);
    io("phase"_L1, event.phase);
    io("length_s"_L1, event.lengthS);
    io("operations"_L1, event.operations);
    io("signed_in"_L1, event.signedIn);
    io("in_flight"_L1, event.inFlight);
    io("readings"_L1, event.readings);
}

template <class Io, class E>
void fields(const TrialFinished*, Io& io, E& event)
{
    io("trial"_L1, event.trial);
    io("status"_L1, event.status);
    io("reason"_L1, event.reason);
}

template <class Io, class E>
void fields(const CheckRow*, Io& io, E& row)
{
    io("block"_L1, row.block);
    io("trial"_L1, row.trial);
    io("arm"_L1, row.arm);
    io("level"_L1, row.level);
    io("kind"_L1, row.kind);
    io("check"_L1, row.check);
    io("value"_L1, row.value);
    io("out_of"_L1, row.outOf);
    io("unit"_L1, row.unit);
    io("mark_limit"_L1, row.markLimit);
    io("void_limit"_L1, row.voidLimit);
    io("outcome"_L1, row.outcome);
    io("text"_L1, row.text);
}

template <class Io, class E>
void fields(const Checked*, Io& io, E& event)
{
    io("trial"_L1, event.trial);
    io("rows"_L1, event.rows);
}

template <class Io, class E>
void fields(const Note*, Io& io, E& event)
{
    io("trial"_L1, event.trial);
    io("source"_L1, event.source);
    io("kind"_L1, event.kind);
    io("text"_L1, event.text);
}

template <class Io, class E>
void fields(const ExperimentFinished*, Io& io, E& event)
{
    io("outcome"_L1, event.outcome);
    io("finished_trials"_L1, event.finishedTrials);
    io("failed_trials"_L1, event.failedTrials);
    io("text"_L1, event.text);
}

} // namespace ceteris::results
