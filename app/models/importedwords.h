// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"
#include "app/results/import/importedrun.h"

#include <QString>
#include <QStringList>

namespace ceteris::models {

// An imported run as people read it: figures of another tool, marked as such, and never a verdict.
QString importedMark(const results::ImportedRun& run); // whose figures these are, and what they do not stand for
QString importedHeadline(const results::ImportedRun& run); // "p50 4.74 ms · p99 90.9 ms"
QString importedSentence(const results::ImportedRun& run); // tool, date, duration, requests, errors, percentiles
QStringList importedNotes(const results::ImportedRun& run); // what was left out, and what times are times of
Table importedTable(const results::ImportedRun& run); // one row for each operation, all requests first
Table failureTable(const results::ImportedRun& run);

QString momentText(const results::ImportedRun& run); // of what the percentiles over time are; empty: there are none
QString whyNoPercentiles(const results::ImportedRun& run); // over time; empty: there are some
QString whyNoHistogram(const results::ImportedRun& run);

} // namespace ceteris::models
