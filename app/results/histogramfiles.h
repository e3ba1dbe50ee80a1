// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/resultsfolder.h"

#include <QDateTime>

namespace ceteris::results {

// The histograms of one trial: <stem>-<operation>.hgrm and <stem>-<operation>-service.hgrm to look at, and lossless in
// <stem>.hlog, HdrHistogram's interval log with a tag for each.
struct HistogramFile
{
    QString folder;
    QString stem;

    Result<void> write(const QDateTime& start, double windowS, const std::vector<TrialHistograms>& histograms) const;
    Result<std::vector<TrialHistograms>> read() const;
};

} // namespace ceteris::results
