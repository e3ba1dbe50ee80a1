// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/liveinstances.h"

#include "app/models/instancetable.h"
#include "app/models/livemodel.h"
#include "app/pages/livelines.h"
#include "app/pages/resultstab.h"
#include "widgets/chart/timechart.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

LiveInstances::LiveInstances(QWidget* parent)
    : QWidget(parent)
    , m_chart(new widgets::TimeChart(this))
    , m_table(newTable(&m_rows, u"instanceTable"_s, this))
{
    m_chart->setObjectName(u"chartInstances"_s);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter); // all of them are figures
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_chart, 3);
    row->addWidget(m_table, 2);
    retranslate();
}

void LiveInstances::setFrom(const models::LiveModel& model)
{
    m_chart->setLines(instanceLines(model.series()));
    m_rows.setTable(models::instanceTable(model.series()));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch); // again: new rows take what they need
}

void LiveInstances::retranslate()
{
    m_chart->setTitle(tr("Requests of each instance"));
    m_chart->setAxis(throughputAxis());
    m_table->setAccessibleName(tr("Instances"));
}

void LiveInstances::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
