// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

// Edits of a plan's text that change one thing and leave everything else as it is written: comments, order, layout,
// and what nobody knows. The text has to be TOML, not a sound plan. nullopt when the text says the thing in a way that
// is not understood here (such as phases = { … }): nothing is changed then rather than something else too.
namespace ceteris::plan {

// The key with this value (as TOML: 5, "redis", [0, 1]); added where it belongs when it is not there.
std::optional<QByteArray> withValue(const QByteArray& toml, const QString& key, const QString& value);

// Without the key: a value, a table ("arm[1].redis"), an element of a list ("arm[2]"). The comment behind a value
// stays.
std::optional<QByteArray> withoutKey(const QByteArray& toml, const QString& key);

// With one more table in a list ("arm"), behind the others.
using TomlFields = QList<std::pair<QString, QString>>; // keys and values as TOML
std::optional<QByteArray> withElement(const QByteArray& toml, const QString& list, const TomlFields& fields);

// With a copy of an element ("arm[1]") behind it, under another name.
std::optional<QByteArray> withCopy(const QByteArray& toml, const QString& element, const QString& name);

// With another phases.warmup_s, provided that the text is a sound plan and stays the same but for it.
std::optional<QByteArray> withWarmup(const QByteArray& toml, double warmupS);

} // namespace ceteris::plan
