// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace ceteris::models {

// Figures as people read them, the same on every screen. nullopt is "—": not measurable, never 0.
QString latencyText(std::optional<double> us); // "4.72 ms", "118 ms", "1.24 s", "312 µs": three digits
QString rateText(std::optional<double> perS); // "12.4 k/s", "850 /s"
QString bytesText(std::optional<double> bytes); // "340 B", "12.4 MiB"
QString percentText(std::optional<double> share); // "12.3 %"
QString coresText(std::optional<double> cores); // "42 %" of one core
QString durationText(double seconds); // "00:42", "12:05", "1:02:05"
QString aboutText(double seconds); // "about 38 min", "less than a minute"
QString threeDigits(double value); // "4.72", "118", "1240"

} // namespace ceteris::models
