// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/annotations.h"
#include "app/models/experiment.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace ceteris::models {

// One row of the history: a results folder at a glance.
struct HistoryEntry
{
    QString folder; // absolute
    QString name; // the plan's; of one that cannot be read the folder's
    QStringList arms;
    Standing standing = Standing::Unreadable;
    QString error; // why it cannot be read
    int blocksUsed = 0;
    int blocksPlanned = 0;
    int blocksVoid = 0;
    int percentDone = 100; // of the planned trials
    QString headline; // "p99 −31 % [−36, −25]"
    double effect = 0; // ln of the registered ratio, to sort by
    QDateTime started; // UTC
    double durationS = 0;
    Annotations annotations;
    QByteArray stamp; // of the files it was read from: another stamp, another reading
};

bool isResultsFolder(const QString& folder); // an experiment of ours, or an imported run
HistoryEntry readEntry(const QString& folder);
QByteArray stampOf(const QString& folder);

// All results folders below a root, newest first; what has not changed is taken from `known`.
QList<HistoryEntry> scan(const QString& root, const QList<HistoryEntry>& known);

} // namespace ceteris::models
