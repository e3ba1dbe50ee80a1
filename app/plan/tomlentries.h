// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>

namespace ceteris::plan {

// A piece of a TOML text: a value, or a table with the header it stands under. Offsets are in bytes.
struct TomlEntry
{
    QString toml; // a value as TOML, always spelled the same; empty for a table
    QString typed; // a value as a person types it: texts without quotes, lists without brackets
    qsizetype keyBegin = 0;
    qsizetype begin = 0; // of the value, or of the header
    qsizetype end = 0;
    bool isTable = false;
    bool hasHeader = false; // [phases], [[arm]]: not phases.measure_s = 5, not phases = { … }
};

// By dotted key as in Problem: "phases.measure_s", "arm[1].redis.transport", and the tables "phases", "arm[1]".
using TomlEntries = std::map<QString, TomlEntry>;

// Whatever a TOML text says, sound as a plan or not; nullopt when it is not TOML.
std::optional<TomlEntries> tomlEntries(const QByteArray& toml);

// Whether the key is in the table: "arm[1].redis.save" in "arm[1]"; everything is in "".
bool isWithin(const QString& key, const QString& table);
QString tableOf(const QString& key); // "arm[1].redis" of "arm[1].redis.save"; empty at the top

} // namespace ceteris::plan
