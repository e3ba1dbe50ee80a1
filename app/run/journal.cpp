// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/journal.h"

#include "app/results/orders.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

using results::EventRow;

// The row of events.csv for each event that has one.
std::optional<EventRow> rowOf(const results::ExperimentStarted& event)
{
    const auto kind = event.finishedTrials > 0 ? u"experiment_resumed"_s : u"experiment_started"_s;
    return EventRow { 0, {}, 0, u"run"_s, kind, u"%1 of %2 trials done"_s.arg(event.finishedTrials).arg(event.trials) };
}

std::optional<EventRow> rowOf(const results::Preparing&)
{
    return std::nullopt;
}

std::optional<EventRow> rowOf(const results::Waiting&)
{
    return std::nullopt;
}

std::optional<EventRow> rowOf(const results::Preflight& event)
{
    QStringList texts { event.evidence };
    for (const auto& line : event.rows)
        if (line.readiness == results::Readiness::Warn || line.readiness == results::Readiness::Fail)
            texts += u"%1: %2"_s.arg(line.name, line.value);
    return EventRow { 0, {}, 0, u"run"_s, u"preflight"_s, texts.join(u"; ") };
}

std::optional<EventRow> rowOf(const results::TrialStarted& event)
{
    return EventRow { 0, {}, event.trial, u"run"_s, u"trial_started"_s,
        u"block %1, position %2, arm %3, level %4"_s.arg(event.block).arg(event.position).arg(event.arm, event.level) };
}

std::optional<EventRow> rowOf(const results::PhaseStarted& event)
{
    return EventRow { 0, {}, event.trial, u"run"_s, u"phase"_s, event.phase };
}

std::optional<EventRow> rowOf(const results::Tick&)
{
    return std::nullopt;
}

std::optional<EventRow> rowOf(const results::TrialFinished& event)
{
    const auto text = event.reason.isEmpty() ? event.status : QString(event.status % u": " % event.reason);
    return EventRow { 0, {}, event.trial, u"run"_s, u"trial_finished"_s, text };
}

// What was not as it should be, or what a person ordered; the whole list is in checks.csv.
std::optional<EventRow> rowOf(const results::Checked& event)
{
    QStringList texts;
    for (const auto& row : event.rows)
        if (row.outcome == results::Outcome::Mark || row.outcome == results::Outcome::Void)
            texts += row.text;
    if (texts.isEmpty())
        return std::nullopt;
    const auto& first = event.rows.front();
    return results::isOrder(first) ? EventRow { 0, {}, event.trial, u"user"_s, first.check, texts.join(u' ') }
                                   : EventRow { 0, {}, event.trial, u"guard"_s, u"disturbed"_s, texts.join(u' ') };
}

std::optional<EventRow> rowOf(const results::Note& event)
{
    return EventRow { 0, {}, event.trial, event.source, event.kind, event.text };
}

std::optional<EventRow> rowOf(const results::ExperimentFinished& event)
{
    return EventRow { 0, {}, 0, u"run"_s, u"experiment_finished"_s, event.outcome };
}

} // namespace

Journal::Journal(results::ResultsFolder& folder, EventSink sink)
    : m_folder(folder)
    , m_sink(std::move(sink))
{
}

void Journal::write(results::Event event)
{
    const results::Entry entry { elapsedS(), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
        std::move(event) };
    keep(m_folder.live(results::toJson(entry)));
    if (auto row = std::visit([](const auto& it) { return rowOf(it); }, entry.event)) {
        row->tS = entry.tS;
        row->timeUtc = entry.timeUtc;
        keep(m_folder.event(*row));
    }
    if (m_sink)
        m_sink(entry);
}

void Journal::series(const std::vector<results::SeriesRow>& rows)
{
    keep(m_folder.series(rows));
}

void Journal::keep(const Result<void>& written)
{
    if (!written && !m_failure)
        m_failure = written.error();
}

double Journal::elapsedS() const
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
}

} // namespace ceteris::run
