// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/liveverdict.h"

#include "app/models/enginetext.h"
#include "app/results/files.h"
#include "app/results/layout.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ceteris::models {

QString verdictSentence(const QString& folder)
{
    const auto bytes = results::readWhole(folder + u'/' + results::file::verdict);
    if (!bytes)
        return {};
    const auto primary = QJsonDocument::fromJson(*bytes).object().value(u"primary"_s).toArray();
    return engineText(primary.first().toObject().value(u"sentence"_s).toString());
}

QString experimentTitle(const QString& folder)
{
    constexpr qsizetype stamp = 20; // 2026-11-22T06-37-08Z
    const auto name = QDir(folder).dirName();
    const auto when = QDateTime::fromString(name.left(stamp), u"yyyy-MM-dd'T'HH-mm-ss'Z'"_s);
    if (!when.isValid())
        return name;
    const auto local = QDateTime(when.date(), when.time(), Qt::UTC).toLocalTime();
    return u"%1 · %2"_s.arg(name.mid(stamp + 1), local.toString(u"yyyy-MM-dd HH:mm"_s));
}

} // namespace ceteris::models
