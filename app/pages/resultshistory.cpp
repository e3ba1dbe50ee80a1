// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/resultshistory.h"

#include "app/models/historyfilter.h"
#include "app/models/historymodel.h"
#include "app/pages/mooddelegate.h"
#include "widgets/shell/undobar.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

using models::HistoryModel;

ResultsHistory::ResultsHistory(HistoryModel* history, QWidget* parent)
    : QWidget(parent)
    , m_history(history)
    , m_filter(new models::HistoryFilter(this))
    , m_query(new QLineEdit(this))
    , m_grouped(new QCheckBox(this))
    , m_table(new QTableView(this))
    , m_count(new QLabel(this))
    , m_compare(new QPushButton(this))
    , m_undo(new widgets::UndoBar(this))
{
    m_filter->setSourceModel(history);
    m_query->setObjectName(u"historyFilter"_s);
    m_query->setClearButtonEnabled(true);
    m_grouped->setObjectName(u"historyGrouped"_s);
    m_compare->setObjectName(u"historyCompare"_s);
    setupTable();
    setupLayout();
    setupKeys();
    connect(m_query, &QLineEdit::textChanged, m_filter, &models::HistoryFilter::setText);
    connect(m_grouped, &QCheckBox::toggled, m_filter, &models::HistoryFilter::setGroupedByPlan);
    connect(m_compare, &QPushButton::clicked, this, [this] { emit compareRequested(m_history->chosen()); });
    connect(history, &HistoryModel::chosenChanged, this, &ResultsHistory::readChoice);
    connect(history, &HistoryModel::refreshed, this, &ResultsHistory::readChoice);
    connect(m_undo, &widgets::UndoBar::undone, this, &ResultsHistory::takeBack);
    connect(m_undo, &widgets::UndoBar::expired, history, &HistoryModel::emptyTrash);
    retranslate();
}

void ResultsHistory::setupTable()
{
    m_table->setObjectName(u"historyTable"_s);
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new MoodDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(HistoryModel::Date, Qt::DescendingOrder);
    auto* const header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this] { emit currentChanged(current()); });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == HistoryModel::Star)
            toggleStar(index.data(HistoryModel::FolderRole).toString());
    });
    connect(m_table, &QTableView::customContextMenuRequested, this, &ResultsHistory::showMenu);
}

void ResultsHistory::setupLayout()
{
    auto* const top = new QHBoxLayout;
    top->addWidget(m_query, 1);
    top->addWidget(m_grouped);
    auto* const bottom = new QHBoxLayout;
    bottom->addWidget(m_count, 1);
    bottom->addWidget(m_compare);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addWidget(m_undo);
    column->addLayout(bottom);
    m_undo->hide();
}

void ResultsHistory::setupKeys()
{
    const auto key = [this](const QKeySequence& keys, auto use) {
        auto* const shortcut = new QShortcut(keys, m_table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, use] {
            if (const auto folder = current(); !folder.isEmpty())
                (this->*use)(folder);
        });
    };
    key(QKeySequence::Delete, &ResultsHistory::discard);
    key(QKeySequence(u"S"_s), &ResultsHistory::toggleStar);
}

void ResultsHistory::retranslate()
{
    m_query->setPlaceholderText(tr("Filter: state:void tag:demo"));
    m_query->setAccessibleName(tr("Filter"));
    m_query->setToolTip(tr("Words, and state: tag: arm: name: before them. States: done, pilot, running, interrupted, "
                           "inconclusive, notcomparable, imported, unreadable, void, starred."));
    m_grouped->setText(tr("&Group by plan"));
    m_table->setAccessibleName(tr("Experiments"));
    m_compare->setText(tr("Com&pare ticked"));
    m_compare->setToolTip(tr("Tick two to four experiments"));
    m_history->retranslate();
    readChoice();
}

void ResultsHistory::readChoice()
{
    const auto chosen = m_history->chosen().size();
    m_compare->setEnabled(chosen >= 2 && chosen <= 4);
    m_count->setText(chosen > 0 ? tr("%n ticked", nullptr, static_cast<int>(chosen))
                                : tr("%n experiment(s)", nullptr, m_history->rowCount()));
}

void ResultsHistory::choose(const QString& folder)
{
    const auto row = m_history->rowOf(folder);
    const auto index = m_filter->mapFromSource(m_history->index(row, HistoryModel::Name));
    if (row < 0)
        m_table->setCurrentIndex({});
    else if (index.isValid())
        m_table->setCurrentIndex(index);
}

QString ResultsHistory::current() const
{
    return m_table->currentIndex().data(HistoryModel::FolderRole).toString();
}

void ResultsHistory::focusFilter()
{
    m_query->setFocus(Qt::ShortcutFocusReason);
    m_query->selectAll();
}

void ResultsHistory::toggleStar(const QString& folder)
{
    const auto* const entry = m_history->entry(m_history->rowOf(folder));
    if (!entry)
        return;
    auto annotations = entry->annotations;
    annotations.starred = !annotations.starred;
    if (const auto written = m_history->annotate(folder, annotations); !written)
        m_count->setText(describe(written.error()));
}

void ResultsHistory::discard(const QString& folder)
{
    m_undo->dismiss(); // what was deleted before stays deleted
    const auto moved = m_history->discard(folder);
    if (!moved) {
        m_count->setText(describe(moved.error()));
        return;
    }
    m_discarded = *moved;
    m_undo->offer(tr("Deleted %1").arg(QFileInfo(folder).fileName()));
}

void ResultsHistory::takeBack()
{
    if (const auto restored = m_history->restore(m_discarded); !restored)
        m_count->setText(describe(restored.error()));
}

void ResultsHistory::showMenu(const QPoint& position)
{
    const auto folder = current();
    if (folder.isEmpty())
        return;
    QMenu menu(this);
    menu.addAction(tr("&Star or unstar"), this, [this, folder] { toggleStar(folder); });
    menu.addAction(tr("Show in &folder"), this, [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    menu.addSeparator();
    menu.addAction(tr("&Delete"), this, [this, folder] { discard(folder); });
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

void ResultsHistory::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ceteris::pages
