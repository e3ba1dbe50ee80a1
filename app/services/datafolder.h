// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace ceteris::services {

// Runs a program to its end with this text as its input; its output when it does not end well. At most 60 s.
Result<void> runToEnd(const QString& program, const QStringList& arguments, const QByteArray& input = {});

// "15.18" of what `program --version` says; the whole line when there is no number in it.
QString versionOf(const QString& program);

// Puts a fresh data directory of a database server at path, which must not be there. Making one takes seconds, so make
// is called once for each name, with a path in the same folder; what it makes is kept in the user's cache folder and
// copied from there.
Result<void> freshDataFolder(
    const QString& path, const QString& name, const std::function<Result<void>(const QString& path)>& make);

} // namespace ceteris::services
