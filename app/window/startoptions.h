// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ceteris::window {

// What the command line asks of the window.
struct StartOptions
{
    QStringList files; // plans, names of presets, results folders; absolute paths where they exist
    bool newInstance = false;
    QString page; // plan, live, results, compare; empty: where the user was
    QString language; // en, ko; empty: as chosen before
    QString theme; // light, dark, system; empty: as chosen before
    QString replay; // a results folder or recording
    bool demo = false;
    bool benchStart = false; // print the time to the first paint, and leave
};

bool asksForTextOnly(int argc, char* argv[]); // help or version
QString noDisplay(int argc, char* argv[]); // a sentence where no window can be opened; empty: one can

// Prints help, version or what is wrong, and ends the process for these.
StartOptions startOptions(const QStringList& arguments);

} // namespace ceteris::window
