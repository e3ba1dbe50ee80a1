// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ceteris::widgets {

// As spreadsheets paste it. Tabs and line breaks within a cell become spaces; a cell that a spreadsheet would take for
// a formula gets an apostrophe.
QString tabSeparated(const QStringList& headings, const QList<QStringList>& rows);

} // namespace ceteris::widgets
