// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/comparison.h"

#include <QString>

#include <optional>

namespace ceteris::results {

// Figures as people read them: 3 significant digits and a unit; "—" for what was not measured.
QString threeDigits(double value);
QString timeText(std::optional<double> us); // "4.72 ms"
QString quantityText(const QString& metric, std::optional<double> value); // of a compared metric, in its unit
QString bytesText(double bytes); // "12.4 MiB"

QString metricWords(const QString& metric); // "p99 response time"; of error_rate too
QString changeText(double ratio); // "−16 %", "1.52 ×": from a third up a factor is easier to read
std::optional<stats::Interval> shownInterval(const Comparison& it); // absent when too few blocks stand behind it
QString verdictText(const Comparison& it); // glyph and word: "✔ BETTER"
QString toneOf(const Comparison& it); // class of the style sheet: good, bad, unsure or none

} // namespace ceteris::results
