// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/demofigures.h"

#include "app/models/figures.h"
#include "app/models/livemodel.h"
#include "app/pages/demosizes.h"
#include "app/pages/livecard.h"
#include "widgets/chart/armstyle.h"
#include "widgets/shell/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

constexpr QChar unitSpace = u'\u00a0'; // between a figure and its unit

QString glyphOf(widgets::Marker marker)
{
    switch (marker) {
    case widgets::Marker::Circle:
        return u"●"_s;
    case widgets::Marker::Square:
        return u"■"_s;
    case widgets::Marker::Triangle:
        return u"▲"_s;
    case widgets::Marker::Diamond:
        return u"◆"_s;
    case widgets::Marker::Down:
        return u"▼"_s;
    case widgets::Marker::Cross:
        break;
    }
    return u"✚"_s;
}

} // namespace

DemoFigures::DemoFigures(QWidget* parent)
    : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(0);
    for (std::size_t i = 0; i < figureCount; ++i) {
        const auto column = static_cast<int>(i);
        m_labels[i] = new QLabel(this);
        grid->addWidget(m_labels[i], 0, column);
        auto* pair = new QHBoxLayout;
        pair->setSpacing(16);
        for (auto& cell : m_cells[i])
            pair->addWidget(makeCell(cell), 1);
        grid->addLayout(pair, 1, column);
        grid->setColumnStretch(column, 1);
    }
    retranslate();
}

QWidget* DemoFigures::makeCell(Cell& cell)
{
    auto* box = new QWidget(this);
    cell.name = new QLabel(box);
    cell.value = new QLabel(u"—"_s, box);
    cell.unit = new QLabel(box);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    grid->addWidget(cell.value, 0, 0, Qt::AlignLeft);
    grid->addWidget(cell.unit, 0, 1, Qt::AlignLeft | Qt::AlignBottom);
    grid->addWidget(cell.name, 1, 0, 1, 2);
    return box;
}

void DemoFigures::setFrom(const models::LiveModel& model)
{
    const auto& arms = model.state().experiment.arms;
    const auto* trial = model.state().trial();
    const int other = trial && trial->arm > 0 ? trial->arm : 1; // beside the control: what runs, or the first one
    const std::array shown { 0, other };
    for (std::size_t i = 0; i < armCount; ++i) {
        const auto figures = model.figuresOf(shown[i]);
        const std::array texts { models::latencyText(figures.p99Us), models::rateText(figures.achievedPerS),
            models::bytesText(figures.storeBytes) };
        for (std::size_t j = 0; j < figureCount; ++j) {
            auto& cell = m_cells[j][i];
            cell.arm = shown[i];
            const auto glyph = glyphOf(widgets::armStyle(cell.arm, false).marker);
            cell.name->setText(arms.size() > shown[i] ? QString(glyph + u' ' + arms.value(shown[i])) : QString());
            const bool noRedis = j == 2 && !figures.storeBytes && figures.p99Us;
            setValue(cell, noRedis ? tr("none") : texts[j]);
        }
    }
    applyColours();
}

void DemoFigures::setValue(Cell& cell, const QString& text)
{
    cell.value->setText(text.section(unitSpace, 0, 0));
    cell.unit->setText(text.section(unitSpace, 1));
}

void DemoFigures::setScreen(const QSize& screen)
{
    constexpr double widest = 0.04; // six figures stand beside each other
    const auto height = screen.height();
    const auto value = std::min(demo::value, widest * screen.width() / std::max(1, height));
    for (std::size_t i = 0; i < figureCount; ++i) {
        demo::setSize(m_labels[i], height, demo::label);
        for (auto& cell : m_cells[i]) {
            demo::setSize(cell.value, height, value, true);
            demo::setSize(cell.unit, height, demo::label);
            demo::setSize(cell.name, height, demo::label, true);
        }
    }
}

void DemoFigures::applyColours()
{
    const auto theme = widgets::theme();
    for (std::size_t i = 0; i < figureCount; ++i) {
        setInk(m_labels[i], theme.text);
        for (auto& cell : m_cells[i])
            for (auto* label : { cell.name, cell.value, cell.unit })
                setInk(label, widgets::armStyle(cell.arm, theme.dark).colour);
    }
}

void DemoFigures::retranslate()
{
    m_labels[0]->setText(tr("99 of 100 answers within"));
    m_labels[1]->setText(tr("Requests answered"));
    m_labels[2]->setText(tr("Redis memory"));
}

void DemoFigures::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
