// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/planfile.h"
#include "app/cli/print.h"
#include "app/cli/units.h"
#include "app/plan/read.h"
#include "app/plan/schedule.h"

using namespace Qt::StringLiterals;

namespace ceteris::cli {

ExitCode check(const QString& plan)
{
    const auto file = openPlan(plan);
    if (!file) {
        complain(file.error());
        return Usage;
    }
    const auto& it = file->plan;
    QStringList arms;
    for (const auto& arm : it.arms)
        arms.append(arm.name);
    print(u"%1: %2"_s.arg(it.name, it.question));
    print(u"%1 (%2) × %3 × %4 = %5, seed %6"_s
              .arg(counted(arms.size(), u"arm"), arms.join(u", "_s), counted(qsizetype(it.levels.size()), u"level"),
                  counted(it.blocks, u"block"), counted(qsizetype(plan::schedule(it).size()), u"trial"))
              .arg(it.seed));
    for (const auto& level : it.levels)
        print(u"  %1: %2, about %3 a trial"_s.arg(
            level.name, counted(level.users, u"user"), span(plan::trialSeconds(it, level))));
    print(u"It will take about %1, plus once the making of %2 accounts. Nothing was started."_s
              .arg(span(plan::experimentSeconds(it)))
              .arg(it.accounts.count));
    return Done;
}

ExitCode presets(const QString& show)
{
    if (!show.isEmpty()) {
        const auto text = plan::preset(show);
        if (text.isEmpty()) {
            complain(u"There is no preset \"%1\"; there are: %2."_s.arg(show, plan::presetNames().join(u", "_s)));
            return Usage;
        }
        std::fputs(text.constData(), stdout);
        return Done;
    }
    for (const auto& name : plan::presetNames()) {
        const auto reading = plan::read(plan::preset(name));
        print(u"%1  %2  (about %3)"_s.arg(
            name.leftJustified(12), reading.plan.question, span(plan::experimentSeconds(reading.plan))));
    }
    return Done;
}

} // namespace ceteris::cli
