// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/differences.h"
#include "app/results/exports/secrets.h"
#include "app/results/report/quantity.h"
#include "app/results/report/reporttext.h"
#include "app/results/report/sections.h"
#include "app/results/wordforms.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

QString valueText(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? Report::tr("yes") : Report::tr("no");
    if (value.isArray()) {
        QStringList items;
        for (const auto& item : value.toArray())
            items += valueText(item);
        return items.isEmpty() ? u"—"_s : items.join(u", "_s);
    }
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

void addRows(Table& table, const QJsonObject& facts, const QString& prefix = {})
{
    for (auto it = facts.begin(); it != facts.end(); ++it) {
        const bool isMemory = it.key() == u"memory_bytes";
        table.rows.push_back({ { prefix % QString(it.key()).replace(u'_', u' '),
                                   isMemory ? bytesText(it.value().toDouble()) : valueText(it.value()) },
            {} });
    }
}

QString loadText(const plan::Plan& plan, const plan::Level& level)
{
    if (plan.load.model == plan::LoadModel::Rate)
        return Report::tr("%1 users, %2 requests a second on a schedule").arg(level.users).arg(level.ratePerS);
    return Report::tr("%1 users who think %2 to %3 s between an answer and the next request")
        .arg(level.users)
        .arg(level.thinkMinS)
        .arg(level.thinkMaxS);
}

Table heldConstant(const plan::Plan& plan)
{
    Table table { { Report::tr("Held constant"), Report::tr("Value") }, 2, {} };
    const auto add = [&table](const QString& what, const QString& value) {
        table.rows.push_back({ { what, value }, {} });
    };
    for (const auto& level : plan.levels)
        add(Report::tr("Load, %1").arg(level.name), loadText(plan, level));
    add(Report::tr("Windows"),
        Report::tr("idle %1, warm-up %2, measured %3, drain at most %4, wash-out %5")
            .arg(seconds(plan.phases.idleS), seconds(plan.phases.warmupS), seconds(plan.phases.measureS),
                seconds(plan.phases.drainS), seconds(plan.phases.washoutS)));
    add(Report::tr("Logins"), Report::tr("%1 a second, before the load").arg(plan.load.spawnPerS));
    if (!plan.load.countVisits)
        add(Report::tr("Refreshes"), Report::tr("only read the session"));
    add(Report::tr("Writes"), percent(plan.load.writeShare));
    if (plan.load.growBytes > 0)
        add(Report::tr("Growth"), Report::tr("%1 bytes with each write").arg(plan.load.growBytes));
    if (plan.load.imageKib > 0)
        add(Report::tr("Image in the session"), Report::tr("%1 KiB").arg(plan.load.imageKib));
    if (plan.load.botShare > 0)
        add(Report::tr("Visits without a cookie"), percent(plan.load.botShare));
    if (plan.load.networks > 1)
        add(Report::tr("Networks of the users"), QString::number(plan.load.networks));
    add(Report::tr("Timeout"), seconds(plan.load.timeoutS));
    add(Report::tr("Accounts"),
        u"%1, %2, %3"_s.arg(grouped(static_cast<std::uint64_t>(plan.accounts.count)), plan.accounts.scheme,
            Report::tr("cost %1").arg(plan.accounts.cost)));
    add(Report::tr("Server"),
        Report::tr("listener threads: %1").arg(plan.server.threads) % u", "_s
            % (plan.server.csrf ? Report::tr("CSRF token") : Report::tr("no CSRF token")));
    return table;
}

QString readinessGlyph(Readiness readiness)
{
    switch (readiness) {
    case Readiness::Ok:
        return u"✔"_s;
    case Readiness::Warn:
        return u"⚠"_s;
    case Readiness::Fail:
        return u"✖"_s;
    case Readiness::Unavailable:
        break;
    }
    return u"—"_s;
}

void addPreflight(Page& page, const std::vector<PreflightRow>& rows)
{
    if (rows.empty())
        return;
    Table table { { QString(), Report::tr("Asked before the start"), Report::tr("Answer"), Report::tr("Limit") }, 4,
        {} };
    for (const auto& row : rows)
        table.rows.push_back({ { readinessGlyph(row.readiness), row.name, row.value, row.limit }, {} });
    page.fold(Report::tr("Pre-flight: %1 questions").arg(rows.size()));
    page.table(table);
    page.end(u"details"_s);
}

} // namespace

void addDifferences(Page& page, const ReportData& data)
{
    const auto& plan = data.plan();
    page.heading(Report::tr("All else equal"), u"differences"_s);
    page.paragraph(Report::tr("In what each arm differs from the control, %1:").arg(plan.arms.front().name));
    Table table {
        { Report::tr("Arm"), Report::tr("Setting"), Report::tr("Arm's value"), Report::tr("Control's value") }, 4, {}
    };
    for (const auto& arm : plan.arms) {
        const auto differences = plan::differences(arm, plan.arms.front());
        for (const auto& it : differences)
            table.rows.push_back(
                { { arm.name, it.key, withoutSecrets(it.value), withoutSecrets(it.controlValue) }, {} });
        if (differences.empty() && &arm != &plan.arms.front())
            table.rows.push_back({ { arm.name, Report::tr("nothing"), {}, {} }, {} });
    }
    page.table(table);
    page.table(heldConstant(plan));
}

void addEnvironment(Page& page, const ReportData& data)
{
    const auto& manifest = data.results.manifest;
    page.heading(Report::tr("Environment"), u"environment"_s);
    Table table { { Report::tr("Fact"), Report::tr("Value") }, 2, {} };
    addRows(table, manifest.value(u"host"_s).toObject());
    addRows(table, manifest.value(u"cpus"_s).toObject(), Report::tr("CPUs: "));
    addRows(table, manifest.value(u"versions"_s).toObject(), Report::tr("version of "));
    page.table(table);
    addPreflight(page, data.preflight);
}

} // namespace ceteris::results
