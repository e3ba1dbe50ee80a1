// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace ceteris::models {

struct LiveWords // for free functions
{
    Q_DECLARE_TR_FUNCTIONS(ceteris::models::LiveWords)
};

// The stream's own names as people read them; a name that is not known is shown as it is.
QString phaseText(const QString& phase); // "warm-up"
QString sourceText(const QString& source); // of a row of the log: "experiment"
QString operationText(const QString& operation); // "login page"
QString stageText(const QString& stage); // of the server: "password hash"

} // namespace ceteris::models
