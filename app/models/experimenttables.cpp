// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/experimenttables.h"

#include "app/models/checkwords.h"
#include "app/models/enginetext.h"
#include "app/models/experimentwords.h"
#include "app/models/figures.h"
#include "app/models/trialvalues.h"
#include "app/results/wordforms.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ceteris::models", text);
}

QString optionalText(const std::optional<double>& value)
{
    return value ? threeDigits(*value) : u"—"_s;
}

QVariant raw(const std::optional<double>& value)
{
    return value ? QVariant(*value) : QVariant(-1.0);
}

Mood moodOf(stats::Verdict verdict)
{
    switch (verdict) {
    case stats::Verdict::Better:
        return Mood::Good;
    case stats::Verdict::Worse:
        return Mood::Bad;
    case stats::Verdict::NotComparable:
        return Mood::Warning;
    default:
        return Mood::Plain;
    }
}

QString verdictCell(const results::Comparison& it, stats::Verdict verdict)
{
    if (it.isTwin)
        return tr("noise floor");
    const QString word = verdictText(verdict);
    const bool claims = verdict == stats::Verdict::Better || verdict == stats::Verdict::Worse
        || verdict == stats::Verdict::Equivalent || verdict == stats::Verdict::Different;
    return it.primary || !claims ? word : tr("suggests %1").arg(word.toLower());
}

TableRow comparisonRow(const Experiment& experiment, const results::Comparison& it, bool withVoided)
{
    const bool preliminary = isUnderWay(experiment.progress);
    auto shown = it;
    if (withVoided && it.withVoided) {
        shown.paired = it.withVoided->paired;
        shown.decision = it.withVoided->decision;
    }
    const bool more = shown.paired.blocks > it.paired.blocks; // than those that count
    const QString blocks = more ? tr("%1 with the void ones").arg(shown.paired.blocks)
                                : u"%1/%2"_s.arg(shown.paired.blocks).arg(it.planned);
    TableRow row;
    const QString name = measureText(experiment.results.plan, { it.level, it.operation, it.metric });
    const QString effect = effectText(shown);
    row.cells = { cell(it.primary ? tr("● %1 (registered)").arg(name) : name), cell(it.arm),
        number(effect, effect == u"—" ? QVariant(0.0) : QVariant(shown.paired.ratio)),
        number(blocks, shown.paired.blocks),
        cell(preliminary ? tr("preliminary") : verdictCell(it, shown.decision.verdict)) };
    row.mood = preliminary || !it.primary ? Mood::Quiet : moodOf(shown.decision.verdict);
    row.tip = it.sentence;
    return row;
}

QString outcomeCell(results::Outcome outcome)
{
    switch (outcome) {
    case results::Outcome::Ok:
        return tr("✔ ok");
    case results::Outcome::Mark:
        return tr("⚠ marked");
    case results::Outcome::Void:
        return tr("✖ void");
    case results::Outcome::Unavailable:
        break;
    }
    return tr("— not available");
}

Mood moodOf(results::Outcome outcome)
{
    switch (outcome) {
    case results::Outcome::Ok:
        return Mood::Good;
    case results::Outcome::Mark:
        return Mood::Warning;
    case results::Outcome::Void:
        return Mood::Bad;
    case results::Outcome::Unavailable:
        break;
    }
    return Mood::Quiet;
}

QString statusCell(const Experiment& experiment, const TrialKey& key)
{
    if (key.status == u"failed")
        return tr("✖ failed");
    if (key.status == u"void")
        return tr("⚠ void");
    return experiment.isVoidBlock(key.block) ? tr("⚠ block void") : tr("✔ counts");
}

const results::TrialRow* rowOf(const Experiment& experiment, int trial)
{
    const auto& all = experiment.results.trials;
    const auto found = std::ranges::find_if(all, [&](const results::TrialRow& it) {
        return it.trial == trial && it.operation == experiment.results.plan.decision.operation;
    });
    return found == all.end() ? nullptr : &*found;
}

TableRow trialRowOf(const Experiment& experiment, const TrialKey& key)
{
    const auto* figures = rowOf(experiment, key.trial);
    const auto of = [figures](std::optional<double> results::Percentiles::*percentile) {
        const auto value = figures ? figures->response.*percentile : std::nullopt;
        return number(latencyText(value), raw(value));
    };
    const auto rate = figures ? std::optional(figures->requestsPerS) : std::nullopt;
    const auto& checks = experiment.results.checks;
    const auto noted = std::ranges::count_if(checks, [&](const results::CheckRow& it) {
        return it.trial == key.trial && (it.outcome == results::Outcome::Mark || it.outcome == results::Outcome::Void);
    });
    TableRow row;
    row.id = key.trial;
    row.cells = { number(QString::number(key.trial), key.trial), number(QString::number(key.block), key.block),
        cell(QString(letterOf(key.arm) + u" · " + key.armName)), cell(key.level), cell(statusCell(experiment, key)),
        of(&results::Percentiles::p50), of(&results::Percentiles::p95), of(&results::Percentiles::p99),
        number(rateText(rate), raw(rate)), number(QString::number(noted), static_cast<int>(noted)),
        cell(engineText(key.reason)) };
    row.tip = engineText(key.reason);
    row.mood = key.status == u"failed" ? Mood::Bad : experiment.isVoidBlock(key.block) ? Mood::Warning : Mood::Good;
    return row;
}

