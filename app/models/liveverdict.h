// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ceteris::models {

// What came of the experiment in a results folder: the sentence of its registered comparison, as verdict.json has it.
// Empty when there is none yet.
QString verdictSentence(const QString& folder);
QString experimentTitle(const QString& folder); // "quick-look · 2026-11-22 06:37", from the folder's name

} // namespace ceteris::models
