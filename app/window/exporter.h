// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace ceteris::window {

// Writes exports beside the event loop: a long experiment takes seconds.
class Exporter : public QObject
{
    Q_OBJECT

public:
    using Write = std::function<Result<QStringList>()>;

    explicit Exporter(QObject* parent = nullptr);
    ~Exporter() override;

    bool isBusy() const { return m_busy; }
    void start(const QString& target, Write write); // one at a time

signals:
    void done(const QString& target, const ceteris::Result<QStringList>& files);

private:
    QThreadPool m_pool;
    bool m_busy = false;
};

} // namespace ceteris::window
