// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/stream.h"

#include <QFile>
#include <QObject>
#include <QTimer>

namespace ceteris::models {

// Follows the event stream of an experiment that somebody else runs, from its first line on.
class EventTail : public QObject
{
    Q_OBJECT

public:
    explicit EventTail(QObject* parent = nullptr);

    void follow(const QString& folder);
    void stop();
    bool isFollowing() const { return m_look.isActive(); }

    // Whether an engine writes to the folder now: a lock that its process left behind does not count.
    static bool isRunning(const QString& folder);

signals:
    void entry(const ceteris::results::Entry& entry);
    void ended(); // finished, or its engine is gone

private:
    void look();
    void read();
    void takeLines();

    QString m_folder;
    QFile m_file;
    QByteArray m_torn; // of a line whose end is not written yet
    QTimer m_look;
};

} // namespace ceteris::models
