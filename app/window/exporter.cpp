// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exporter.h"

#include <QMetaObject>

namespace ceteris::window {

Exporter::Exporter(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

Exporter::~Exporter()
{
    m_pool.waitForDone(); // its work ends in this object
}

void Exporter::start(const QString& target, Write write)
{
    m_busy = true;
    m_pool.start([this, target, write = std::move(write)] {
        const auto files = write();
        QMetaObject::invokeMethod(
            this,
            [this, target, files] {
                m_busy = false;
                emit done(target, files);
            },
            Qt::QueuedConnection);
    });
}

} // namespace ceteris::window
