// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QStringList>

namespace ceteris::window {

// The same files as `ceteris-cli export --format`, written by the same code.
Result<QStringList> exportAs(const QString& folder, const QString& format, const QString& target);

} // namespace ceteris::window
