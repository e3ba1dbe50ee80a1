// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/planelements.h"

#include "app/models/plandocument.h"
#include "app/models/plantyped.h"
#include "app/pages/planfield.h"
#include "widgets/chart/armstyle.h"
#include "widgets/input/tonelabel.h"
#include "widgets/shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

// The arm's line with its marker, as charts draw it.
QPixmap armLook(int arm, double ratio)
{
    QPixmap pixmap(QSizeF(QSizeF(40, 16) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    const auto style = widgets::armStyle(arm, widgets::theme().dark);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.colour, 2, style.dash));
    painter.drawLine(QPointF(0, 8), QPointF(40, 8));
    painter.translate(20, 8);
    painter.fillPath(widgets::markerPath(style.marker, 10), style.colour);
    return pixmap;
}

} // namespace

PlanElement::PlanElement(models::PlanDocument* document, const QString& list, int number, QWidget* parent)
    : QFrame(parent)
    , m_document(document)
    , m_list(list)
    , m_number(number)
{
    const auto element = u"%1[%2]"_s.arg(list).arg(number);
    setObjectName(element);
    setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(8);
    setupHeader(column);
    for (const auto& spec : elementFields(list)) {
        m_fields += new PlanField(document, spec, QString(element + u'.'), this);
        column->addWidget(m_fields.back());
    }
    connect(m_duplicate, &QToolButton::clicked, this, [this, element] {
        if (!m_document->duplicate(element))
            showRefusal();
    });
    // Later: the element is gone afterwards, and its button with it.
    const auto remove = [document, element, self = QPointer(this)] {
        if (!document->removeKey(element) && self)
            self->showRefusal();
    };
    connect(m_remove, &QToolButton::clicked, m_document, remove, Qt::QueuedConnection);
    retranslate();
}

void PlanElement::setupHeader(QVBoxLayout* column)
{
    m_look = new QLabel(this);
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::PlainText);
    auto bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_duplicate = new QToolButton(this);
    m_duplicate->setObjectName(u"duplicate"_s);
    m_remove = new QToolButton(this);
    m_remove->setObjectName(u"remove"_s);
    for (auto* button : { m_duplicate, m_remove })
        button->setFocusPolicy(Qt::StrongFocus);
    auto* header = new QHBoxLayout;
    header->setSpacing(8);
    header->addWidget(m_look);
    header->addWidget(m_title, 1);
    header->addWidget(m_duplicate);
    header->addWidget(m_remove);
    column->addLayout(header);
    m_refusal = new widgets::ToneLabel(this);
    m_refusal->setObjectName(u"refusal"_s);
    m_refusal->hide();
    column->addWidget(m_refusal);
}

void PlanElement::showRefusal()
{
    m_refusal->setMessage(widgets::Tone::Bad, PlanField::refusal());
}

void PlanElement::refresh()
{
    const auto called = m_list == u"event" ? u"what"_s : u"name"_s;
    auto title = m_document->value(u"%1[%2].%3"_s.arg(m_list).arg(m_number).arg(called));
    for (const auto& [value, text] : elementFields(m_list).front().choices)
        if (title == QLatin1StringView(value))
            title = formText(text);
    m_title->setText(title);
    for (auto* field : m_fields)
        field->refresh();
    m_refusal->hide();
}

void PlanElement::setReadOnly(bool readOnly)
{
    m_duplicate->setEnabled(!readOnly);
    m_remove->setEnabled(!readOnly);
    for (auto* field : m_fields)
        field->setReadOnly(readOnly);
}

void PlanElement::retranslate()
{
    const auto isArm = m_list == u"arm";
    const auto isEvent = m_list == u"event"; // has no name that a copy could have another one of
    m_duplicate->setVisible(!isEvent);
    m_duplicate->setText(tr("Duplicate"));
    m_remove->setText(tr("Remove"));
    m_duplicate->setAccessibleName(
        isArm ? tr("Duplicate arm %1").arg(m_number) : tr("Duplicate level %1").arg(m_number));
    m_remove->setAccessibleName(isArm ? tr("Remove arm %1").arg(m_number)
            : isEvent                 ? tr("Remove fault %1").arg(m_number)
                                      : tr("Remove level %1").arg(m_number));
    showLook();
}

void PlanElement::showLook()
{
    if (m_list == u"arm")
        m_look->setPixmap(armLook(m_number - 1, devicePixelRatioF()));
    else
        m_look->setText(QString::number(m_number));
}

void PlanElement::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showLook();
    QFrame::changeEvent(event);
}

PlanElements::PlanElements(models::PlanDocument* document, const QString& list, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_list(list)
    , m_column(new QVBoxLayout(this))
    , m_add(new QPushButton(this))
    , m_refusal(new widgets::ToneLabel(this))
{
    m_add->setObjectName(QString(u"add."_s + list));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    m_column->addWidget(m_refusal);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_refusal->hide();
    connect(m_add, &QPushButton::clicked, this, &PlanElements::add);
    retranslate();
}

void PlanElements::refresh()
{
    const auto count = m_document->count(m_list);
    while (m_elements.size() > count)
        delete m_elements.takeLast();
    while (m_elements.size() < count) {
        auto* element = new PlanElement(m_document, m_list, static_cast<int>(m_elements.size()) + 1, this);
        element->setReadOnly(m_readOnly);
        m_column->insertWidget(static_cast<int>(m_elements.size()), element);
        m_elements += element;
    }
    for (auto* element : m_elements)
        element->refresh();
    m_refusal->hide();
}

void PlanElements::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_add->setEnabled(!readOnly);
    for (auto* element : m_elements)
        element->setReadOnly(readOnly);
}

QList<PlanField*> PlanElements::fields() const
{
    QList<PlanField*> all;
    for (const auto* element : m_elements)
        all += element->fields();
    return all;
}

void PlanElements::add()
{
    if (!m_document->addElement(m_list, m_list == u"event" ? newEvent() : newNamed()))
        m_refusal->setMessage(widgets::Tone::Bad, PlanField::refusal());
}

plan::TomlFields PlanElements::newNamed() const
{
    const auto isArm = m_list == u"arm";
    const auto number = m_document->count(m_list) + 1;
    const auto name = models::tomlOfText(isArm ? tr("arm %1").arg(number) : tr("level %1").arg(number));
    plan::TomlFields fields { { u"name"_s, name } };
    if (isArm)
        fields += { u"store"_s, u"\"memory\""_s };
    else
        fields += { u"users"_s, u"100"_s };
    if (!isArm && m_document->reading().plan.load.model == plan::LoadModel::Rate)
        fields += { u"rate_per_s"_s, u"100"_s };
    return fields;
}

// Halfway through measuring, and not to the control.
plan::TomlFields PlanElements::newEvent() const
{
    const auto& plan = m_document->reading().plan;
    const auto arms = plan.arms.empty() ? QStringList() : QStringList { plan.arms.back().name };
    const auto at = models::tomlOfNumber(QString::number(std::floor(plan.phases.measureS / 2)));
    return { { u"what"_s, u"\"kill\""_s }, { u"where"_s, u"\"instance-1\""_s }, { u"at_s"_s, at },
        { u"arms"_s, models::tomlOfTexts(arms) } };
}

void PlanElements::retranslate()
{
    m_add->setText(m_list == u"arm" ? tr("&Add arm") : m_list == u"level" ? tr("Add &level") : tr("Add &fault"));
}

void PlanElements::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ceteris::pages
