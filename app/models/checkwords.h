// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ceteris::models {

// The names in checks.csv as people read them; a name that is not known is shown without its underscores.
QString checkTitle(const QString& check); // "lag_p99" → "Lateness of sending, p99"
QString checkKindTitle(const QString& kind); // "guard" → "Guard"

} // namespace ceteris::models
