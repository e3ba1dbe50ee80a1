// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exitcode.h"
#include "app/load/loadspec.h"
#include "app/run/stopsignal.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ceteris::cli {

// One function for each command. They print, and return the exit code.

struct RunOptions
{
    QString plan; // a file, or the name of a preset
    QString output = QStringLiteral("results"); // the folder for results folders
    bool events = false; // the event stream on stdout, for people nothing
    bool preflight = true; // ask the machine first
    QString junit; // a file for a CI server; empty: none
    std::vector<int> again {}; // of `resume`: failed trials whose blocks are run again
};
ExitCode run(const RunOptions& options, const run::StopSignal& stop);

struct CalibrateOptions
{
    QString plan; // a file, or the name of a preset
    QString output; // the folder for results folders
    double pilotS = 240;
    bool withItself = false; // A/A instead of the pilot
};
ExitCode calibrate(const CalibrateOptions& options, const run::StopSignal& stop);

ExitCode resume(const RunOptions& options, const run::StopSignal& stop); // plan: the results folder
ExitCode preflight(const QString& plan, bool events, const run::StopSignal& stop); // ask the machine, start nothing
ExitCode analyse(
    const QString& folder, const QString& junit); // comparison.csv and verdict.json from what is in the folder
ExitCode check(const QString& plan);
ExitCode presets(const QString& show); // lists them, or prints the one named

struct ExportOptions
{
    QString folder;
    QString format; // as in results::nameOf(ExportFormat)
    QString output; // empty: results::defaultOutput()
};
ExitCode exportResults(const ExportOptions& options);

struct ImportOptions
{
    QStringList files;
    QString into; // the folder for results folders
};
ExitCode importFiles(const ImportOptions& options, const run::StopSignal& stop);

struct LoadOptions
{
    QString url;
    load::LoadSpec spec; // url and mapping are filled from the URL
    bool json = false;
};
ExitCode load(LoadOptions options, const run::StopSignal& stop);

// "0.5" or "0.5-3" in seconds; false for anything else.
bool parseThink(const QString& text, double& minS, double& maxS);

} // namespace ceteris::cli
