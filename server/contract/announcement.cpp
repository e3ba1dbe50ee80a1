// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/contract/announcement.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ceteris::contract {
namespace {

QJsonObject toJson(const Progress& progress)
{
    return { { u"event"_s, u"progress"_s }, { u"done"_s, progress.done }, { u"total"_s, progress.total } };
}

QJsonObject toJson(const Ready& ready)
{
    return { { u"event"_s, u"ready"_s }, { u"port"_s, ready.port }, { u"pid"_s, ready.pid } };
}

QJsonObject toJson(const Failure& failure)
{
    return { { u"event"_s, u"failed"_s }, { u"code"_s, static_cast<int>(failure.code) },
        { u"sentence"_s, failure.sentence } };
}

} // namespace

QByteArray toLine(const Announcement& announcement)
{
    const auto json = std::visit([](const auto& it) { return toJson(it); }, announcement);
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Announcement> announcementFromLine(const QByteArray& line)
{
    const auto json = QJsonDocument::fromJson(line).object();
    const auto event = json.value(u"event"_s).toString();
    if (event == u"progress")
        return Progress { json.value(u"done"_s).toInt(), json.value(u"total"_s).toInt() };
    if (event == u"ready")
        return Ready { static_cast<quint16>(json.value(u"port"_s).toInt()), json.value(u"pid"_s).toInteger() };
    if (event == u"failed")
        return Failure { static_cast<ExitCode>(json.value(u"code"_s).toInt()), json.value(u"sentence"_s).toString() };
    return std::nullopt;
}

} // namespace ceteris::contract
