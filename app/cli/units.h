// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace ceteris::cli {

// For people: 3 significant digits and a unit; "—" for what was not measured.
QString duration(std::optional<double> us); // "4.72 ms", "118 us", "1.24 s"
QString rate(std::optional<double> perS); // "2 857", "12.4 k"
QString bytes(std::optional<double> value); // "326 B", "1.21 MiB"
QString span(double seconds); // "8 s", "3 min", "2 h 05 min"
QString threeDigits(double value); // "4.72", "118", "0.0123"

QString counted(qsizetype count, QStringView thing); // "1 block", "8 blocks"

} // namespace ceteris::cli
