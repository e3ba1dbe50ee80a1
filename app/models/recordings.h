// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ceteris::models {

// A run that comes with the program: Demo works with no server, no Redis and no network.
struct Recording
{
    QString path; // for Replay::open
    QString title;
    QString about; // a sentence
};
QList<Recording> recordings();

} // namespace ceteris::models
