// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/manifest.h"

#include "app/load/version.h"
#include "app/monitor/machine.h"
#include "app/plan/schedule.h"
#include "app/services/services.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

QJsonArray toJson(const std::vector<int>& cpus)
{
    QJsonArray json;
    for (const auto cpu : cpus)
        json.append(cpu);
    return json;
}

QJsonObject toJson(const CpuSets& cpus)
{
    return { { u"generator"_s, toJson(cpus.generator) }, { u"server"_s, toJson(cpus.server) },
        { u"store"_s, toJson(cpus.store) }, { u"allowed"_s, toJson(allowedCpus()) },
        { u"pinned"_s, !cpus.generator.empty() } };
}

QJsonObject versions(const plan::Plan& plan)
{
    QJsonObject json { { u"ceteris"_s, QStringLiteral(CETERIS_VERSION) }, { u"qt"_s, QString::fromLatin1(qVersion()) },
        { u"compiler"_s, QStringLiteral("g++ " __VERSION__) }, { u"libcurl"_s, load::libraryVersion() } };
    for (const auto& program : services::programsOf(plan))
        json.insert(QString(program).replace(u'-', u'_'), services::programVersion(program));
    return json;
}

QJsonArray toJson(const std::vector<plan::Trial>& schedule, const plan::Plan& plan)
{
    QJsonArray json;
    for (const auto& trial : schedule)
        json.append(QJsonObject { { u"trial"_s, trial.number }, { u"block"_s, trial.block },
            { u"position"_s, trial.position }, { u"arm"_s, plan.arms[static_cast<std::size_t>(trial.arm)].name },
            { u"level"_s, plan.levels[static_cast<std::size_t>(trial.level)].name },
            { u"seed"_s, QString::number(trial.seed) } }); // text: JSON numbers lose 64-bit integers elsewhere
    return json;
}

} // namespace

QJsonObject manifest(
    const plan::Plan& plan, const std::vector<plan::Trial>& schedule, const CpuSets& cpus, bool complete)
{
    return { { u"format"_s, 1 }, { u"written"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate) },
        { u"complete"_s, complete }, { u"name"_s, plan.name }, { u"seed"_s, QString::number(plan.seed) },
        { u"versions"_s, versions(plan) }, { u"host"_s, monitor::machineFacts() }, { u"cpus"_s, toJson(cpus) },
        { u"schedule"_s, toJson(schedule, plan) } };
}

} // namespace ceteris::run
