// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/results/stream.h"

#include <QObject>

#include <vector>

class QTimer;

namespace ceteris::models {

// A recorded event stream, played again at 1 to 30 times its speed. The same recording gives the same frames.
class Replay : public QObject
{
    Q_OBJECT

public:
    explicit Replay(QObject* parent = nullptr);
    ~Replay() override;

    Result<void> open(const QString& path); // a results folder, or a file of events; then paused at the beginning

    double lengthS() const;
    double positionS() const;
    void seek(double s); // backwards too: rewound() and every entry up to there
    double speed() const;
    void setSpeed(double factor); // 1 … 30
    bool isPlaying() const;
    void play();
    void pause();

signals:
    void rewound(); // forget everything
    void entry(const ceteris::results::Entry& entry);
    void changed(); // position, speed, playing
};

} // namespace ceteris::models
