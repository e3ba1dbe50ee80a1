// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/statusstrip.h"

#include <QDir>
#include <QEvent>
#include <QLabel>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

StatusStrip::StatusStrip(QWidget* parent)
    : QStatusBar(parent)
    , m_target(new QLabel(this))
    , m_folder(new QLabel(this))
    , m_cpu(new QLabel(this))
    , m_dropped(new QLabel(this))
{
    m_target->setObjectName(u"statusTarget"_s);
    m_folder->setObjectName(u"statusFolder"_s);
    m_cpu->setObjectName(u"statusCpu"_s);
    m_dropped->setObjectName(u"statusDropped"_s);
    for (auto* label : { m_target, m_folder, m_cpu, m_dropped }) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(8, 0, 8, 0);
    }
    addWidget(m_target);
    addWidget(m_folder, 1);
    addPermanentWidget(m_cpu);
    addPermanentWidget(m_dropped);
    setSizeGripEnabled(false);
    m_target->hide();
    retranslate();
}

void StatusStrip::setTarget(const QString& target)
{
    m_target->setText(target);
    m_target->setVisible(!target.isEmpty());
}

void StatusStrip::setFolder(const QString& path)
{
    m_path = path;
    retranslate();
}

void StatusStrip::setOwnCpu(std::optional<double> share)
{
    m_share = share;
    retranslate();
}

void StatusStrip::setDroppedSamples(int count)
{
    m_count = count;
    retranslate();
}

void StatusStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QStatusBar::changeEvent(event);
}

void StatusStrip::resizeEvent(QResizeEvent* event)
{
    QStatusBar::resizeEvent(event);
    retranslate();
}

void StatusStrip::retranslate()
{
    const QString home = QDir::homePath() + u'/';
    const QString shown = m_path.startsWith(home) ? QString(u"~/"_s + m_path.sliced(home.size())) : m_path;
    m_folder->setText(fontMetrics().elidedText(tr("Results: %1").arg(shown), Qt::ElideMiddle, width() / 2));
    m_folder->setToolTip(m_path);
    m_cpu->setVisible(m_share.has_value());
    if (m_share)
        m_cpu->setText(tr("UI %1 % CPU").arg(std::lround(*m_share * 100)));
    m_cpu->setToolTip(
        tr("What this window uses of one core. It is measured because it is part of the experiment's noise."));
    m_dropped->setText(tr("dropped samples %1").arg(m_count));
    m_dropped->setToolTip(tr("Lines of the engine's event stream that could not be read."));
}

} // namespace ceteris::widgets
