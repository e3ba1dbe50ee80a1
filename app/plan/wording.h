// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>

namespace ceteris::plan {

// Pieces of the sentences about what is wrong in a plan and what would be right.
QString elided(const QString& text);
QString keyText(const QString& key); // as TOML wants it: bare where it can be
QString quotedList(const QStringList& words);
QString wholeNumbers(std::int64_t low, std::int64_t high);
QString numbers(double low, double high);

} // namespace ceteris::plan
