// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/livelogview.h"

#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

LiveLogView::LiveLogView(QWidget* parent)
    : QWidget(parent)
{
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"logFilter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filtered.setSourceModel(&m_model);
    m_filtered.setFilterKeyColumn(-1);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(m_filter, &QLineEdit::textChanged, &m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    setupTable();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_filter, 0, Qt::AlignRight);
    column->addWidget(m_table, 1);
    m_filter->setMinimumWidth(fontMetrics().averageCharWidth() * 32);
    retranslate();
}

void LiveLogView::setupTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"eventLog"_s);
    m_table->setModel(&m_filtered);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the text takes the room there is
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4);
    auto* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(models::LiveLogModel::Text, QHeaderView::Stretch);
    header->resizeSection(models::LiveLogModel::Time, fontMetrics().averageCharWidth() * 10);
    header->resizeSection(models::LiveLogModel::PhaseName, fontMetrics().averageCharWidth() * 14);
    header->resizeSection(models::LiveLogModel::Source, fontMetrics().averageCharWidth() * 14);
    const auto* bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) { m_follows = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this] { // by a new row, or by less room
        if (m_follows)
            m_table->scrollToBottom();
    });
    connect(m_table, &QTableView::clicked, this, &LiveLogView::choose);
    connect(m_table, &QTableView::activated, this, &LiveLogView::choose);
}

// Of whole rows, or the first one is cut while the newest one is in view.
void LiveLogView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int row = m_table->verticalHeader()->defaultSectionSize();
    const int around = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    const int room = height() - m_filter->sizeHint().height() - layout()->spacing() - around;
    m_table->setMaximumHeight(around + std::max(1, room / row) * row);
}

void LiveLogView::setRows(const std::deque<models::LogRow>& rows)
{
    m_model.setRows(rows);
}

void LiveLogView::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void LiveLogView::choose(const QModelIndex& index)
{
    const auto second = index.data(models::LiveLogModel::TrialSecondRole);
    if (second.isValid())
        emit momentChosen(index.data(models::LiveLogModel::TrialRole).toInt(), second.toDouble());
}

void LiveLogView::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter events"));
    m_filter->setAccessibleName(tr("Filter events"));
    m_table->setAccessibleName(tr("Event log"));
    m_model.retranslate();
}

void LiveLogView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
