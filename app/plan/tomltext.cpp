// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/tomltext.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::plan {

QString quoted(const QString& text)
{
    QString toml = u"\""_s;
    for (const auto c : text) {
        if (c == u'"' || c == u'\\')
            toml += u'\\' + QString(c);
        else if (c == u'\n')
            toml += "\\n"_L1;
        else if (c == u'\t')
            toml += "\\t"_L1;
        else if (c < u' ' || c == QChar(0x7f))
            toml += u"\\u%1"_s.arg(static_cast<int>(c.unicode()), 4, 16, QChar(u'0'));
        else
            toml += c;
    }
    return toml + u'"';
}

QString shown(double number)
{
    const auto magnitude = std::abs(number);
    const auto plain = magnitude >= 1e-4 && magnitude < 1e15; // 1000000, not 1e+06
    return QString::number(number, plain ? 'f' : 'g', QLocale::FloatingPointShortest);
}

} // namespace ceteris::plan
