// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace ceteris::results {

struct Table
{
    struct Row
    {
        QStringList cells; // plain text
        QString classes;
    };

    QStringList heads;
    int textColumns = 1; // the first so many are text, the others figures, on the right
    std::vector<Row> rows;
    bool lastIsText = false; // a column of remarks behind the figures
};

// The report while it is put together. Whatever goes in as text is escaped.
class Page
{
public:
    void heading(const QString& text, const QString& anchor);
    void subheading(const QString& text);
    void paragraph(const QString& text, const QString& classes = {});
    void list(const QStringList& items, const QString& classes = {});
    void table(const Table& table);
    void begin(const QString& element, const QString& classes = {}); // of what follows
    void end(const QString& element);
    void fold(const QString& summary); // what follows is folded away, but printed; end("details") ends it
    void raw(const QString& html);

    QString html() const { return m_html; }

private:
    QString m_html;
};

} // namespace ceteris::results
