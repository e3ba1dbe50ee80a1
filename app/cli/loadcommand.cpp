// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/print.h"
#include "app/cli/units.h"
#include "app/load/generator.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ceteris::cli {
namespace {

constexpr auto measured = static_cast<std::size_t>(load::Phase::Measure);

QJsonObject timesOf(const metrics::Histogram& times)
{
    QJsonObject json;
    for (const auto& [name, q] : { std::pair(u"p50"_s, 0.5), std::pair(u"p95"_s, 0.95), std::pair(u"p99"_s, 0.99),
             std::pair(u"p99_9"_s, 0.999) })
        json.insert(name, times.isEmpty() ? QJsonValue() : QJsonValue(qint64(times.quantileUs(q))));
    json.insert(u"max"_s, times.isEmpty() ? QJsonValue() : QJsonValue(qint64(times.maxUs())));
    json.insert(u"mean"_s, times.isEmpty() ? QJsonValue() : QJsonValue(times.meanUs()));
    return json;
}

QJsonObject errorsOf(const load::Counts& counts)
{
    QJsonObject json;
    for (std::size_t i = 0; i < load::failureCount; ++i)
        json.insert(QString::fromLatin1(load::failureNames[i].data()), qint64(counts.failures[i]));
    return json;
}

QJsonObject report(const load::LoadResult& result, const load::LoadSpec& spec)
{
    const auto& phase = result.phases[measured];
    const auto& refresh = phase.operations[plan::index(plan::Operation::Refresh)];
    const auto& counts = refresh.counts;
    return { { u"url"_s, QString(spec.url % spec.mapping.refreshPath) }, { u"users"_s, spec.users },
        { u"threads"_s, spec.threads }, { u"duration_s"_s, phase.windowS },
        { u"requests_per_s"_s, phase.windowS > 0 ? double(refresh.completed) / phase.windowS : 0 },
        { u"planned"_s, qint64(counts.planned) }, { u"unsent"_s, qint64(counts.unsent) },
        { u"sent"_s, qint64(counts.sent) }, { u"ok"_s, qint64(counts.ok) },
        { u"errors"_s, qint64(counts.failed + counts.timeouts) }, { u"errors_by_class"_s, errorsOf(counts) },
        { u"censored"_s, qint64(counts.censored) }, { u"new_connections"_s, qint64(refresh.newConnections) },
        { u"response_us"_s, timesOf(refresh.response) }, { u"service_us"_s, timesOf(refresh.service) },
        { u"lag_p99_us"_s, refresh.lag.isEmpty() ? QJsonValue() : QJsonValue(qint64(refresh.lag.quantileUs(0.99))) },
        { u"generator_cores"_s, result.busiestThreadCores }, { u"generator_cpu_s"_s, result.cpuS },
        { u"stopped"_s, result.stopped } };
}

QString timesLine(const QString& name, const metrics::Histogram& times)
{
    const auto at = [&times](double q) {
        return duration(times.isEmpty() ? std::nullopt : std::optional(double(times.quantileUs(q))));
    };
    return u"%1  p50 %2   p95 %3   p99 %4   p99.9 %5   max %6"_s.arg(
        name.leftJustified(13), at(0.5), at(0.95), at(0.99), at(0.999), at(1));
}

void printReport(const load::LoadResult& result, const load::LoadSpec& spec)
{
    const auto& phase = result.phases[measured];
    const auto& refresh = phase.operations[plan::index(plan::Operation::Refresh)];
    const auto& counts = refresh.counts;
    print(u"%1%2"_s.arg(spec.url, spec.mapping.refreshPath));
    print(u"requests/s     %1   (%2 users, %3 s, %4 answers in the window)"_s
              .arg(rate(phase.windowS > 0 ? double(refresh.completed) / phase.windowS : 0))
              .arg(spec.users)
              .arg(phase.windowS, 0, 'f', 1)
              .arg(refresh.completed));
    print(timesLine(u"response time"_s, refresh.response));
    print(timesLine(u"service time"_s, refresh.service));
    print(u"errors         %1 of %2 sent   censored %3   unsent %4 of %5 planned"_s.arg(counts.failed + counts.timeouts)
              .arg(counts.sent)
              .arg(counts.censored)
              .arg(counts.unsent)
              .arg(counts.planned));
    print(u"generator      %1 cores on its busiest thread, lag p99 %2"_s.arg(threeDigits(result.busiestThreadCores),
        duration(refresh.lag.isEmpty() ? std::nullopt : std::optional(double(refresh.lag.quantileUs(0.99))))));
}

// Splits the address: where to connect, and the path that every user asks for.
bool aim(LoadOptions& options)
{
    const QUrl url(options.url, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != u"http" || url.host().isEmpty()) {
        complain(u"%1 cannot be used as a target; it must look like http://127.0.0.1:8080/path."_s.arg(options.url));
        return false;
    }
    options.spec.url = url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded);
    const auto path
        = url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment | QUrl::FullyEncoded);
    options.spec.mapping.refreshPath = path.isEmpty() ? u"/"_s : path;
    options.spec.mapping.identity.clear();
    return true;
}

} // namespace

bool parseThink(const QString& text, double& minS, double& maxS)
{
    const auto parts = text.split(u'-');
    bool minOk = false;
    bool maxOk = false;
    minS = parts.first().toDouble(&minOk);
    maxS = parts.last().toDouble(&maxOk);
    return parts.size() <= 2 && minOk && maxOk && minS >= 0 && maxS >= minS;
}

ExitCode load(LoadOptions options, const run::StopSignal& stop)
{
    if (!aim(options))
        return Usage;
    load::Generator generator(options.spec);
    if (const auto started = generator.start(); !started) {
        complain(describe(started.error()));
        return CouldNotRun;
    }
    while (!generator.finished()) {
        if (stop.requested())
            generator.stop();
        QThread::msleep(50);
    }
    const auto result = generator.finish();
    const auto& counts = result.phases[measured].operations[plan::index(plan::Operation::Refresh)].counts;
    if (options.json)
        std::fputs(QJsonDocument(report(result, options.spec)).toJson().constData(), stdout);
    else
        printReport(result, options.spec);
    if (counts.ok == 0 && counts.sent > 0) {
        complain(describe(Error { ErrorCode::TargetUnreachable, { options.url, u"no request was answered well"_s } }));
        return CouldNotRun;
    }
    return result.stopped ? NoVerdict : Done;
}

} // namespace ceteris::cli
