// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/report/report.h"

#include "app/results/exports/secrets.h"
#include "app/results/files.h"
#include "app/results/layout.h"
#include "app/results/report/armlook.h"
#include "app/results/report/reporttext.h"
#include "app/results/report/sections.h"
#include "app/results/report/svg.h"
#include "app/results/trialcolumns.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

// --a0 … --a5: the colours of the arms.
QString armColours(const char* ArmLook::*colour)
{
    QString css;
    for (std::size_t i = 0; i < armLooks.size(); ++i)
        css += u"--a%1:%2;"_s.arg(i).arg(QLatin1StringView(armLooks[i].*colour));
    return css;
}

QString styleSheet()
{
    QFile file(u":/report/report.css"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto css = QString::fromUtf8(file.readAll());
    QString classes;
    for (std::size_t i = 0; i < armLooks.size(); ++i)
        classes += u".a%1{--arm:var(--a%1)}"_s.arg(i);
    return css.replace(u"/*light arms*/"_s, armColours(&ArmLook::onLight))
               .replace(u"/*dark arms*/"_s, armColours(&ArmLook::onDark))
        % classes;
}

// trials.csv cell for cell, so that no reader has to trust our numbers twice.
QJsonObject trialsJson(const std::vector<TrialRow>& trials)
{
    QJsonArray rows;
    for (const auto& trial : trials) {
        QJsonArray cells;
        for (const auto& column : trialColumns())
            cells.append(column.write(trial));
        rows.append(cells);
    }
    return { { u"columns"_s, QJsonArray::fromStringList(namesOf(trialColumns())) }, { u"rows"_s, rows } };
}

QString dataScript(const ReportData& data, const QByteArray& planText)
{
    const QJsonObject json { { u"verdict"_s, data.verdict }, { u"manifest"_s, data.results.manifest },
        { u"trials"_s, trialsJson(data.results.trials) }, { u"plan"_s, QString::fromUtf8(withoutSecrets(planText)) } };
    auto text = QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
    text.replace(u'<', u"\\u003c"_s); // nothing in it may end the script
    return u"<script type=\"application/json\" id=\"data\">"_s % text % u"</script>\n"_s;
}

QString head(const ReportData& data)
{
    return u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<title>%2</title>\n<style>%3</style>\n</head>\n<body>\n"_s
               .arg(Report::tr("en", "the language of the report as HTML names it"), escaped(data.plan().name),
                   styleSheet());
}

void addTitle(Page& page, const ReportData& data)
{
    const auto& manifest = data.results.manifest;
    page.raw(u"<header><h1>"_s % escaped(data.plan().name) % u"</h1>\n"_s);
    if (!data.plan().question.isEmpty())
        page.paragraph(data.plan().question, u"question"_s);
    page.raw(u"</header>\n<main>\n"_s);
    page.raw(u"<!-- %1 -->\n"_s.arg(escaped(manifest.value(u"written"_s).toString()).replace(u"--"_s, u"- -"_s)));
}

void addFooter(Page& page, const ReportData& data)
{
    const auto& manifest = data.results.manifest;
    page.raw(u"</main>\n<footer>"_s);
    page.paragraph(
        Report::tr("%1 · results written %2 · seed %3 · measured with Ceteris %4 · this holds for this machine, "
                   "these versions and this load")
            .arg(data.results.trials.empty() ? data.plan().name : data.results.trials.front().experiment,
                manifest.value(u"written"_s).toString(), QString::number(data.plan().seed),
                manifest.value(u"versions"_s)[u"ceteris"_s].toString()));
    page.raw(u"</footer>\n"_s);
}

} // namespace

Result<QByteArray> htmlReport(const QString& folder)
{
    const auto data = readReportData(folder);
    if (!data)
        return tl::unexpected(data.error());
    const auto planText = readWhole(folder % u'/' % file::plan);
    if (!planText)
        return tl::unexpected(planText.error());
    Page page;
    page.raw(head(*data));
    addTitle(page, *data);
    for (const auto add : { addVerdict, addComparisons, addTrials, addDistributions, addOverTime, addFaults,
             addExclusions, addChecks, addDifferences, addEnvironment, addMethod, addFiles })
        add(page, *data);
    addFooter(page, *data);
    page.raw(dataScript(*data, *planText));
    page.raw(u"</body>\n</html>\n"_s);
    return page.html().toUtf8();
}

} // namespace ceteris::results
