// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace ceteris::results {

// A plan's text that may leave the house: passwords of test accounts and those in URLs are ***.
QByteArray withoutSecrets(const QByteArray& planText);
QString withoutSecrets(QString text);

} // namespace ceteris::results
