// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/faultrow.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {

const Columns<FaultRow>& faultColumns()
{
    using F = FaultRow;
    static const Columns<F> columns {
        column("block", &F::block),
        column("trial", &F::trial),
        column("arm", &F::arm),
        column("level", &F::level),
        column("what", &F::what),
        column("where", &F::where),
        column("begin_s", &F::beginS),
        column("end_s", &F::endS),
        column("sessions", &F::sessions),
        column("sessions_lost", &F::sessionsLost),
        column("sessions_returned", &F::sessionsReturned),
        column("sessions_resurrected", &F::sessionsResurrected),
        column("stale_answers", &F::staleAnswers),
        column("ok", &F::ok),
        column("refused", &F::refused),
        column("unreachable", &F::unreachable),
        column("timeouts", &F::timeouts),
        column("other_failures", &F::otherFailures),
        column("first_good_s", &F::firstGoodS),
        column("last_failure_s", &F::lastFailureS),
    };
    return columns;
}

namespace {

std::optional<double> longer(const std::optional<double>& a, const std::optional<double>& b)
{
    return a && b ? std::max(*a, *b) : a ? a : b;
}

} // namespace

std::vector<FaultRow> overTrials(const std::vector<FaultRow>& rows)
{
    std::vector<FaultRow> sums;
    for (const auto& row : rows) {
        const auto found = std::ranges::find_if(sums, [&row](const FaultRow& it) {
            return it.arm == row.arm && it.level == row.level && it.what == row.what && it.where == row.where;
        });
        if (found == sums.end()) {
            sums.push_back(row);
            continue;
        }
        found->sessions += row.sessions;
        for (const auto count : { &FaultRow::sessionsLost, &FaultRow::sessionsReturned, &FaultRow::sessionsResurrected,
                 &FaultRow::staleAnswers, &FaultRow::ok, &FaultRow::refused, &FaultRow::unreachable,
                 &FaultRow::timeouts, &FaultRow::otherFailures })
            *found.*count += row.*count;
        found->firstGoodS = longer(found->firstGoodS, row.firstGoodS);
        found->lastFailureS = longer(found->lastFailureS, row.lastFailureS);
    }
    return sums;
}

QString inWords(const FaultRow& row)
{
    QStringList parts { u"%1 of %2 sessions lost"_s.arg(row.sessionsLost).arg(row.sessions) };
    const auto add = [&parts](std::uint64_t count, const QString& text) {
        if (count > 0)
            parts += text.arg(count);
    };
    add(row.sessionsReturned, u"%1 of them returned"_s);
    add(row.sessionsResurrected, u"%1 resurrected"_s);
    add(row.staleAnswers, u"%1 stale answers"_s);
    add(row.refused, u"%1 requests refused"_s);
    add(row.unreachable, u"%1 without a connection"_s);
    add(row.timeouts, u"%1 timed out"_s);
    parts += row.firstGoodS ? u"first good answer after %1 s"_s.arg(*row.firstGoodS, 0, 'f', 2) : u"no good answer"_s;
    if (row.lastFailureS)
        parts += u"last failure after %1 s"_s.arg(*row.lastFailureS, 0, 'f', 2);
    const QString place = row.where.isEmpty() ? row.what : QString(row.what % u' ' % row.where);
    return place + u": " + parts.join(u", "_s);
}

} // namespace ceteris::results
