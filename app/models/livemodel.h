// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/stream.h"

#include <QObject>

namespace ceteris::models {

// An experiment as far as its event stream tells: the reader behind Live and Demo, the same for a running engine, one
// that is attached to, and a replay.
class LiveModel : public QObject
{
    Q_OBJECT

public:
    explicit LiveModel(QObject* parent = nullptr);

    void reset(); // nothing is running, nothing was
    void take(const results::Entry& entry);

signals:
    void changed(); // at most once a second while ticks come, at once for anything else
};

} // namespace ceteris::models
