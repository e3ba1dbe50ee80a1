// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"

#include <QStringList>

#include <vector>

namespace ceteris::plan {

// The processes of an arm by name, as its trials have them: instance-1, balancer, store, … None for a service that is
// not ours.
QStringList partNames(const Arm& arm);

// The links of an arm that can be disturbed, by the name of where they lead or of who uses them.
QStringList linkNames(const Arm& arm);

// What befalls an arm, in the order of time. To the twin happens what happens to the control.
std::vector<Event> eventsOf(const Plan& plan, const Arm& arm);

// The links of an arm that any event of the plan names: they are led through a proxy in every arm that has them, so
// that arms do not differ in that.
QStringList disturbedLinks(const Plan& plan, const Arm& arm);

} // namespace ceteris::plan
