// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/stream.h"

#include <QObject>

namespace ceteris::models {

// Follows the event stream of an experiment that somebody else runs, from its first line on.
class EventTail : public QObject
{
    Q_OBJECT

public:
    explicit EventTail(QObject* parent = nullptr);

    void follow(const QString& folder);
    void stop();

signals:
    void entry(const ceteris::results::Entry& entry);
    void ended(); // finished, or its engine is gone
};

} // namespace ceteris::models
