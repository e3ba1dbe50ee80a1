// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/planfield.h"

#include "app/models/plandocument.h"
#include "app/models/plantyped.h"
#include "widgets/input/chiplist.h"
#include "widgets/input/choiceentry.h"
#include "widgets/input/valueentry.h"

#include <QCheckBox>
#include <QEvent>
#include <QThread>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

using widgets::ChipList;
using widgets::Choice;
using widgets::ChoiceEntry;
using widgets::ValueEntry;

QStringList elements(const QString& typed)
{
    return typed.split(u", "_s, Qt::SkipEmptyParts);
}

// CPUs of this machine; a plan for another one keeps its own.
QList<Choice> cpuChoices()
{
    QList<Choice> choices;
    for (int cpu = 0; cpu < QThread::idealThreadCount(); ++cpu)
        choices += Choice { QString::number(cpu), QString::number(cpu), {} };
    return choices;
}

QList<Choice> levelChoices(const models::PlanDocument& document)
{
    QList<Choice> choices { { {}, formText(QT_TRANSLATE_NOOP("PlanForm", "The last one")), {} } };
    for (int i = 1; i <= document.count(u"level"_s); ++i) {
        const auto name = document.value(u"level[%1].name"_s.arg(i));
        if (!name.isEmpty())
            choices += Choice { name, name, {} };
    }
    return choices;
}

QList<Choice> armChoices(const models::PlanDocument& document)
{
    QList<Choice> choices;
    for (const auto& arm : document.reading().plan.arms)
        choices += Choice { arm.name, arm.name, {} };
    return choices;
}

} // namespace

PlanField::PlanField(models::PlanDocument* document, const FieldSpec& spec, const QString& prefix, QWidget* parent)
    : FieldRow(parent)
    , m_document(document)
    , m_spec(spec)
    , m_key(prefix + QString::fromLatin1(spec.key))
{
    setObjectName(QString(u"row."_s + m_key));
    setupEditor();
    editor()->setObjectName(m_key);
    retranslate();
}

void PlanField::setupEditor()
{
    switch (m_spec.kind) {
    case FieldKind::Flag: {
        auto* box = new QCheckBox(this);
        connect(box, &QCheckBox::clicked, this, [this](bool on) { writeToml(on ? u"true"_s : u"false"_s); });
        return setEditor(box, true);
    }
    case FieldKind::Choice:
    case FieldKind::LevelName: {
        auto* entry = new ChoiceEntry(this);
        connect(entry, &ChoiceEntry::chosen, this, &PlanField::write);
        return setEditor(entry, false);
    }
    case FieldKind::Cpus:
    case FieldKind::ArmNames:
    case FieldKind::Words: {
        auto* chips = new ChipList(this);
        connect(chips, &ChipList::edited, this, [this](const QStringList& values) {
            const auto numbers = m_spec.kind == FieldKind::Cpus;
            writeToml(values.isEmpty() ? QString()
                    : numbers          ? models::tomlOfNumbers(values)
                                       : models::tomlOfTexts(values));
        });
        return setEditor(chips, true);
    }
    case FieldKind::Text:
    case FieldKind::TextOrNone:
    case FieldKind::Number:
    case FieldKind::Span:
        return setupEntry();
    }
}

void PlanField::setupEntry()
{
    const auto isNumber = m_spec.kind == FieldKind::Number || m_spec.kind == FieldKind::Span;
    auto* entry = new ValueEntry(isNumber ? ValueEntry::Kind::Number : ValueEntry::Kind::Text, this);
    connect(entry, &ValueEntry::textEdited, this, &PlanField::write);
    setEditor(entry, !isNumber);
}

void PlanField::retranslate()
{
    setLabel(formText(m_spec.label));
    setUnit(*m_spec.unit ? formText(m_spec.unit) : QString());
    setHint(*m_spec.hint ? formText(m_spec.hint) : QString());
    QList<Choice> choices;
    for (const auto& [value, text] : m_spec.choices)
        choices += Choice { QString::fromLatin1(value), formText(text), {} };
    if (auto* entry = qobject_cast<ChoiceEntry*>(editor()); entry && m_spec.kind == FieldKind::Choice)
        entry->setChoices(choices);
    if (auto* chips = qobject_cast<ChipList*>(editor()))
        chips->setChoices(m_spec.kind == FieldKind::Cpus ? cpuChoices() : choices); // of arms: by showValue()
}

void PlanField::refresh()
{
    const auto problem = m_document->problem(m_key);
    setProblem(problem);
    setVisible(m_document->applies(m_key) || !m_document->value(m_key).isNull() || !problem.isEmpty());
    if (!m_writing)
        showValue();
}

void PlanField::showValue()
{
    const auto said = m_document->value(m_key);
    const auto holds = said.isNull() ? m_document->fallback(m_key) : said;
    if (auto* entry = qobject_cast<ValueEntry*>(editor())) {
        const auto isSpan = m_spec.kind == FieldKind::Span;
        const auto shown = [isSpan](QString text) { return isSpan ? text.replace(u", "_s, u" – "_s) : text; };
        entry->setPlaceholderText(shown(m_document->fallback(m_key)));
        if (!entry->hasFocus() || said != m_echo)
            entry->setValue(shown(said));
        m_echo = said;
    } else if (auto* box = qobject_cast<QCheckBox*>(editor())) {
        box->setChecked(holds == u"true");
    } else if (auto* choice = qobject_cast<ChoiceEntry*>(editor())) {
        if (m_spec.kind == FieldKind::LevelName)
            choice->setChoices(levelChoices(*m_document));
        choice->setValue(holds);
    } else if (auto* chips = qobject_cast<ChipList*>(editor())) {
        if (m_spec.kind == FieldKind::ArmNames)
            chips->setChoices(armChoices(*m_document));
        chips->setChosen(elements(holds));
    }
}

void PlanField::setReadOnly(bool readOnly)
{
    if (auto* entry = qobject_cast<ValueEntry*>(editor()))
        entry->setReadOnly(readOnly); // can still be read and copied
    else
        editor()->setEnabled(!readOnly);
}

void PlanField::write(const QString& typed)
{
    const auto mayBeNothing = m_spec.kind == FieldKind::TextOrNone;
    if (typed.trimmed().isEmpty() && !mayBeNothing)
        return writeToml({});
    switch (m_spec.kind) {
    case FieldKind::Number:
        return writeToml(models::tomlOfNumber(typed));
    case FieldKind::Span:
        return writeToml(models::tomlOfSpan(typed));
    default:
        return writeToml(models::tomlOfText(typed));
    }
}

void PlanField::writeToml(const QString& toml)
{
    m_writing = true;
    const auto written = toml.isNull() ? m_document->removeKey(m_key) : m_document->setValue(m_key, toml);
    m_writing = false;
    finish(written);
}

void PlanField::finish(bool written)
{
    m_echo = m_document->value(m_key);
    if (written)
        return;
    showValue();
    if (auto* entry = qobject_cast<ValueEntry*>(editor()))
        entry->setValue(m_echo);
    setProblem(refusal());
}

QString PlanField::refusal()
{
    return tr("This is written in a way the form cannot change; edit the text.");
}

void PlanField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showValue();
    }
    FieldRow::changeEvent(event);
}

} // namespace ceteris::pages
