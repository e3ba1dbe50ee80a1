// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/planform.h"

#include "app/models/plandocument.h"
#include "app/pages/planelements.h"
#include "app/pages/planfield.h"
#include "widgets/input/tonelabel.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::pages {

using widgets::Tone;
using widgets::ToneLabel;

PlanForm::PlanForm(models::PlanDocument* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_list(new QListWidget(this))
    , m_scroll(new QScrollArea(this))
{
    m_list->setObjectName(u"sections"_s);
    m_list->setFixedWidth(220);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setSpacing(4);
    m_scroll->setObjectName(u"form"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(setupSections());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(m_scroll, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &PlanForm::goTo);
    connect(m_list, &QListWidget::itemClicked, this, [this] { goTo(m_list->currentRow()); }); // the same once more
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { followFocus(now); });
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &PlanForm::followScroll);
    retranslate();
}

QWidget* PlanForm::setupSections()
{
    auto* inner = new QWidget(this);
    // Lines of a form are easier to follow when they are not wider than a page of a book.
    inner->setMaximumWidth(fontMetrics().averageCharWidth() * 120);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(16, 8, 16, 16);
    column->setSpacing(24);
    m_rest = new ToneLabel(inner);
    m_rest->setObjectName(u"otherProblems"_s);
    m_rest->hide();
    column->addWidget(m_rest);
    for (const auto& spec : planSections()) {
        addSection(spec, column);
        m_list->addItem(QString());
    }
    column->addStretch(1);
    return inner;
}

void PlanForm::addSection(const SectionSpec& spec, QVBoxLayout* column)
{
    PlanSection section;
    section.spec = &spec;
    section.widget = new QWidget(this);
    section.widget->setObjectName(QString::fromLatin1(spec.name));
    auto* rows = new QVBoxLayout(section.widget);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    section.title = new QLabel(section.widget);
    auto large = section.title->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    section.title->setFont(large);
    rows->addWidget(section.title);
    section.sentence = new ToneLabel(section.widget);
    rows->addWidget(section.sentence);
    for (const auto& field : spec.fields) {
        section.fields += new PlanField(m_document, field, {}, section.widget);
        rows->addWidget(section.fields.back());
        if (section.fields.back()->key() == u"load.model") {
            m_closedLoop = new ToneLabel(section.widget);
            m_closedLoop->setObjectName(u"closedLoop"_s);
            rows->addWidget(m_closedLoop);
        }
    }
    if (*spec.list) {
        section.elements = new PlanElements(m_document, QString::fromLatin1(spec.list), section.widget);
        rows->addWidget(section.elements);
    }
    column->addWidget(section.widget);
    m_sections += section;
}

void PlanForm::refresh()
{
    for (const auto& section : m_sections) {
        for (auto* field : section.fields)
            field->refresh();
        if (section.elements)
            section.elements->refresh();
    }
    refreshList();
    refreshRest();
    showWarnings();
}

void PlanForm::setReadOnly(bool readOnly)
{
    // Otherwise the focus would wander from each disabled field to the next, and the form would follow it.
    if (readOnly && focusWidget() && focusWidget()->hasFocus() && m_scroll->isAncestorOf(focusWidget()))
        m_list->setFocus(Qt::OtherFocusReason);
    for (const auto& section : m_sections) {
        for (auto* field : section.fields)
            field->setReadOnly(readOnly);
        if (section.elements)
            section.elements->setReadOnly(readOnly);
    }
}

void PlanForm::setListShown(bool shown)
{
    m_list->setVisible(shown);
}

bool PlanForm::focusFirstProblem()
{
    for (const auto& section : m_sections)
        for (auto* field : fieldsOf(section))
            if (!field->problem().isEmpty()) {
                focus(field);
                return true;
            }
    return false;
}

void PlanForm::focusField(const QString& key)
{
    for (const auto& section : m_sections)
        for (auto* field : fieldsOf(section))
            if (field->key() == key)
                return focus(field);
}

void PlanForm::focus(PlanField* field)
{
    field->editor()->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(field, 0, 48);
}

QList<PlanField*> PlanForm::fieldsOf(const PlanSection& section) const
{
    return section.elements ? section.fields + section.elements->fields() : section.fields;
}

void PlanForm::refreshList()
{
    for (int i = 0; i < m_list->count(); ++i) {
        const auto fields = fieldsOf(m_sections[i]);
        const auto wrong
            = std::ranges::count_if(fields, [](const PlanField* field) { return !field->problem().isEmpty(); });
        const auto title = formText(m_sections[i].spec->title);
        m_list->item(i)->setText(wrong > 0 ? QString(title + u"  ✖ "_s + QString::number(wrong)) : title);
    }
}

// What is wrong where no field is: unknown keys, too few arms, text that is no TOML.
void PlanForm::refreshRest()
{
    QStringList sentences;
    for (const auto& problem : m_document->reading().problems) {
        const auto isShown = [&](const PlanSection& section) {
            return std::ranges::any_of(
                fieldsOf(section), [&](const PlanField* field) { return field->key() == problem.key; });
        };
        if (std::ranges::none_of(m_sections, isShown))
            sentences += plan::describe(problem, m_document->title());
    }
    m_rest->setMessage(Tone::Bad, sentences.join(u"\n"_s));
}

void PlanForm::showWarnings()
{
    const auto closed = m_document->reading().plan.load.model == plan::LoadModel::Users;
    m_closedLoop->setMessage(Tone::Warning, closed ? tr("Closed loop hides stalls (coordinated omission)") : QString());
}

void PlanForm::goTo(int section)
{
    m_jumping = true;
    m_scroll->verticalScrollBar()->setValue(m_sections[std::max(section, 0)].widget->y() - 8);
    m_jumping = false;
}

void PlanForm::followScroll()
{
    if (m_jumping)
        return;
    const auto* focused = QApplication::focusWidget();
    if (focused && !focused->visibleRegion().isEmpty() && sectionOf(focused) >= 0)
        return followFocus(focused); // who types in a section is there, whatever stands above it
    const auto top = m_scroll->verticalScrollBar()->value() + m_scroll->viewport()->height() / 4;
    const auto below = std::ranges::find_if(
        std::as_const(m_sections), [top](const PlanSection& section) { return section.widget->y() > top; });
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(std::max(0, static_cast<int>(below - m_sections.cbegin()) - 1));
}

void PlanForm::followFocus(const QWidget* focused)
{
    const int section = sectionOf(focused);
    if (section < 0)
        return;
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(section);
}

int PlanForm::sectionOf(const QWidget* widget) const
{
    const auto found = std::ranges::find_if(
        m_sections, [widget](const PlanSection& section) { return widget && section.widget->isAncestorOf(widget); });
    return found == m_sections.cend() ? -1 : static_cast<int>(found - m_sections.cbegin());
}

void PlanForm::retranslate()
{
    m_list->setAccessibleName(tr("Sections of the plan"));
    for (const auto& section : m_sections) {
        section.title->setText(formText(section.spec->title));
        section.sentence->setVisible(*section.spec->sentence);
        if (*section.spec->sentence)
            section.sentence->setText(formText(section.spec->sentence));
    }
    refreshList();
    showWarnings();
}

void PlanForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
