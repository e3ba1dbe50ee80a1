// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/import/unzip.h"

#include "app/results/files.h"
#include "app/results/import/copyfolder.h"
#include "app/results/import/newfolder.h"
#include "app/results/import/zipreader.h"
#include "app/results/layout.h"

#include <QFileInfo>

#include <optional>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr qint64 mostBytes = qint64(16) << 30; // unpacked

// The folder in the archive that holds the results: where the outermost manifest is. Nothing: there is none.
std::optional<QString> prefixOf(const std::vector<ZipReader::Entry>& entries)
{
    std::optional<QString> prefix;
    for (const auto& it : entries)
        if (it.name == file::manifest || it.name.endsWith(u'/' + file::manifest))
            if (const auto found = it.name.chopped(file::manifest.size()); !prefix || found.size() < prefix->size())
                prefix = found;
    return prefix;
}

// Files of a results folder lie in it or in its histograms; a name that leads elsewhere is none.
bool isOurs(const QString& name)
{
    const auto inner = name.startsWith(file::histograms + u'/') ? name.mid(file::histograms.size() + 1) : name;
    return !inner.isEmpty() && !inner.startsWith(u'.') && !inner.contains(u'/') && !inner.contains(u'\\')
        && !inner.contains(QChar(0));
}

} // namespace

Result<QString> unzipResults(const QString& zip, const QString& root, const Onward& onward)
{
    auto reader = ZipReader::open(zip);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto entries = reader->entries();
    const auto prefix = prefixOf(entries);
    if (!prefix)
        return fail(ErrorCode::CannotReadFile,
            { zip, u"there is no results folder in it: %1 is missing"_s.arg(file::manifest) });
    NewFolder folder(root);
    if (const auto made = folder.made().and_then([&] { return makeFolder(folder.at(file::histograms)); }); !made)
        return tl::unexpected(made.error());
    qint64 bytes = 0;
    for (const auto& entry : entries) {
        const auto name = entry.name.mid(prefix->size());
        if (!entry.name.startsWith(*prefix) || !isOurs(name))
            continue;
        if ((bytes += entry.size) > mostBytes)
            return fail(ErrorCode::CannotReadFile, { zip, u"more than 16 GiB are in it"_s });
        if (const auto taken = reader->extract(entry, folder.at(name), onward); !taken)
            return tl::unexpected(taken.error());
    }
    if (const auto fit = checkReadable(folder.path()); !fit) {
        auto error = fit.error();
        error.facts.replaceInStrings(folder.path(), zip); // what it is called now says nothing to anybody
        return tl::unexpected(error);
    }
    const auto inner = prefix->chopped(prefix->isEmpty() ? 0 : 1).section(u'/', -1);
    return folder.keepAs(nameOfCopy(inner.isEmpty() ? QFileInfo(zip).completeBaseName() : inner, folder.path()));
}

} // namespace ceteris::results
