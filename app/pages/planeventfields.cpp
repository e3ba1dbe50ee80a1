// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/planfields.h"

#include <QCoreApplication>

namespace ceteris::pages {
namespace {

using enum FieldKind;

constexpr FieldChoice faults[] { { "kill", QT_TRANSLATE_NOOP("PlanForm", "Kill a part") },
    { "stop", QT_TRANSLATE_NOOP("PlanForm", "Stop a part: it hangs") },
    { "end", QT_TRANSLATE_NOOP("PlanForm", "End a part as an administrator would") },
    { "scale-in", QT_TRANSLATE_NOOP("PlanForm", "One instance less") },
    { "scale-out", QT_TRANSLATE_NOOP("PlanForm", "One instance more") },
    { "flush", QT_TRANSLATE_NOOP("PlanForm", "Flush the store (FLUSHALL)") },
    { "max-memory", QT_TRANSLATE_NOOP("PlanForm", "Limit the memory of the store") },
    { "delay", QT_TRANSLATE_NOOP("PlanForm", "Delay a link") },
    { "hold", QT_TRANSLATE_NOOP("PlanForm", "Hold a link") }, { "cut", QT_TRANSLATE_NOOP("PlanForm", "Cut a link") },
    { "reset", QT_TRANSLATE_NOOP("PlanForm", "Reset a link") } };

constexpr FieldSpec event[] {
    { "what", Choice, QT_TRANSLATE_NOOP("PlanForm", "What"), "", "", faults },
    { "where", Text, QT_TRANSLATE_NOOP("PlanForm", "Where"), "",
        QT_TRANSLATE_NOOP("PlanForm", "A part or a link of the arm, such as store or instance-1."), {} },
    { "arms", ArmNames, QT_TRANSLATE_NOOP("PlanForm", "Arms"), "",
        QT_TRANSLATE_NOOP("PlanForm", "Whom it befalls. The control is better left unharmed."), {} },
    { "at_s", Number, QT_TRANSLATE_NOOP("PlanForm", "At"), QT_TRANSLATE_NOOP("PlanForm", "s"),
        QT_TRANSLATE_NOOP("PlanForm", "Since measuring began."), {} },
    { "for_s", Number, QT_TRANSLATE_NOOP("PlanForm", "For"), QT_TRANSLATE_NOOP("PlanForm", "s"),
        QT_TRANSLATE_NOOP("PlanForm", "Then it is undone. 0: it lasts to the end of the trial."), {} },
    { "delay_ms", Number, QT_TRANSLATE_NOOP("PlanForm", "Delay"), "ms",
        QT_TRANSLATE_NOOP("PlanForm", "Added each way."), {} },
    { "mib", Number, QT_TRANSLATE_NOOP("PlanForm", "Memory limit"), "MiB", "", {} },
};

} // namespace

std::span<const FieldSpec> eventFields()
{
    return event;
}

} // namespace ceteris::pages
