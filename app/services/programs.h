// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"

#include <QString>
#include <QStringList>

namespace ceteris::services {

// In PATH, or where Debian keeps servers: /usr/sbin, /usr/lib/postgresql/15/bin. Empty: it is not installed.
QString programPath(const QString& program);

// "7.0.15" as the program itself says it; empty when there is none.
QString programVersion(const QString& program);

// What the arms of a plan start beside ceteris-server, each once.
QStringList programsOf(const plan::Plan& plan);

} // namespace ceteris::services
