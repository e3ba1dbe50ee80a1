// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/orders.h"
#include "app/results/report/quantity.h"
#include "app/results/report/reporttext.h"
#include "app/results/report/sections.h"
#include "app/results/wordforms.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

using Counts = std::array<int, 4>; // by Outcome

Table checkTable(const std::vector<CheckRow>& checks)
{
    std::vector<std::pair<std::pair<QString, QString>, Counts>> kinds; // in the order of the file
    for (const auto& row : checks) {
        const std::pair key { row.kind, row.check };
        auto found = std::ranges::find(kinds, key, [](const auto& it) { return it.first; });
        if (found == kinds.end())
            found = kinds.insert(kinds.end(), { key, Counts {} });
        ++found->second[static_cast<std::size_t>(row.outcome)];
    }
    Table table { { Report::tr("By"), Report::tr("Check"), Report::tr("✔ ok"), Report::tr("⚠ marked"),
                      Report::tr("✖ void"), Report::tr("— not readable") },
        2, {} };
    for (const auto& [key, counts] : kinds) {
        QStringList cells { key.first, key.second };
        for (const int count : counts)
            cells += count > 0 ? QString::number(count) : QString();
        table.rows.push_back({ cells, counts[2] > 0 ? u"strong"_s : QString() });
    }
    return table;
}

void addOracle(Page& page, const ReportData& data)
{
    if (data.oracle.empty())
        return;
    page.subheading(Report::tr("What sessions kept"));
    Table table { { Report::tr("Arm"), Report::tr("Promise to the user"), Report::tr("Verdict"), Report::tr("Checks"),
                      Report::tr("Broken") },
        3, {} };
    for (const auto& summary : data.oracle) {
        page.paragraph(sentence(summary));
        for (const auto& it : summary.promises) {
            const auto glyph = it.validity == Validity::Valid ? u"✔ "_s
                : it.validity == Validity::Invalid            ? u"✖ "_s
                                                              : u"? "_s;
            table.rows.push_back(
                { { summary.arm, it.name, glyph % nameOf(it.validity), grouped(it.checks), grouped(it.violations) },
                    it.validity == Validity::Invalid ? u"strong"_s : QString() });
        }
    }
    page.fold(Report::tr("Every promise"));
    page.table(table);
    page.end(u"details"_s);
}

QStringList voidReasons(const ReportData& data)
{
    QStringList reasons;
    for (const auto& block : data.verdict.value(u"void_blocks"_s).toArray())
        for (const auto& trial : block[u"trials"_s].toArray())
            reasons
                += Report::tr("Block %1, trial %2 (%3, %4): %5")
                       .arg(block[u"block"_s].toInt())
                       .arg(trial[u"trial"_s].toInt())
                       .arg(trial[u"arm"_s].toString(), trial[u"level"_s].toString(), trial[u"reason"_s].toString());
    return reasons;
}

QStringList failures(const ReportData& data)
{
    QStringList texts;
    std::set<int> told;
    for (const auto& row : data.results.trials)
        if (row.status == u"failed" && told.insert(row.trial).second)
            texts += Report::tr("Block %1, trial %2 (%3, %4): %5")
                         .arg(row.block)
                         .arg(row.trial)
                         .arg(row.arm, row.level, row.reason);
    return texts;
}

// Each sentence once, with how many trials said it.
QStringList marks(const std::vector<CheckRow>& checks)
{
    std::map<QString, int> counts;
    for (const auto& row : checks)
        if (row.outcome == Outcome::Mark && !row.text.isEmpty())
            ++counts[row.arm % u", "_s % row.level % u": "_s % row.text];
    QStringList texts;
    for (const auto& [text, count] : counts)
        texts += count == 1 ? text : u"%1 (%2×)"_s.arg(text).arg(count);
    return texts;
}

} // namespace

// Of each event over the trials of an arm; without events there is nothing to tell.
void addFaults(Page& page, const ReportData& data)
{
    if (data.results.faults.empty())
        return;
    page.heading(Report::tr("What was done to the arms, and what their users saw of it"), u"faults"_s);
    Table table { { Report::tr("Arm"), Report::tr("Level"), Report::tr("Fault"), Report::tr("Sessions"),
                      Report::tr("Lost"), Report::tr("Resurrected"), Report::tr("Refused"), Report::tr("No connection"),
                      Report::tr("Timed out"), Report::tr("First good answer, s"), Report::tr("Last failure, s") },
        3, {} };
    const auto seconds = [](const std::optional<double>& s) { return s ? QString::number(*s, 'f', 2) : u"—"_s; };
    for (const auto& row : overTrials(data.results.faults))
        table.rows.push_back(
            { { row.arm, row.level, QString(row.what % u' ' % row.where), QString::number(row.sessions),
                  grouped(row.sessionsLost), grouped(row.sessionsResurrected), grouped(row.refused),
                  grouped(row.unreachable), grouped(row.timeouts), seconds(row.firstGoodS), seconds(row.lastFailureS) },
                row.sessionsLost + row.sessionsResurrected > 0 ? u"strong"_s : QString() });
    page.table(table);
}

void addExclusions(Page& page, const ReportData& data)
{
    page.heading(Report::tr("What was left out, and why"), u"exclusions"_s);
    const auto voided = voidReasons(data);
    const auto failed = failures(data);
    if (voided.isEmpty() && failed.isEmpty())
        page.paragraph(Report::tr("Nothing: every trial counts."));
    if (!voided.isEmpty()) {
        const auto pattern = std::ranges::any_of(data.results.checks, isOrder)
            ? Report::tr("%1 blocks are void and were run again: what something else disturbed by fixed limits, "
                         "without a look at the outcome; what a person skipped or wanted once more, knowing the "
                         "figures so far:")
            : Report::tr("%1 blocks are void because something else disturbed a trial. It was decided by fixed "
                         "limits, without a look at the outcome, and the blocks were run again:");
        page.paragraph(pattern.arg(data.verdict.value(u"void_blocks"_s).toArray().size()));
        page.list(voided);
    }
    if (!failed.isEmpty()) {
        page.paragraph(Report::tr("These trials could not be run as planned:"));
        page.list(failed);
    }
    if (const auto marked = marks(data.results.checks); !marked.isEmpty()) {
        page.fold(Report::tr("%1 remarks about trials that count all the same").arg(marked.size()));
        page.list(marked);
        page.end(u"details"_s);
    }
}

void addChecks(Page& page, const ReportData& data)
{
    if (data.results.checks.empty())
        return;
    page.heading(Report::tr("Checks"), u"checks"_s);
    addOracle(page, data);
    page.subheading(Report::tr("What was asked of every trial"));
    const auto table = checkTable(data.results.checks);
    page.fold(Report::tr("%1 checks, how often with which outcome").arg(table.rows.size()));
    page.table(table);
    page.end(u"details"_s);
}

} // namespace ceteris::results
