// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/livereplaybar.h"

#include "app/models/figures.h"
#include "app/models/replay.h"
#include "app/pages/livecard.h"
#include "widgets/shell/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

constexpr int speeds[] { 1, 2, 5, 10, 30 };

} // namespace

LiveReplayBar::LiveReplayBar(QWidget* parent)
    : QWidget(parent)
{
    setupParts();
    retranslate();
    hide();
}

void LiveReplayBar::setupParts()
{
    m_mark = new QLabel(this);
    m_mark->setObjectName(u"replayMark"_s);
    auto bold = font();
    bold.setBold(true);
    m_mark->setFont(bold);
    m_play = new QToolButton(this);
    m_play->setObjectName(u"replayPlay"_s);
    m_position = new QSlider(Qt::Horizontal, this);
    m_position->setObjectName(u"replayPosition"_s);
    m_position->setSingleStep(1); // seconds
    m_position->setPageStep(10);
    m_time = new QLabel(this);
    m_speed = new QComboBox(this);
    m_speed->setObjectName(u"replaySpeed"_s);
    for (const auto speed : speeds)
        m_speed->addItem(u"×%1"_s.arg(speed), speed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_mark);
    row->addWidget(m_play);
    row->addWidget(m_position, 1);
    row->addWidget(m_time);
    row->addWidget(m_speed);
    connect(m_play, &QToolButton::clicked, this, &LiveReplayBar::toggle);
    connect(m_position, &QSlider::valueChanged, this, [this](int value) {
        if (m_replay)
            m_replay->seek(value);
    });
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] {
        if (m_replay)
            m_replay->setSpeed(m_speed->currentData().toDouble());
    });
}

void LiveReplayBar::setReplay(models::Replay* replay)
{
    if (m_replay)
        m_replay->disconnect(this);
    m_replay = replay;
    setVisible(replay);
    if (!replay)
        return;
    connect(replay, &models::Replay::changed, this, &LiveReplayBar::refresh);
    connect(replay, &QObject::destroyed, this, &QWidget::hide);
    refresh();
}

void LiveReplayBar::toggle()
{
    if (m_replay)
        m_replay->isPlaying() ? m_replay->pause() : m_replay->play();
}

void LiveReplayBar::refresh()
{
    if (!m_replay)
        return;
    const QSignalBlocker position(m_position);
    const QSignalBlocker speed(m_speed);
    m_position->setRange(0, static_cast<int>(std::ceil(m_replay->lengthS())));
    m_position->setValue(static_cast<int>(std::floor(m_replay->positionS())));
    m_speed->setCurrentIndex(m_speed->findData(static_cast<int>(m_replay->speed())));
    m_play->setText(m_replay->isPlaying() ? tr("❚❚ Pause") : tr("▶ Play"));
    m_time->setText(
        tr("%1 of %2").arg(models::durationText(m_replay->positionS()), models::durationText(m_replay->lengthS())));
    m_mark->setText(tr("REPLAY ×%1").arg(m_replay->speed()));
    setInk(m_mark, widgets::theme().tone(widgets::Tone::Info));
}

void LiveReplayBar::retranslate()
{
    m_position->setAccessibleName(tr("Position in the recording"));
    m_speed->setAccessibleName(tr("Speed of the replay"));
    refresh();
}

void LiveReplayBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
