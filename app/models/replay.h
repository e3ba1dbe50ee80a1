// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/results/stream.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

class QIODevice;

namespace ceteris::models {

// A recorded event stream, played again at 1 to 30 times its speed. The same recording gives the same frames.
class Replay : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<double()>; // seconds, steady
    static constexpr double slowest = 1;
    static constexpr double fastest = 30;

    explicit Replay(QObject* parent = nullptr, Clock clock = {});
    ~Replay() override;

    // A results folder, or a file of events, packed by qCompress when it ends in .z; then paused at the beginning.
    Result<void> open(const QString& path);
    QString path() const { return m_path; }

    double lengthS() const;
    double positionS() const { return m_positionS; }
    bool isAtEnd() const { return m_next == m_lines.size(); }
    void seek(double s); // backwards too: rewound() and every entry up to there
    double speed() const { return m_speed; }
    void setSpeed(double factor); // 1 … 30
    bool isPlaying() const { return m_frame.isActive(); }
    void play(); // from the beginning when it is at its end
    void pause();

signals:
    void rewound(); // forget everything
    void entry(const ceteris::results::Entry& entry); // its time is that of the recording as a whole
    void advanced(double s); // the recording's clock, for what passes between entries
    void changed(); // position, speed, playing

private:
    struct Line
    {
        qint64 offset = 0;
        qint64 length = 0;
        double tS = 0; // since the beginning of the recording, over all its resumptions
    };

    Result<void> index();
    void runTo(double s);
    void frame();

    QString m_path;
    std::unique_ptr<QIODevice> m_device;
    std::vector<Line> m_lines;
    std::size_t m_next = 0; // of m_lines
    double m_positionS = 0;
    double m_speed = slowest;
    Clock m_clock;
    double m_frameS = 0; // on m_clock, of the last frame
    QTimer m_frame;
};

} // namespace ceteris::models
