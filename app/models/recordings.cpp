// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/recordings.h"

#include "app/models/livewords.h"

using namespace Qt::StringLiterals;

namespace ceteris::models {

QList<Recording> recordings()
{
    return { { u":/recordings/quick-look.ndjson.z"_s, LiveWords::tr("Recorded: sessions in memory and in Redis"),
                 LiveWords::tr("The plan quick-look on a quiet machine with 2 cores.") },
        { u":/recordings/disturbed.ndjson.z"_s, LiveWords::tr("Recorded: something else used the CPU"),
            LiveWords::tr("A compiler runs beside the experiment: its blocks are found out and run again.") } };
}

} // namespace ceteris::models
