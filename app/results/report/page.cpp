// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/report/page.h"

#include "app/results/report/svg.h"

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

QString classed(const QString& element, const QString& classes)
{
    return classes.isEmpty() ? QString(u'<' % element % u'>')
                             : QString(u'<' % element % u" class=\"" % classes % u"\">");
}

} // namespace

void Page::heading(const QString& text, const QString& anchor)
{
    m_html += u"<h2 id=\"%1\">%2</h2>\n"_s.arg(anchor, escaped(text));
}

void Page::subheading(const QString& text)
{
    m_html += u"<h3>"_s % escaped(text) % u"</h3>\n"_s;
}

void Page::paragraph(const QString& text, const QString& classes)
{
    m_html += classed(u"p"_s, classes) % escaped(text) % u"</p>\n"_s;
}

void Page::list(const QStringList& items, const QString& classes)
{
    m_html += classed(u"ul"_s, classes);
    for (const auto& item : items)
        m_html += u"<li>"_s % escaped(item) % u"</li>"_s;
    m_html += u"</ul>\n"_s;
}

void Page::table(const Table& table)
{
    const auto cell = [&table](const QString& element, qsizetype column, const QString& text) {
        const bool isText = column < table.textColumns || (table.lastIsText && column == table.heads.size() - 1);
        return QString(classed(element, isText ? QString() : u"number"_s) % escaped(text) % u"</"_s % element % u'>');
    };
    m_html += u"<div class=\"wide\"><table><thead><tr>"_s;
    for (qsizetype i = 0; i < table.heads.size(); ++i)
        m_html += cell(u"th"_s, i, table.heads[i]);
    m_html += u"</tr></thead><tbody>\n"_s;
    for (const auto& row : table.rows) {
        m_html += classed(u"tr"_s, row.classes);
        for (qsizetype i = 0; i < row.cells.size(); ++i)
            m_html += cell(u"td"_s, i, row.cells[i]);
        m_html += u"</tr>\n"_s;
    }
    m_html += u"</tbody></table></div>\n"_s;
}

void Page::begin(const QString& element, const QString& classes)
{
    m_html += classed(element, classes) % u'\n';
}

void Page::end(const QString& element)
{
    m_html += u"</"_s % element % u">\n"_s;
}

void Page::fold(const QString& summary)
{
    m_html += u"<details><summary>"_s % escaped(summary) % u"</summary>\n"_s;
}

void Page::raw(const QString& html)
{
    m_html += html;
}

} // namespace ceteris::results
