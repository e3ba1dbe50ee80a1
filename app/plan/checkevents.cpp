// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/check.h"

#include "app/plan/names.h"
#include "app/plan/parts.h"
#include "app/plan/rules.h"
#include "app/plan/tomltext.h"
#include "app/plan/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::plan {
namespace {

// How long the sign-outs take at the level where they are over first; 0 without them.
double signOutsS(const Plan& plan)
{
    double leastS = 0;
    for (const auto& level : plan.levels)
        if (const auto lengthS = logoutWindowS(plan, level); leastS == 0 || lengthS < leastS)
            leastS = lengthS;
    return leastS;
}

// What is wrong with one event, each thing once.
class EventCheck
{
public:
    EventCheck(const Plan& plan, std::size_t index, Findings& findings)
        : m_plan(plan)
        , m_event(plan.events[index])
        , m_path(u"event[%1]."_s.arg(index + 1))
        , m_findings(findings)
    {
    }

    void run()
    {
        checkTimes();
        if (m_findings.sound(m_path + u"arms"))
            checkArms();
    }

private:
    void add(QStringView key, const QString& found, const QString& allowed)
    {
        m_findings.add(m_path + key, found, allowed);
    }

    void checkTimes()
    {
        const auto measureS = m_plan.phases.measureS;
        const auto signOutS = signOutsS(m_plan);
        if (!m_findings.sound(m_path + u"at_s") || !m_findings.sound(u"phases.measure_s"_s))
            return;
        if (m_event.atS >= measureS + signOutS)
            return add(u"at_s", shown(m_event.atS),
                signOutS > 0
                    ? Text::tr("less than %1: phases.measure_s and the sign-outs").arg(shown(measureS + signOutS))
                    : Text::tr("less than phases.measure_s, %1").arg(shown(measureS)));
        if (m_event.atS >= measureS)
            checkEnd(measureS + signOutS, Text::tr("at most %1, when the sign-outs end, or 0 to the end of the trial"));
        else
            checkEnd(measureS, Text::tr("at most %1, when the measure window ends, or 0 to the end of the trial"));
    }

    void checkEnd(double endS, const QString& allowed)
    {
        if (m_findings.sound(m_path + u"for_s") && m_event.atS + m_event.forS > endS)
            add(u"for_s", shown(m_event.forS), allowed.arg(shown(endS - m_event.atS)));
    }

    void checkArms()
    {
        if (m_event.arms.isEmpty())
            return add(u"arms", Text::tr("an empty list"), Text::tr("the names of the arms that it befalls"));
        for (const auto& name : m_event.arms) {
            const auto arm = std::ranges::find(m_plan.arms, name, &Arm::name);
            if (arm == m_plan.arms.end())
                return add(u"arms", Text::tr("a list with %1").arg(quoted(name)), Text::tr("names of arms"));
            if (!arm->url.isEmpty())
                return add(u"arms", Text::tr("a list with %1").arg(quoted(name)),
                    Text::tr("arms without url: nothing can be done to a service that is not ours"));
            if (!checkPlace(*arm))
                return;
        }
    }

    bool checkPlace(const Arm& arm)
    {
        if (!m_findings.sound(m_path + u"what") || !m_findings.sound(m_path + u"where"))
            return false;
        if (isScaling(m_event.what)) {
            if (arm.instances < 2)
                add(u"what", quoted(name(m_event.what)),
                    Text::tr("only with arms of 2 or more instances, and %1 has one").arg(quoted(arm.name)));
            return arm.instances > 1;
        }
        const auto isOfRedis = m_event.what == EventKind::Flush || m_event.what == EventKind::MaxMemory;
        if (isOfRedis && arm.store != StoreKind::Redis) {
            add(u"what", quoted(name(m_event.what)),
                Text::tr("only with arms of store = \"redis\", which %1 is not").arg(quoted(arm.name)));
            return false;
        }
        const auto places = isOfRedis ? QStringList { u"store"_s }
            : isOfLink(m_event.what)  ? linkNames(arm)
                                      : partNames(arm);
        if (places.contains(m_event.where))
            return true;
        const auto allowed = isOfLink(m_event.what) ? Text::tr("a link of %1: %2") : Text::tr("a part of %1: %2");
        add(u"where", quoted(m_event.where),
            places.isEmpty() ? Text::tr("%1 has no link that can be disturbed").arg(quoted(arm.name))
                             : allowed.arg(quoted(arm.name), quotedList(places)));
        return false;
    }

    const Plan& m_plan;
    const Event& m_event;
    const QString m_path;
    Findings& m_findings;
};

} // namespace

void checkEvents(const Plan& plan, Findings& findings)
{
    if (!findings.sound(u"arm"_s))
        return;
    for (std::size_t i = 0; i < plan.events.size(); ++i)
        EventCheck(plan, i, findings).run();
}

} // namespace ceteris::plan
