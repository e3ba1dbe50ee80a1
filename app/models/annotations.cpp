// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/annotations.h"

#include "app/results/files.h"
#include "app/results/layout.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

QString pathIn(const QString& folder)
{
    return QDir(folder).filePath(results::file::annotations);
}

} // namespace

Annotations readAnnotations(const QString& folder)
{
    const auto bytes = results::readWhole(pathIn(folder));
    if (!bytes)
        return {};
    const auto json = QJsonDocument::fromJson(*bytes).object();
    Annotations annotations { json[u"starred"_s].toBool(), {}, json[u"note"_s].toString() };
    for (const auto& tag : json[u"tags"_s].toArray())
        annotations.tags += tag.toString();
    return annotations;
}

Result<void> writeAnnotations(const QString& folder, const Annotations& annotations)
{
    const QJsonObject json { { u"format"_s, 1 }, { u"starred"_s, annotations.starred },
        { u"tags"_s, QJsonArray::fromStringList(annotations.tags) }, { u"note"_s, annotations.note } };
    return results::replaceFile(pathIn(folder), QJsonDocument(json).toJson());
}

QStringList tagsOf(const QString& text)
{
    QStringList tags;
    for (const auto& part : text.split(u','))
        if (const auto tag = part.simplified(); !tag.isEmpty() && !tags.contains(tag))
            tags += tag;
    return tags;
}

} // namespace ceteris::models
