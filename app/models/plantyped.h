// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ceteris::models {

// What a person typed, as TOML. What is no number is written as a text, so that the plan's reader can say what is
// wrong with it.
QString tomlOfText(const QString& typed);
QString tomlOfNumber(const QString& typed);
QString tomlOfSpan(const QString& typed); // "3", "0.5 – 3", "0.5, 3"
QString tomlOfNumbers(const QStringList& typed); // "[0, 1]"
QString tomlOfTexts(const QStringList& typed);

} // namespace ceteris::models
