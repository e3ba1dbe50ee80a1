// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/resultsraw.h"

#include "app/models/experimenttables.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

ResultsRaw::ResultsRaw(QWidget* parent)
    : ResultsTab(parent)
    , m_note(new QLabel(this))
    , m_table(newTable(&m_files, u"fileTable"_s, this))
    , m_open(new QPushButton(this))
{
    m_note->setTextFormat(Qt::PlainText);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_open->setObjectName(u"openFolder"_s);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_note);
    column->addWidget(m_table, 1);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (shared())
            QDesktopServices::openUrl(QUrl::fromLocalFile(experiment().path()));
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const QString name = index.siblingAtColumn(0).data().toString();
        QDesktopServices::openUrl(QUrl::fromLocalFile(experiment().path() + u'/' + name));
    });
    retranslate();
}

void ResultsRaw::retranslate()
{
    m_table->setAccessibleName(tr("Files"));
    m_open->setText(tr("Show in &folder"));
}

void ResultsRaw::refresh()
{
    m_note->setText(experiment().path());
    m_files.setTable(models::fileTable(experiment()));
}

} // namespace ceteris::pages
