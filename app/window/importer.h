// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <atomic>

namespace ceteris::window {

// Reads files from elsewhere into the folder for results, one after the other and beside the event loop: they may be
// gigabytes. Its end gives up what is not whole yet, which leaves nothing behind.
class Importer : public QObject
{
    Q_OBJECT

public:
    explicit Importer(QObject* parent = nullptr);
    ~Importer() override;

    bool isBusy() const { return m_busy; }
    void start(const QStringList& files, const QString& root); // behind those that wait
    void cancel(); // all of them

signals:
    void progressed(const QString& file, int percent);
    void done(const QString& file, const ceteris::Result<QString>& folder); // ErrorCode::Stopped: cancelled

private:
    void next();
    void finish(const QString& file, const Result<QString>& folder);

    struct Job
    {
        QString file;
        QString root;
    };
    QThreadPool m_pool;
    QList<Job> m_waiting;
    std::atomic<bool> m_cancelled = false;
    bool m_busy = false;
};

} // namespace ceteris::window
