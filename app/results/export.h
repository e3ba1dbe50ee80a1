// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QStringList>

#include <array>
#include <optional>

namespace ceteris::results {

enum class ExportFormat { Csv, Locust, Hgrm, Jtl, Html };

inline constexpr std::array exportFormats { ExportFormat::Csv, ExportFormat::Locust, ExportFormat::Hgrm,
    ExportFormat::Jtl, ExportFormat::Html };
QString nameOf(ExportFormat format); // csv, locust, hgrm, jtl, html
std::optional<ExportFormat> exportFormatOf(QStringView name);

// Where an export goes when nobody says where: in the results folder, export-locust/, export.zip or report.html.
QString defaultOutput(const QString& folder, ExportFormat format);

// Writes a results folder in another format and returns the files it wrote; command line and window both call this.
// The folder is only read. output is a folder, with those above it made; for Html it is a file, and for Csv a file when
// it ends in .zip.
Result<QStringList> exportAs(const QString& folder, ExportFormat format, const QString& output);

// Only trials with status ok count in these.

// For each arm × level what `locust --csv <arm>-<level>` would write: _stats, _stats_history and _failures, and a
// README.txt that says where the meaning of a column differs.
Result<QStringList> exportLocust(const QString& folder, const QString& outputDir);

// For each arm × level × operation the percentiles over all trials: <arm>-<level>-<operation>.hgrm and …-service.hgrm.
Result<QStringList> exportHgrm(const QString& folder, const QString& outputDir);

// For each arm × level a JTL of JMeter with a sample for each request, made from the histograms of each second, and a
// README.txt that says so.
Result<QStringList> exportJtl(const QString& folder, const QString& outputDir);

} // namespace ceteris::results
