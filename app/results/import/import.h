// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/import/linereader.h"

#include <QString>
#include <QStringList>

namespace ceteris::results {

// Brings results from elsewhere into a folder of results folders; the path of the new one, which overwrites nothing. By
// what it holds, file is
// - a results folder, or a file of one (its plan, its manifest): copied,
// - the bundle of `ceteris-cli export --format csv`, or a results folder, as .zip: unpacked,
// - k6's --out json, also .gz, or one of Locust's --csv tables: figures of another tool (see importedrun.h).
// It is read to its end before anything shows up under root. Takes as long as the file is long; onward tells how far
// it is and can end it.
Result<QString> importResults(const QString& file, const QString& root, const Onward& onward = {});

// The tables of Locust are several files of one run; of those the first alone, and everything else as it is.
QStringList oneOfEachRun(const QStringList& files);

// Whether a file looks by its name like something to import, not like a plan to open.
bool isForeign(const QString& file);

} // namespace ceteris::results
