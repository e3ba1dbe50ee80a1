// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/plandocument.h"

#include "app/results/files.h"

#include <QFileInfo>

namespace ceteris::models {

PlanDocument::PlanDocument(QObject* parent)
    : QObject(parent)
{
}

bool PlanDocument::isEmpty() const
{
    return m_text.isEmpty() && m_path.isEmpty();
}

QString PlanDocument::path() const
{
    return m_path;
}

QString PlanDocument::title() const
{
    return m_path.isEmpty() ? m_title : QFileInfo(m_path).fileName();
}

const QByteArray& PlanDocument::text() const
{
    return m_text;
}

const plan::Reading& PlanDocument::reading() const
{
    return m_reading;
}

bool PlanDocument::isModified() const
{
    return m_text != m_saved;
}

Result<void> PlanDocument::open(const QString& path)
{
    const auto bytes = results::readWhole(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    m_path = path;
    m_saved = *bytes;
    setText(*bytes);
    return {};
}

Result<void> PlanDocument::save()
{
    return saveAs(m_path);
}

Result<void> PlanDocument::saveAs(const QString& path)
{
    if (const auto written = results::replaceFile(path, m_text); !written)
        return written;
    m_path = path;
    m_saved = m_text;
    emit changed();
    return {};
}

void PlanDocument::startFrom(const QByteArray& text, const QString& title)
{
    m_path.clear();
    m_title = title;
    m_saved = text;
    setText(text);
}

void PlanDocument::setText(const QByteArray& text)
{
    m_text = text;
    m_reading = plan::read(text);
    emit changed();
}

void PlanDocument::clear()
{
    startFrom({}, {});
}

} // namespace ceteris::models
