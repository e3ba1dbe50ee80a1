// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/comparison.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace ceteris::results {

// What a CI server wants to know of an experiment, as JUnit XML: a case for each decision that the plan registered.
// WORSE is a failure; no verdict because the machine was disturbed or the arms cannot be compared is an error; PILOT
// and INCONCLUSIVE are skipped; all else passes. So it is red exactly when the exit code is not 0.
struct JUnitRun
{
    QString experiment;
    QString startedUtc; // ISO 8601
    QString trouble; // why the experiment did not come to its end; empty: it did
};
QByteArray junitXml(const JUnitRun& run, const std::vector<Comparison>& comparisons);

} // namespace ceteris::results