QString readinessCell(results::Readiness readiness)
{
    switch (readiness) {
    case results::Readiness::Ok:
        return tr("✔ ok");
    case results::Readiness::Warn:
        return tr("⚠ warning");
    case results::Readiness::Fail:
        return tr("✖ stands in the way");
    case results::Readiness::Unavailable:
        break;
    }
    return tr("— not available");
}

Mood moodOf(results::Readiness readiness)
{
    constexpr Mood moods[] { Mood::Good, Mood::Warning, Mood::Bad, Mood::Quiet };
    return moods[static_cast<std::size_t>(readiness)];
}

} // namespace

Table comparisonTable(const Experiment& experiment, bool withVoided)
{
    Table table { { tr("Metric"), tr("Arm"), tr("Change [95 % CI]"), tr("Blocks"), tr("Verdict") }, {}, 4 };
    int index = 0;
    for (const auto& it : experiment.verdict.comparisons) {
        table.rows.append(comparisonRow(experiment, it, withVoided));
        table.rows.back().id = index++;
    }
    return table;
}

Table trialTable(const Experiment& experiment)
{
    Table table { { tr("Trial"), tr("Block"), tr("Arm"), tr("Level"), tr("Status"), tr("p50"), tr("p95"), tr("p99"),
                      tr("Rate"), tr("Noted"), tr("Reason") },
        {}, 4 };
    for (const auto& key : experiment.trials)
        table.rows.append(trialRowOf(experiment, key));
    return table;
}

Table checkTable(const Experiment& experiment, bool onlyNoted)
{
    Table table { { tr("Outcome"), tr("Trial"), tr("Arm"), tr("Kind"), tr("Check"), tr("Value"), tr("Mark above"),
                      tr("Void above"), tr("Unit"), tr("What was seen") },
        {}, 0 };
    for (const auto& it : experiment.results.checks) {
        if (onlyNoted && it.outcome != results::Outcome::Mark && it.outcome != results::Outcome::Void)
            continue;
        TableRow row;
        row.cells = { { outcomeCell(it.outcome), static_cast<int>(it.outcome), false },
            number(it.trial > 0 ? QString::number(it.trial) : u"—"_s, it.trial), cell(it.arm),
            cell(checkKindTitle(it.kind)), cell(checkText(it.check)), number(optionalText(it.value), raw(it.value)),
            number(optionalText(it.markLimit), raw(it.markLimit)),
            number(optionalText(it.voidLimit), raw(it.voidLimit)), cell(it.unit == u"1" ? QString() : it.unit),
            cell(engineText(it.text)) };
        row.tip = engineText(it.text);
        row.mood = moodOf(it.outcome);
        row.id = it.trial;
        table.rows.append(row);
    }
    return table;
}

Table preflightTable(const Experiment& experiment)
{
    Table table { { tr("State"), tr("Check"), tr("Value"), tr("Limit"), tr("Why this matters"), tr("Fix") }, {}, 0 };
    for (const auto& english : experiment.preflight) {
        const auto it = engineText(english);
        TableRow row;
        row.cells = { { readinessCell(it.readiness), static_cast<int>(it.readiness), false }, cell(it.name),
            cell(it.value), cell(it.limit), cell(it.why), cell(it.mend) };
        row.tip = it.why + u'\n' + it.mend;
        row.mood = moodOf(it.readiness);
        table.rows.append(row);
    }
    return table;
}

Table violationTable(const Experiment& experiment)
{
    Table table { { tr("Trial"), tr("Arm"), tr("Promise"), tr("Account"), tr("After"), tr("Expected"), tr("Found") },
        {}, 2 };
    for (const auto& it : experiment.violations) {
        TableRow row;
        row.cells = { number(QString::number(it.trial), it.trial), cell(it.arm), cell(checkText(it.invariant)),
            number(QString::number(it.account), it.account), number(durationText(it.atS), it.atS), cell(it.expected),
            cell(it.found) };
        row.tip = it.history;
        row.mood = Mood::Bad;
        row.id = it.trial;
        table.rows.append(row);
    }
    return table;
}

Table fileTable(const Experiment& experiment)
{
    Table table { { tr("File"), tr("Size"), tr("Changed"), tr("SHA-256") }, {}, -1 };
    const QDir dir(experiment.path());
    const auto hashes = experiment.results.manifest[u"files"_s].toObject();
    QDirIterator files(dir.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo info(files.next());
        const QString name = dir.relativeFilePath(info.filePath());
        TableRow row;
        row.cells = { cell(name), number(bytesText(static_cast<double>(info.size())), info.size()),
            cell(info.lastModified().toString(u"yyyy-MM-dd HH:mm:ss"_s)),
            cell(hashes[name].toObject()[u"sha256"_s].toString()) };
        table.rows.append(row);
    }
    std::ranges::sort(table.rows, {}, [](const TableRow& it) { // the tables before the many histograms
        return std::pair(it.cells[0].text.contains(u'/'), it.cells[0].text);
    });
    return table;
}

} // namespace ceteris::models
