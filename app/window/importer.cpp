// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/importer.h"

#include "app/results/import/import.h"

#include <QMetaObject>

namespace ceteris::window {

Importer::Importer(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

Importer::~Importer()
{
    m_cancelled = true;
    m_pool.waitForDone(); // its work ends in this object
}

void Importer::start(const QStringList& files, const QString& root)
{
    for (const auto& file : results::oneOfEachRun(files))
        m_waiting.append({ file, root });
    if (!m_busy)
        next();
}

void Importer::cancel()
{
    m_waiting.clear();
    m_cancelled = true;
}

void Importer::next()
{
    if (m_waiting.isEmpty())
        return;
    m_busy = true;
    m_cancelled = false;
    const auto job = m_waiting.takeFirst();
    emit progressed(job.file, 0);
    m_pool.start([this, job] {
        int told = 0; // a signal for each percent, not for each piece
        const auto folder = results::importResults(job.file, job.root, [this, &job, &told](double share) {
            if (const int percent = static_cast<int>(share * 100); percent > told) {
                told = percent;
                QMetaObject::invokeMethod(
                    this, [this, file = job.file, percent] { emit progressed(file, percent); }, Qt::QueuedConnection);
            }
            return !m_cancelled;
        });
        QMetaObject::invokeMethod(
            this, [this, job, folder] { finish(job.file, folder); }, Qt::QueuedConnection);
    });
}

void Importer::finish(const QString& file, const Result<QString>& folder)
{
    m_busy = false;
    next(); // first: whoever hears of the end sees whether more is to come
    emit done(file, folder);
}

} // namespace ceteris::window
