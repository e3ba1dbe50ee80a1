// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ceteris::plan {

// As a TOML basic string: in double quotes, control characters escaped.
QString quoted(const QString& text);

// The shortest text that is read back as the same number; "5" rather than "5.0".
QString shown(double number);

} // namespace ceteris::plan
