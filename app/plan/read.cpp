// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"

#include "app/plan/check.h"
#include "app/plan/fields.h"
#include "app/plan/findings.h"
#include "app/plan/tomlreader.h"

#include <QFile>

#include <tuple>

using namespace Qt::StringLiterals;

namespace ceteris::plan {
namespace {

constexpr qint64 largestFile = 1 << 20;

auto placeOf(const toml::key& key)
{
    return std::tuple(key.source().begin.line, key.source().begin.column);
}

// The format comes first, so that a reader of any version can tell which rules the rest follows.
void checkFormatIsFirst(const toml::table& table, Findings& findings)
{
    const auto format = table.find("format");
    if (format == table.end() || !findings.sound(u"format"_s))
        return;
    for (const auto& [key, node] : table) {
        if (placeOf(key) < placeOf(format->first))
            return findings.add(u"format"_s, Text::tr("not the first key"), Text::tr("above every other key"));
    }
}

// Of a plan in another format nothing else can be said.
bool isOtherFormat(const toml::table& table)
{
    const auto version = table["format"].value_exact<std::int64_t>();
    return version && *version != formatVersion;
}

Reading readTable(const toml::table& table)
{
    Plan plan;
    Findings findings;
    TomlReader reader(table, {}, findings);
    if (isOtherFormat(table)) {
        auto format = formatVersion;
        reader.number("format"_L1, format, formatVersion, formatVersion);
    } else {
        fields(reader, plan);
        reader.finish();
        checkFormatIsFirst(table, findings);
        check(plan, findings);
        plan = withTwin(std::move(plan));
    }
    return { std::move(plan), findings.inOrderOfLines() };
}

} // namespace

Reading read(const QByteArray& toml)
{
    try {
        return readTable(toml::parse(std::string_view(toml.data(), static_cast<std::size_t>(toml.size()))));
    } catch (const toml::parse_error& error) {
        const auto reason = error.description();
        return { {},
            { { static_cast<int>(error.source().begin.line), {},
                Text::tr("not valid TOML: %1")
                    .arg(QString::fromUtf8(reason.data(), static_cast<qsizetype>(reason.size()))),
                {} } } };
    }
}

Result<Reading> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::CannotReadFile, { path, file.errorString() });
    const auto text = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::CannotReadFile, { path, file.errorString() });
    if (text.size() > largestFile)
        return fail(ErrorCode::CannotReadFile, { path, Text::tr("it is larger than 1 MiB, which no plan is") });
    return read(text);
}

} // namespace ceteris::plan
