// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/recordings.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ceteris::models {

QList<Recording> recordings()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("ceteris::models", text); };
    return { { u":/recordings/quick-look.ndjson.z"_s, tr("Recorded: sessions in memory and in Redis"),
                 tr("The plan quick-look on a quiet machine with 2 cores.") },
        { u":/recordings/disturbed.ndjson.z"_s, tr("Recorded: something else used the CPU"),
            tr("A compiler runs beside the experiment: its blocks are found out and run again.") } };
}

} // namespace ceteris::models
