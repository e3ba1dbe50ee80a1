// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/exports/liveticks.h"

#include <QByteArray>
#include <QString>

namespace ceteris::results::jtl {

QByteArray header(); // JMeter's default columns

// The requests of one operation in one second, as far as they are known: each bucket of its histogram as so many
// samples, spread over the second.
struct Second
{
    QString arm;
    QString operation;
    int users = 0;
    qint64 endMs = 0; // of Unix time
    double lengthS = 1;
    double timeoutS = 0;
};
QByteArray samples(const Second& second, const OperationTick& tick);

} // namespace ceteris::results::jtl
