// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/exports/secrets.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ceteris::results {

QByteArray withoutSecrets(const QByteArray& planText)
{
    return withoutSecrets(QString::fromUtf8(planText)).toUtf8();
}

QString withoutSecrets(QString text)
{
    static const QRegularExpression password(uR"((\bpassword"?\s*=\s*)("(?:[^"\\]|\\.)*"|'[^']*'))"_s);
    static const QRegularExpression inUrl(uR"(://[^/\s"'@]+@)"_s);
    return text.replace(password, uR"(\1"***")"_s).replace(inUrl, u"://***@"_s);
}

} // namespace ceteris::results
