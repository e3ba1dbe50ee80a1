// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/import.h"

#include "app/results/import/copyfolder.h"
#include "app/results/import/k6.h"
#include "app/results/import/locustcsv.h"
#include "app/results/import/unzip.h"
#include "app/results/layout.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

enum class Kind { Zip, K6, Text, Empty };

// By the first line that is not empty; gzip is seen through.
Result<Kind> kindOf(const QString& file)
{
    auto lines = LineReader::open(file);
    if (!lines)
        return tl::unexpected(lines.error());
    QFile bytes(file);
    if (bytes.open(QIODevice::ReadOnly) && bytes.peek(4) == "PK\3\4")
        return Kind::Zip;
    while (true) {
        const auto line = lines->next();
        if (!line)
            return tl::unexpected(line.error());
        if (!*line)
            return Kind::Empty;
        auto text = **line;
        if (lines->number() == 1 && text.startsWith("\xEF\xBB\xBF"))
            text = text.sliced(3);
        if (text = text.trimmed(); !text.isEmpty())
            return text.startsWith('{') ? Kind::K6 : Kind::Text;
    }
}

} // namespace

Result<QString> importResults(const QString& file, const QString& root, const Onward& onward)
{
    const QFileInfo info(file);
    if (info.isDir())
        return copyResults(file, root, onward);
    if (info.fileName() == file::plan || info.fileName() == file::manifest)
        return copyResults(info.absolutePath(), root, onward);
    const auto kind = kindOf(file);
    if (!kind)
        return tl::unexpected(kind.error());
    switch (*kind) {
    case Kind::Zip:
        return unzipResults(file, root, onward);
    case Kind::K6:
        return importK6(file, root, onward);
    case Kind::Empty:
        return fail(ErrorCode::CannotReadFile, { file, u"it is empty"_s });
    case Kind::Text:
        if (const auto prefix = locustPrefix(file))
            return importLocust(*prefix, root, onward);
    }
    return fail(ErrorCode::CannotReadFile,
        { file,
            u"it is neither a results folder or its .zip, nor k6's --out json, nor one of Locust's --csv tables, "
            "…_stats.csv and those beside it"_s });
}

QStringList oneOfEachRun(const QStringList& files)
{
    QStringList chosen, prefixes;
    for (const auto& file : files) {
        const auto prefix = locustPrefix(file);
        if (prefix && prefixes.contains(*prefix))
            continue;
        if (prefix)
            prefixes += *prefix;
        chosen += file;
    }
    return chosen;
}

bool isForeign(const QString& file)
{
    static const QStringList ends { u".json"_s, u".ndjson"_s, u".gz"_s, u".csv"_s, u".zip"_s };
    return std::ranges::any_of(ends, [&](const QString& end) { return file.endsWith(end, Qt::CaseInsensitive); });
}

} // namespace ceteris::results
