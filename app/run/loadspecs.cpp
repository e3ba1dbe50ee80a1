// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/loadspecs.h"

#include "server/contract/names.h"

namespace ceteris::run {
namespace {

// The same key for all trials: a token of another one is recognised as what it is.
load::OracleSpec oracleSpec(const plan::Plan& plan, const plan::Trial& trial, const QString& experiment)
{
    const bool isOurs = plan.arms[static_cast<std::size_t>(trial.arm)].url.isEmpty();
    load::OracleSpec oracle;
    oracle.marks = isOurs;
    oracle.countsVisits = plan.load.countVisits;
    oracle.probes = true;
    oracle.run = experiment;
    oracle.trial = trial.number;
    oracle.arm = trial.arm;
    oracle.key = plan.seed;
    oracle.idleTimeoutS = isOurs ? plan.server.idleTimeoutS : 0;
    return oracle;
}

} // namespace

plan::Mapping mappingOf(const plan::Plan& plan, const plan::Arm& arm)
{
    auto mapping = arm.mapping;
    if (arm.url.isEmpty() && !plan.server.csrf)
        mapping.csrfField.clear();
    if (arm.url.isEmpty() && !plan.load.countVisits)
        mapping.refreshPath += u'?' + QLatin1StringView(contract::look.data(), contract::look.size());
    return mapping;
}

load::LoadSpec loadSpec(const plan::Plan& plan, const plan::Trial& trial, const CpuSets& cpus,
    const QString& experiment, const QString& url)
{
    const auto& arm = plan.arms[static_cast<std::size_t>(trial.arm)];
    const auto& level = plan.levels[static_cast<std::size_t>(trial.level)];
    load::LoadSpec spec;
    spec.url = url;
    spec.mapping = mappingOf(plan, arm);
    spec.users = level.users;
    spec.spawnPerS = plan.load.spawnPerS;
    spec.model = plan.load.model;
    spec.arrivals = plan.load.arrivals;
    spec.ratePerS = level.ratePerS;
    spec.thinkMinS = level.thinkMinS;
    spec.thinkMaxS = level.thinkMaxS;
    spec.writeShare = plan.load.writeShare;
    spec.botShare = plan.load.botShare;
    spec.imageKib = plan.load.imageKib;
    spec.growBytes = plan.load.growBytes;
    spec.networks = plan.load.networks;
    spec.timeoutS = plan.load.timeoutS;
    spec.threads = plan.load.threads;
    spec.cpus = cpus.generator;
    spec.seed = trial.seed;
    spec.timeline = { plan::loginWindowS(plan, level), plan.phases.warmupS, plan.phases.measureS,
        plan::logoutWindowS(plan, level), plan.phases.drainS };
    spec.oracle = oracleSpec(plan, trial, experiment);
    if (plan::renews(plan, arm))
        spec.tokens = { arm.token.accessS, arm.token.renewal, arm.token.tabs };
    return spec;
}

} // namespace ceteris::run
