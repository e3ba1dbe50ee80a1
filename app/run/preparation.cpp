// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/preparation.h"

#include "app/plan/schedule.h"
#include "app/run/arm.h"
#include "app/run/loadspecs.h"
#include "app/run/preflight.h"
#include "app/run/targetcheck.h"

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

constexpr double floorS = 2; // of watching for each level
constexpr double wantedHeadroom = 2; // times the planned rate

// The spec of a level, on no arm in particular.
load::LoadSpec specOf(const PreparationContext& context, std::size_t level)
{
    plan::Trial trial;
    trial.level = static_cast<int>(level);
    trial.seed = context.plan.seed;
    return loadSpec(context.plan, trial, context.cpus, {}, {});
}

PreflightRow headroomRow(const plan::Level& level, double plannedPerS, const load::Floor& floor)
{
    const auto times = plannedPerS > 0 ? floor.maxPerS / plannedPerS : 0;
    PreflightRow row;
    row.name = u"Generator, %1"_s.arg(level.name);
    row.value = u"%1 requests/s at most, %2 planned"_s.arg(std::llround(floor.maxPerS)).arg(std::llround(plannedPerS));
    row.limit = u"twice what is planned"_s;
    row.why = u"A generator near its own limit measures itself."_s;
    row.mend = u"Plan fewer requests a second, or give the generator more threads (load.threads) and CPUs."_s;
    if (plannedPerS > 0)
        row.readiness = times >= wantedHeadroom ? Readiness::Ok : times >= 1 ? Readiness::Warn : Readiness::Fail;
    return row;
}

PreflightRow unknownFloorRow(const plan::Level& level, const Error& error)
{
    PreflightRow row;
    row.name = u"Generator, %1"_s.arg(level.name);
    row.value = describe(error);
    row.readiness = Readiness::Unavailable;
    return row;
}

// Each session is on one instance, and requests go to any.
bool losesSessions(const plan::Arm& arm)
{
    return arm.store == plan::StoreKind::Memory && arm.instances > 1
        && arm.balancer.method == plan::BalancerMethod::RoundRobin;
}

// Each arm is started once and asked by one user: better to learn here that nobody can sign in.
Result<void> tryArms(const PreparationContext& context, std::vector<PreflightRow>& rows)
{
    for (const auto& arm : context.plan.arms) {
        if (arm.isTwin || context.stop.requested())
            continue;
        const auto running = RunningArm::start(
            context.plan, arm, cpusFor(arm, context.cpus), context.workspace, context.serverProgram);
        if (!running)
            return tl::unexpected(running.error());
        Target target;
        target.url = (*running)->url();
        target.isOurs = (*running)->isOurs();
        target.mapping = mappingOf(context.plan, arm);
        target.logout = context.plan.load.logout || target.isOurs;
        target.losesSessions = losesSessions(arm);
        if (const auto redis = (*running)->watch().redis; !redis.empty())
            target.redis = redis.front();
        for (auto& row : checkTarget(target)) {
            row.name = u"%1: %2"_s.arg(arm.name, row.name);
            rows.push_back(std::move(row));
        }
    }
    return {};
}

QString failures(const std::vector<PreflightRow>& rows)
{
    QStringList texts;
    for (const auto& row : rows)
        if (row.readiness == Readiness::Fail)
            texts += u"%1: %2. %3 %4"_s.arg(row.name, row.value, row.why, row.mend);
    return texts.join(u' ');
}

} // namespace

Result<void> prepareAccounts(const PreparationContext& context)
{
    const auto& arms = context.plan.arms;
    const auto ours = std::ranges::find_if(arms, [](const plan::Arm& arm) { return arm.url.isEmpty(); });
    if (ours == arms.end())
        return {};
    const auto progress = [&context](int done, int total) {
        context.journal.write(results::Preparing { done, total });
    };
    const auto mustStop = [&context] { return context.stop.requested() || context.journal.failure(); };
    return services::prepareAccounts(
        { serverConfig(context.plan, *ours), {}, context.serverProgram, progress, mustStop });
}

Result<Prepared> preflight(const PreparationContext& context)
{
    const auto needs = preflightNeeds(context.plan, context.cpus, context.folder);
    PreflightHooks hooks;
    hooks.stop = [&context] { return context.stop.requested(); };
    hooks.progress = [&](double waitedS, const QString& reason) {
        context.journal.write(results::Waiting { waitedS, needs.quietWaitS, reason });
    };
    auto asked = runPreflight(needs, hooks);
    Prepared prepared { asked.accounting, asked.canaryUs, {} };
    for (std::size_t level = 0; level < context.plan.levels.size() && !context.stop.requested(); ++level) {
        const auto spec = specOf(context, level);
        const auto floor = load::measureFloor(spec, context.cpus.server, floorS);
        prepared.floors.push_back(floor ? std::optional(*floor) : std::nullopt);
        asked.rows.push_back(floor ? headroomRow(context.plan.levels[level], load::plannedPerS(spec), *floor)
                                   : unknownFloorRow(context.plan.levels[level], floor.error()));
    }
    prepared.floors.resize(context.plan.levels.size());
    if (const auto tried = tryArms(context, asked.rows); !tried)
        return tl::unexpected(tried.error());
    if (context.stop.requested())
        return fail(ErrorCode::Stopped, { u"the user"_s }); // half of the answers forbid nothing
    context.journal.write(results::Preflight { asked.rows, asked.evidence });
    if (!asked.mayStart())
        return fail(ErrorCode::PreflightFailed, { failures(asked.rows) });
    return prepared;
}

} // namespace ceteris::run
