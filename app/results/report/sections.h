// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/report/page.h"
#include "app/results/report/reportdata.h"

namespace ceteris::results {

// The parts of the report, in its order. Each adds nothing when it has nothing to tell.
void addVerdict(Page& page, const ReportData& data);
void addComparisons(Page& page, const ReportData& data);
void addTrials(Page& page, const ReportData& data);
void addDistributions(Page& page, const ReportData& data);
void addOverTime(Page& page, const ReportData& data);
void addExclusions(Page& page, const ReportData& data);
void addFaults(Page& page, const ReportData& data);
void addChecks(Page& page, const ReportData& data);
void addDifferences(Page& page, const ReportData& data);
void addEnvironment(Page& page, const ReportData& data);
void addMethod(Page& page, const ReportData& data);
void addFiles(Page& page, const ReportData& data);

} // namespace ceteris::results
