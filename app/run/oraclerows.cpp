// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/oraclerows.h"

#include "app/run/probes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

results::Outcome outcomeOf(load::Invariant invariant, const load::InvariantCount& count, bool isPromised)
{
    if (count.checks == 0)
        return results::Outcome::Unavailable;
    if (count.violations == 0)
        return results::Outcome::Ok;
    return verdictOf(invariant, count, isPromised) == load::OracleVerdict::Invalid ? results::Outcome::Void
                                                                                   : results::Outcome::Mark;
}

results::CheckRow rowOf(
    results::CheckRow row, load::Invariant invariant, const load::InvariantCount& count, bool isPromised)
{
    row.kind = u"oracle"_s;
    row.check = text(name(invariant));
    if (count.checks > 0) {
        row.value = static_cast<double>(count.violations);
        row.outOf = static_cast<double>(count.checks);
    }
    row.unit = u"1"_s;
    row.markLimit = 0;
    if (isPromised && requiredByDefault(invariant))
        row.voidLimit = static_cast<double>(load::tolerated(invariant, count.checks));
    row.outcome = outcomeOf(invariant, count, isPromised);
    row.text = text(wordingOf(invariant, count, isPromised));
    return row;
}

} // namespace

std::vector<results::CheckRow> oracleRows(const results::CheckRow& place, const load::OracleReport& report,
    std::span<const load::Invariant> invariants, std::span<const load::Invariant> notPromised)
{
    std::vector<results::CheckRow> rows;
    for (const auto invariant : invariants)
        rows.push_back(rowOf(
            place, invariant, report.of(invariant), std::ranges::find(notPromised, invariant) == notPromised.end()));
    return rows;
}

results::CheckRow revocationRow(results::CheckRow place, double lagS)
{
    place.kind = u"probe"_s;
    place.check = u"revocation_lag"_s;
    place.unit = u"s"_s;
    place.value = lagS;
    place.text = lagS >= mostLagS
        ? u"A minute after a sign-out the old session was still believed; nobody waited for its end."_s
        : lagS > 0 ? u"After a sign-out the old session was believed for up to %1 s."_s.arg(lagS, 0, 'f', 1)
                   : u"After a sign-out the old session was refused at once."_s;
    return place;
}

std::vector<results::ViolationRow> violationRows(const results::CheckRow& place, const load::OracleReport& report)
{
    std::vector<results::ViolationRow> rows;
    for (const auto& one : report.first) {
        QStringList history;
        for (const auto& step : one.history)
            history += text(step);
        rows.push_back({ place.block, place.trial, place.arm, place.level, text(name(one.invariant)), one.account,
            one.atS, text(one.expected), text(one.found), history.join(u'\n') });
    }
    return rows;
}

} // namespace ceteris::run
