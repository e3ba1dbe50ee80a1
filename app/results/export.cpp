// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/export.h"

#include "app/results/exports/csvbundle.h"
#include "app/results/files.h"
#include "app/results/report/report.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr std::array names { "csv"_L1, "locust"_L1, "hgrm"_L1, "jtl"_L1, "html"_L1 };
static_assert(names.size() == exportFormats.size());

Result<void> makeFolderOf(const QString& file)
{
    return makeFolder(QFileInfo(file).absolutePath());
}

Result<QStringList> exportCsv(const QString& folder, const QString& output)
{
    const auto files = csvBundle(folder);
    if (!files)
        return tl::unexpected(files.error());
    if (output.endsWith(u".zip", Qt::CaseInsensitive))
        return makeFolderOf(output).and_then([&] { return writeZip(output, *files); }).map([&] {
            return QStringList { output };
        });
    if (const auto made = makeFolder(output); !made)
        return tl::unexpected(made.error());
    QStringList written;
    for (const auto& file : *files) {
        written += output + u'/' + file.name;
        if (const auto done = replaceFile(written.last(), file.bytes); !done)
            return tl::unexpected(done.error());
    }
    return written;
}

Result<QStringList> exportHtml(const QString& folder, const QString& output)
{
    const auto report = htmlReport(folder);
    if (!report)
        return tl::unexpected(report.error());
    return makeFolderOf(output).and_then([&] { return replaceFile(output, *report); }).map([&] {
        return QStringList { output };
    });
}

} // namespace

QString nameOf(ExportFormat format)
{
    return names[static_cast<std::size_t>(format)];
}

std::optional<ExportFormat> exportFormatOf(QStringView name)
{
    const auto found = std::ranges::find_if(names, [name](QLatin1StringView it) { return it == name; });
    if (found == names.end())
        return std::nullopt;
    return exportFormats[static_cast<std::size_t>(found - names.begin())];
}

QString defaultOutput(const QString& folder, ExportFormat format)
{
    const QDir dir(folder);
    if (format == ExportFormat::Html)
        return dir.filePath(u"report.html"_s);
    return dir.filePath(format == ExportFormat::Csv ? u"export.zip"_s : QString(u"export-"_s + nameOf(format)));
}

Result<QStringList> exportAs(const QString& folder, ExportFormat format, const QString& output)
{
    switch (format) {
    case ExportFormat::Csv:
        return exportCsv(folder, output);
    case ExportFormat::Locust:
        return exportLocust(folder, output);
    case ExportFormat::Hgrm:
        return exportHgrm(folder, output);
    case ExportFormat::Jtl:
        return exportJtl(folder, output);
    case ExportFormat::Html:
        return exportHtml(folder, output);
    }
    return QStringList {};
}

} // namespace ceteris::results
