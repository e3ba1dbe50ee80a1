// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace ceteris::results {

// The names inside a results folder.
namespace file {
inline const QString plan = QStringLiteral("plan.ceteris.toml");
inline const QString manifest = QStringLiteral("manifest.json");
inline const QString live = QStringLiteral("live.ndjson");
inline const QString trials = QStringLiteral("trials.csv");
inline const QString series = QStringLiteral("timeseries.csv");
inline const QString events = QStringLiteral("events.csv");
inline const QString checks = QStringLiteral("checks.csv");
inline const QString violations = QStringLiteral("violations.csv");
inline const QString faults = QStringLiteral("faults.csv");
inline const QString comparison = QStringLiteral("comparison.csv");
inline const QString verdict = QStringLiteral("verdict.json");
inline const QString histograms = QStringLiteral("histograms");
inline const QString annotations = QStringLiteral("annotations.json"); // a person's own: tags, a note
inline const QString lock = QStringLiteral(".lock");
}

// A name from a plan as part of a file name: letters and digits of any script, _ - and ., at most
// 40; anything else becomes _.
QString fileSafe(const QString& name);

QString folderName(const QDateTime& utc, const QString& planName); // 2026-01-31T12-00-00Z-blog
QString trialStem(int trial, const QString& arm, const QString& level); // 7-redis-busy

} // namespace ceteris::results
