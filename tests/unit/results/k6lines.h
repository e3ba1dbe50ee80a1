// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace ceteris::results::sample {

// Lines as k6 writes them with --out json.
inline QByteArray k6Line(const QString& metric, qint64 atMs, double value, const QJsonObject& tags)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(atMs, Qt::OffsetFromUTC, 9 * 3600).toString(Qt::ISODateWithMs);
    const QJsonObject data { { QStringLiteral("time"), time }, { QStringLiteral("value"), value },
        { QStringLiteral("tags"), tags } };
    return QJsonDocument({ { QStringLiteral("metric"), metric }, { QStringLiteral("type"), QStringLiteral("Point") },
                             { QStringLiteral("data"), data } })
               .toJson(QJsonDocument::Compact)
        + '\n';
}

inline QJsonObject k6Tags(const QString& name, int status)
{
    const auto expected = status >= 200 && status < 400 ? QStringLiteral("true") : QStringLiteral("false");
    return { { QStringLiteral("name"), name }, { QStringLiteral("method"), QStringLiteral("GET") },
        { QStringLiteral("status"), QString::number(status) }, { QStringLiteral("expected_response"), expected },
        { QStringLiteral("scenario"), QStringLiteral("default") } };
}

inline constexpr qint64 k6StartMs = 1'769'860'800'000; // 2026-01-31T12:00:00Z

// requests of 5 ms, ten a second from the start on, every tenth of them refused; with the lines around them.
inline QByteArray k6Text(int requests, const QString& name = QStringLiteral("http://127.0.0.1:8080/"))
{
    QByteArray text = R"({"type":"Metric","data":{"name":"http_req_duration","type":"trend","contains":"time",)"
                      R"("thresholds":[],"submetrics":null},"metric":"http_req_duration"})"
                      "\n";
    for (int i = 0; i < requests; ++i) {
        const auto endMs = k6StartMs + 100 * i + 5;
        const auto tags = k6Tags(name, i % 10 == 9 ? 503 : 200);
        text += k6Line(QStringLiteral("http_reqs"), endMs, 1, tags);
        text += k6Line(QStringLiteral("http_req_duration"), endMs, 5, tags);
        text += k6Line(QStringLiteral("http_req_waiting"), endMs, 4.5, tags);
    }
    return text;
}

} // namespace ceteris::results::sample
