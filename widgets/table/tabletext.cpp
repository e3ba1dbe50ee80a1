// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table/tabletext.h"

using namespace Qt::StringLiterals;

namespace ceteris::widgets {
namespace {

QString cell(const QString& text)
{
    auto simple = text;
    for (const QChar breaking : { u'\t', u'\n', u'\r' })
        simple.replace(breaking, u' ');
    bool number = false;
    simple.toDouble(&number);
    if (!number && !simple.isEmpty() && u"=+-@"_s.contains(simple.front()))
        simple.prepend(u'\'');
    return simple;
}

QString line(const QStringList& cells)
{
    QStringList safe;
    for (const auto& text : cells)
        safe += cell(text);
    return safe.join(u'\t') + u'\n';
}

} // namespace

QString tabSeparated(const QStringList& headings, const QList<QStringList>& rows)
{
    QString text = line(headings);
    for (const auto& row : rows)
        text += line(row);
    return text;
}

} // namespace ceteris::widgets
