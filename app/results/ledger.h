// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QString>

#include <optional>
#include <vector>

namespace ceteris::results {

// One comparison of an arm with itself: any difference that was claimed is false.
struct LedgerRow
{
    QString timeUtc; // ISO 8601
    QString experiment; // name of the results folder
    QString level;
    QString operation;
    QString metric;
    int blocks = 0;
    std::optional<double> ratio;
    std::optional<double> spread; // of the log ratios
    int claimed = 0; // 1: the interval excluded "no difference"

    bool operator==(const LedgerRow&) const = default;
};

// The ledger of this machine, kept over all experiments: how often does it cry wolf, and how fine can it tell?
// aa-ledger.csv in the user's data folder (XDG_DATA_HOME/ceteris).
QString ledgerPath();

Result<std::vector<LedgerRow>> readLedger(const QString& path); // empty without the file
Result<void> addToLedger(const QString& path, const std::vector<LedgerRow>& rows); // an experiment only once

} // namespace ceteris::results
