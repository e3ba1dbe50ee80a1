// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/results/resultsfolder.h"
#include "app/results/trialrow.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace ceteris::results {

// One row of imported.csv. What the tool did not write down is empty.
struct ImportedOperation
{
    QString operation;
    std::uint64_t requests = 0;
    std::optional<std::uint64_t> failed; // of them
    std::optional<double> requestsPerS;
    Percentiles response; // from send to answer, as the tool measured it

    bool operator==(const ImportedOperation&) const = default;
};

struct ImportedFailure // one row of failures.csv
{
    QString operation;
    QString error; // in the tool's words
    std::uint64_t count = 0;

    bool operator==(const ImportedFailure&) const = default;
};

// Of what the percentiles in timeseries.csv are.
enum class Moment { NotRecorded, Second, Window, SinceStart };

// A run of another tool. Nothing of it was controlled: no plan, one arm, one trial, so there is never a verdict.
// Its folder holds manifest.json, imported.csv, failures.csv, timeseries.csv, events.csv, and for a tool that wrote
// down each request histograms/ and live.ndjson.
struct ImportedRun
{
    QString tool; // k6, Locust
    QString name;
    QStringList files; // that were read, without their folder
    QDateTime started; // UTC; invalid: not recorded
    std::optional<double> durationS;
    bool timesIncludeFailures = false;
    Moment moment = Moment::NotRecorded;
    std::uint64_t tornRows = 0; // cut off at the end of a file, and left out
    std::uint64_t lateRequests = 0; // counted in all figures but those over time
    std::uint64_t otherNames = 0; // requests whose names were too many: they count in the total alone
    std::vector<ImportedOperation> operations; // the total of all requests first
    std::vector<ImportedFailure> failures;
};

inline const QString importedTable = QStringLiteral("imported.csv");
inline const QString failureTable = QStringLiteral("failures.csv");
inline const QString allRequests = QStringLiteral("all_requests"); // the total
inline constexpr std::size_t mostNames = 50; // of a run that get figures of their own
inline constexpr std::size_t mostFailures = 200; // rows of failures.csv
inline const QString importedLevel = QStringLiteral("imported");

QByteArray importedCsv(const ImportedRun& run);
QByteArray failuresCsv(const ImportedRun& run);
QJsonObject manifestOf(const ImportedRun& run);

bool isImported(const QString& folder);
Result<ImportedRun> readImported(const QString& folder);

// As the results of an experiment with one arm and one trial, for tables and charts; not for a comparison.
Results resultsOf(const ImportedRun& run, const QString& folder);

} // namespace ceteris::results
