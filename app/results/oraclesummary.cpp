// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/oraclesummary.h"

#include "app/results/wordforms.h"
#include "app/stats/proportion.h"

#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr std::uint64_t checksNeeded = 3000;

std::uint64_t countOf(const std::optional<double>& cell)
{
    return static_cast<std::uint64_t>(std::max(0.0, cell.value_or(0)));
}

void add(OracleSummary& summary, const CheckRow& row)
{
    auto it = std::ranges::find(summary.promises, row.check, &Promise::name);
    if (it == summary.promises.end()) {
        it = summary.promises.emplace(it);
        it->name = row.check;
    }
    it->checks += countOf(row.outOf);
    it->violations += countOf(row.value);
    it->isTimed |= row.trial > 0; // probes are rows of no trial
    it->isRequired = row.voidLimit.has_value();
    if (row.outcome == Outcome::Void)
        it->validity = Validity::Invalid;
}

void judge(OracleSummary& summary)
{
    for (auto& promise : summary.promises) {
        if (promise.validity != Validity::Invalid)
            promise.validity = promise.checks < checksNeeded ? Validity::Unknown : Validity::Valid;
        if (!promise.isRequired)
            continue;
        if (promise.isTimed)
            summary.checks += promise.checks;
        if (promise.isTimed || promise.validity == Validity::Invalid)
            summary.validity = std::max(summary.validity, promise.validity);
    }
}

std::optional<double> rateBelow(const Promise& promise)
{
    if (promise.violations > 0 || promise.checks == 0)
        return std::nullopt;
    return stats::ruleOfThree(static_cast<double>(promise.checks));
}

// What an experiment must do to exercise it.
QString withHint(const Promise& promise)
{
    return promise.name == u"resurrected" ? Text::tr("%1 (plan load.logout = true)").arg(promise.name) : promise.name;
}

QString brokenIn(const Promise& promise)
{
    return Text::tr("%1 %2 of %3 checks").arg(promise.name, grouped(promise.violations), grouped(promise.checks));
}

QString headOf(const OracleSummary& summary)
{
    QStringList broken;
    for (const auto& promise : summary.promises)
        if (promise.isRequired && promise.validity == Validity::Invalid)
            broken += brokenIn(promise);
    if (!broken.isEmpty())
        return Text::tr("INVALID, a promise was broken: %1 (see violations.csv)").arg(broken.join(u", "_s));

    std::uint64_t promises = 0;
    std::uint64_t valid = 0;
    double highest = 0;
    for (const auto& promise : summary.promises) {
        if (!promise.isTimed || !promise.isRequired)
            continue;
        ++promises;
        if (promise.validity != Validity::Valid)
            continue;
        ++valid;
        highest = std::max(highest, rateBelow(promise).value_or(1)); // tolerated ones have no such bound
    }
    const auto checks = grouped(summary.checks);
    if (valid == 0)
        return Text::tr("UNKNOWN in all %1 promises (%2 checks)").arg(QString::number(promises), checks);
    const auto pattern = highest < 1
        ? Text::tr("VALID in %1 of %2 promises (%3 checks; rate of violations below %4 each)")
        : Text::tr("VALID in %1 of %2 promises (%3 checks)");
    const auto counted = pattern.arg(QString::number(valid), QString::number(promises), checks);
    return highest < 1 ? counted.arg(smallPercent(highest)) : counted;
}

QString listed(const QString& pattern, const QStringList& names)
{
    return names.isEmpty() ? QString() : pattern.arg(names.join(u", "_s));
}

} // namespace

QString nameOf(Validity validity)
{
    static constexpr std::array names { "VALID"_L1, "UNKNOWN"_L1, "INVALID"_L1 };
    return names[static_cast<std::size_t>(validity)];
}

std::vector<OracleSummary> oracleSummaries(const plan::Plan& plan, const std::vector<CheckRow>& checks)
{
    std::vector<OracleSummary> summaries;
    for (const auto& arm : plan.arms) {
        if (arm.isTwin)
            continue;
        OracleSummary summary;
        summary.arm = arm.name;
        for (const auto& row : checks)
            if (row.kind == u"oracle" && row.arm == arm.name)
                add(summary, row);
        judge(summary);
        if (!summary.promises.empty())
            summaries.push_back(std::move(summary));
    }
    return summaries;
}

QString sentence(const OracleSummary& summary)
{
    QStringList unexercised;
    QStringList few;
    QStringList tolerated;
    QStringList kept;
    QStringList semantics;
    for (const auto& promise : summary.promises) {
        if (promise.isRequired && promise.validity == Validity::Invalid)
            continue; // told first
        if (promise.checks == 0)
            unexercised += withHint(promise);
        else if (promise.violations > 0)
            (promise.isRequired ? tolerated : semantics) += brokenIn(promise);
        else if (!promise.isTimed || !promise.isRequired)
            kept += promise.name;
        else if (promise.validity == Validity::Unknown)
            few += u"%1 (%2)"_s.arg(promise.name, grouped(promise.checks));
    }
    return Text::tr("Sessions of %1: %2").arg(summary.arm, headOf(summary))
        % listed(Text::tr("; not exercised: %1"), unexercised) % listed(Text::tr("; too few checks: %1"), few)
        % listed(Text::tr("; broken, yet tolerated: %1"), tolerated) % listed(Text::tr("; probed and kept: %1"), kept)
        % listed(Text::tr("; not promised by this store: %1"), semantics) % u'.';
}

QJsonArray oracleJson(const std::vector<OracleSummary>& summaries)
{
    QJsonArray arms;
    for (const auto& summary : summaries) {
        QJsonArray promises;
        for (const auto& promise : summary.promises) {
            const auto rate = rateBelow(promise);
            promises.append(QJsonObject { { u"promise"_s, promise.name }, { u"verdict"_s, nameOf(promise.validity) },
                { u"checks"_s, static_cast<qint64>(promise.checks) },
                { u"violations"_s, static_cast<qint64>(promise.violations) },
                { u"rate_below"_s, rate ? QJsonValue(*rate) : QJsonValue() }, { u"timed"_s, promise.isTimed },
                { u"required"_s, promise.isRequired } });
        }
        arms.append(QJsonObject { { u"arm"_s, summary.arm }, { u"verdict"_s, nameOf(summary.validity) },
            { u"checks"_s, static_cast<qint64>(summary.checks) }, { u"promises"_s, promises },
            { u"sentence"_s, sentence(summary) } });
    }
    return arms;
}

} // namespace ceteris::results
