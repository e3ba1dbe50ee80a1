// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/exports/zip.h"

#include <QFile>

#include <algorithm>
#include <memory>

#include <zip.h>

namespace ceteris::results {
namespace {

constexpr zip_uint16_t firstDay = 0x0021; // 1980-01-01, the earliest that can be said
constexpr zip_uint32_t plainFile = 0100644U << 16; // that everybody may read

struct Discard
{
    void operator()(zip_t* zip) const { zip_discard(zip); }
};

bool add(zip_t* zip, const NamedFile& file)
{
    auto* source = zip_source_buffer(zip, file.bytes.constData(), static_cast<zip_uint64_t>(file.bytes.size()), 0);
    if (!source)
        return false;
    const auto index = zip_file_add(zip, file.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto entry = static_cast<zip_uint64_t>(index);
    return zip_file_set_dostime(zip, entry, 0, firstDay, 0) == 0
        && zip_file_set_external_attributes(zip, entry, 0, ZIP_OPSYS_UNIX, plainFile) == 0;
}

QString sentenceOf(int code)
{
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const auto sentence = QString::fromLocal8Bit(zip_error_strerror(&error));
    zip_error_fini(&error);
    return sentence;
}

} // namespace

Result<void> writeZip(const QString& path, const std::vector<NamedFile>& files)
{
    int code = 0;
    std::unique_ptr<zip_t, Discard> zip(
        zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &code));
    if (!zip)
        return fail(ErrorCode::CannotWriteFile, { path, sentenceOf(code) });
    const bool isWhole = std::ranges::all_of(files, [&zip](const NamedFile& file) { return add(zip.get(), file); });
    if (!isWhole || zip_close(zip.get()) != 0)
        return fail(ErrorCode::CannotWriteFile, { path, QString::fromLocal8Bit(zip_strerror(zip.get())) });
    zip.release(); // closing has freed it
    return {};
}

} // namespace ceteris::results
