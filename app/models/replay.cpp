// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/replay.h"

namespace ceteris::models {

Replay::Replay(QObject* parent)
    : QObject(parent)
{
}

Replay::~Replay() = default;

Result<void> Replay::open(const QString&)
{
    return {};
}

double Replay::lengthS() const
{
    return 0;
}

double Replay::positionS() const
{
    return 0;
}

void Replay::seek(double) { }

double Replay::speed() const
{
    return 1;
}

void Replay::setSpeed(double) { }

bool Replay::isPlaying() const
{
    return false;
}

void Replay::play() { }

void Replay::pause() { }

} // namespace ceteris::models
