// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QByteArray>
#include <QString>

namespace ceteris::results {

// The report of a results folder as one HTML file: it opens with no network and no script, begins with the verdict,
// follows the reader's light or dark theme, and prints. The same folder gives the same bytes, wherever it is made, in
// one language. The folder is only read.
Result<QByteArray> htmlReport(const QString& folder);

} // namespace ceteris::results
