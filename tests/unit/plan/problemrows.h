// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

// A plan without mistakes.
extern const QByteArray soundPlan;

// The same with one piece of its text replaced.
QByteArray soundPlanWith(const QByteArray& piece, const QByteArray& replacement);

// Rows for one mistake each: the text and the one sentence that must come of it.
void addProblemRows();
