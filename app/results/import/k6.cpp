// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/k6.h"

#include "app/results/import/tally.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

const auto tool = u"k6"_s;
constexpr double longestMs = 3'600'000; // what a histogram holds
constexpr qint64 longestRunMs = 7LL * 24 * 3'600'000;

struct Parsed
{
    std::optional<ForeignRequest> request; // empty: a line about something else
    QString flaw; // why the line is none of k6; empty: it is one
};

Parsed flawed(const QString& why)
{
    return { std::nullopt, why };
}

// k6 expects 200 to 399 unless its script says otherwise; then the tag expected_response knows.
std::optional<bool> failedOf(const QJsonObject& tags)
{
    const auto expected = tags[u"expected_response"_s].toString();
    if (expected == u"true" || expected == u"false")
        return expected == u"false";
    bool isNumber = false;
    const int status = tags[u"status"_s].toString().toInt(&isNumber);
    return isNumber ? std::optional(status < 200 || status > 399) : std::nullopt;
}

QString errorOf(const QJsonObject& tags)
{
    constexpr qsizetype longest = 200;
    const auto text = tags[u"error"_s].toString().simplified().left(longest);
    if (!text.isEmpty())
        return text;
    const auto status = tags[u"status"_s].toString();
    return status.isEmpty() || status == u"0" ? u"no answer"_s : u"status "_s + status.left(longest);
}

QString nameOf(const QJsonObject& tags)
{
    const auto url = tags[u"name"_s].toString(tags[u"url"_s].toString());
    return QString(tags[u"method"_s].toString() + u' ' + url).trimmed();
}

Parsed parsePoint(const QJsonObject& data)
{
    const auto time = QDateTime::fromString(data[u"time"_s].toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return flawed(u"its data.time is no time like 2026-01-31T12:00:00.123Z"_s);
    const auto ms = data[u"value"_s];
    if (!ms.isDouble() || !(ms.toDouble() >= 0 && ms.toDouble() <= longestMs))
        return flawed(u"its data.value must be milliseconds, 0 to %1"_s.arg(qint64(longestMs)));
    if (!data[u"tags"_s].isObject() && !data[u"tags"_s].isNull() && !data[u"tags"_s].isUndefined())
        return flawed(u"its data.tags are no object"_s);
    const auto tags = data[u"tags"_s].toObject();
    ForeignRequest request { time.toMSecsSinceEpoch() * 1000, std::llround(ms.toDouble() * 1000), nameOf(tags),
        failedOf(tags), {} };
    if (request.failed.value_or(false))
        request.error = errorOf(tags);
    return { request, {} };
}

// Of ten lines one is about the time of a request; the others are looked at from outside.
Parsed parse(QByteArrayView line)
{
    static const QByteArrayView wanted("\"http_req_duration\"");
    if (!line.startsWith('{') || !line.endsWith('}'))
        return flawed(u"it is no JSON object"_s);
    if (!line.contains(wanted))
        return {};
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), line.size()));
    if (!document.isObject())
        return flawed(u"it is no JSON object"_s);
    const auto object = document.object();
    if (object[u"type"_s].toString() != u"Point" || object[u"metric"_s].toString() != u"http_req_duration")
        return {};
    if (!object[u"data"_s].isObject())
        return flawed(u"it has no object \"data\""_s);
    return parsePoint(object[u"data"_s].toObject());
}

class Reading
{
public:
    Reading(const QString& path, const QString& root)
        : m_path(path)
        , m_folder(root)
        , m_tally(m_folder)
    {
    }

    Result<QString> run(LineReader& lines)
    {
        if (const auto begun = m_folder.begin(tool); !begun)
            return tl::unexpected(begun.error());
        while (true) {
            const auto line = lines.next();
            if (!line)
                return tl::unexpected(line.error());
            if (!*line)
                return keep();
            if (const auto taken = take(**line, lines); !taken)
                return tl::unexpected(taken.error());
        }
    }

private:
    Result<void> take(QByteArrayView line, const LineReader& lines)
    {
        static const QByteArrayView mark("\xEF\xBB\xBF");
        line = (lines.number() == 1 && line.startsWith(mark) ? line.sliced(mark.size()) : line).trimmed();
        if (line.isEmpty())
            return {};
        auto parsed = parse(line);
        if (!parsed.flaw.isEmpty() && lines.isTorn() && lines.number() > 1) {
            ++m_torn;
            return {};
        }
        if (parsed.request && !m_tally.isEmpty() && std::abs(parsed.request->endUs / 1000 - m_firstMs) > longestRunMs)
            parsed.flaw = u"its time is more than 7 days from that of the first request"_s;
        if (!parsed.flaw.isEmpty())
            return fail(ErrorCode::CannotReadFile,
                { m_path, u"line %1 is none of k6's --out json: %2"_s.arg(lines.number()).arg(parsed.flaw) });
        if (!parsed.request)
            return {};
        if (m_tally.isEmpty())
            m_firstMs = parsed.request->endUs / 1000;
        return m_tally.add(*parsed.request);
    }

    Result<QString> keep()
    {
        if (m_tally.isEmpty())
            return fail(ErrorCode::CannotReadFile,
                { m_path, u"it has no point of k6's metric http_req_duration, as --out json writes them"_s });
        const QFileInfo info(m_path);
        ImportedRun run;
        run.tool = tool;
        run.name = info.fileName().section(u'.', 0, 0);
        run.files = { info.fileName() };
        run.tornRows = m_torn;
        return m_tally.finish().and_then([&]() -> Result<QString> {
            m_tally.describe(run);
            return m_folder.keep(run, m_tally.histograms(), run.started);
        });
    }

    QString m_path;
    RunFolder m_folder;
    Tally m_tally;
    std::uint64_t m_torn = 0;
    qint64 m_firstMs = 0;
};

} // namespace

Result<QString> importK6(const QString& file, const QString& root, const Onward& onward)
{
    auto lines = LineReader::open(file, onward);
    if (!lines)
        return tl::unexpected(lines.error());
    return Reading(file, root).run(*lines);
}

} // namespace ceteris::results
