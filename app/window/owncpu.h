// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace ceteris::window {

// What this window itself uses of one core: it is part of the experiment's noise.
class OwnCpu : public QObject
{
    Q_OBJECT

public:
    explicit OwnCpu(QObject* parent = nullptr);

    static double usedS(); // CPU seconds of this process so far

signals:
    void measured(double share); // of the last two seconds

private:
    void measure();

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_usedS = 0;
};

} // namespace ceteris::window
