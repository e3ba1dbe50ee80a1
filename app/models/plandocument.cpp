// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/plandocument.h"

#include "app/models/planfacts.h"
#include "app/plan/rules.h"
#include "app/plan/tomltext.h"
#include "app/results/files.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

// Keys that are not written when they are empty, though they always make sense.
bool mayBeEmpty(const QString& key)
{
    static const QStringList keys { u"question"_s, u"factor"_s, u"decision.level"_s, u"cpus.generator"_s,
        u"cpus.server"_s, u"cpus.store"_s };
    return keys.contains(key) || key.endsWith("].url"_L1);
}

bool isAbout(const QString& problemKey, const QString& key)
{
    return problemKey == key || plan::isWithin(problemKey, key) || problemKey.startsWith(QString(key + u'['));
}

} // namespace

PlanDocument::PlanDocument(QObject* parent)
    : QObject(parent)
{
}

bool PlanDocument::isEmpty() const
{
    return m_text.isEmpty() && m_path.isEmpty();
}

QString PlanDocument::path() const
{
    return m_path;
}

QString PlanDocument::title() const
{
    return m_path.isEmpty() ? m_title : QFileInfo(m_path).fileName();
}

const QByteArray& PlanDocument::text() const
{
    return m_text;
}

const plan::Reading& PlanDocument::reading() const
{
    return m_reading;
}

bool PlanDocument::isModified() const
{
    return m_text != m_saved;
}

Result<void> PlanDocument::open(const QString& path)
{
    const auto bytes = results::readWhole(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    m_path = path;
    load(*bytes);
    return {};
}

Result<void> PlanDocument::save()
{
    return saveAs(m_path);
}

Result<void> PlanDocument::saveAs(const QString& path)
{
    if (const auto written = results::replaceFile(path, m_text); !written)
        return written;
    m_path = path;
    m_saved = m_text;
    m_history.endStep();
    emit changed();
    return {};
}

void PlanDocument::startFrom(const QByteArray& text, const QString& title)
{
    m_path.clear();
    m_title = title;
    load(text);
}

void PlanDocument::load(const QByteArray& text)
{
    m_saved = text;
    m_history.clear();
    m_entries.clear();
    m_effective.clear();
    show(text);
}

void PlanDocument::setText(const QByteArray& text)
{
    apply(text, u"text"_s);
}

void PlanDocument::clear()
{
    startFrom({}, {});
}

bool PlanDocument::isToml() const
{
    return m_isToml;
}

QString PlanDocument::value(const QString& key) const
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->second.isTable)
        return {};
    return found->second.typed.isNull() ? u""_s : found->second.typed;
}

QString PlanDocument::fallback(const QString& key) const
{
    const auto found = m_effective.find(key);
    return found == m_effective.end() ? QString() : found->second.typed;
}

bool PlanDocument::applies(const QString& key) const
{
    return mayBeEmpty(key) || m_effective.contains(key);
}

int PlanDocument::count(const QString& list) const
{
    int found = 0;
    while (m_entries.contains(u"%1[%2]"_s.arg(list).arg(found + 1)))
        ++found;
    return found;
}

QString PlanDocument::problem(const QString& key) const
{
    QStringList sentences;
    for (const auto& it : m_reading.problems)
        if (isAbout(it.key, key))
            sentences += plan::describe(it);
    return sentences.join(u'\n');
}

bool PlanDocument::setValue(const QString& key, const QString& toml)
{
    auto edited = plan::withValue(m_text, key, toml);
    if (edited)
        edited = withoutWhatIsLost(*edited, key);
    return apply(edited, key);
}

bool PlanDocument::removeKey(const QString& key)
{
    auto edited = plan::withoutKey(m_text, key);
    if (edited && !key.endsWith(u']'))
        edited = withoutWhatIsLost(*edited, key);
    return apply(edited, key.endsWith(u']') ? QString() : key);
}

bool PlanDocument::addElement(const QString& list, const plan::TomlFields& fields)
{
    return apply(plan::withElement(m_text, list, fields), {});
}

bool PlanDocument::duplicate(const QString& element)
{
    const auto list = element.left(element.lastIndexOf(u'['));
    QStringList names;
    for (int i = 1; i <= count(list); ++i)
        names += value(u"%1[%2].name"_s.arg(list).arg(i));
    const auto name = value(QString(element + u".name"_s));
    auto copy = plan::derivedName(name, u" copy"_s);
    for (int i = 2; names.contains(copy); ++i)
        copy = plan::derivedName(name, u" copy %1"_s.arg(i));
    return apply(plan::withCopy(m_text, element, copy), {});
}

bool PlanDocument::declareFactor(const QString& armKey)
{
    QStringList keys;
    for (const auto& difference : armDifferences(m_reading.plan))
        if (difference.intended || difference.key == armKey)
            keys += plan::quoted(difference.key);
    for (const auto& key : m_reading.plan.factor)
        if (!keys.contains(plan::quoted(key)))
            keys += plan::quoted(key);
    return apply(plan::withValue(m_text, u"factor"_s, u"[%1]"_s.arg(keys.join(u", "_s))), {});
}

bool PlanDocument::makeEqual(const QString& armKey)
{
    const auto differences = armDifferences(m_reading.plan);
    const auto found = std::ranges::find(differences, armKey, &ArmDifference::key);
    if (found == differences.end())
        return false;
    std::optional<QByteArray> text = m_text;
    for (qsizetype i = 1; i < found->values.size() && text; ++i) {
        const auto key = u"arm[%1].%2"_s.arg(i + 1).arg(armKey);
        if (found->values[i] != found->values.front())
            text = found->values.front() == u"\"\"" ? plan::withoutKey(*text, key)
                                                    : plan::withValue(*text, key, found->values.front());
        if (text)
            text = withoutWhatIsLost(*text, key);
    }
    return apply(text, {});
}

// A key that made sense before an edit and does not after it would only be in the way: the redis table of an arm that
// keeps its sessions in memory now. Undo brings it back.
QByteArray PlanDocument::withoutWhatIsLost(QByteArray text, const QString& edited) const
{
    const auto reading = plan::read(text);
    const auto after = plan::tomlEntries(plan::write(reading.plan));
    const auto isWrong = std::ranges::find(reading.problems, edited, &plan::Problem::key) != reading.problems.end();
    if (!after || isWrong)
        return text;
    for (const auto& [key, entry] : m_effective)
        if (!after->contains(key) && key != edited && !mayBeEmpty(key))
            text = plan::withoutKey(text, key).value_or(text);
    return text;
}

bool PlanDocument::apply(const std::optional<QByteArray>& text, const QString& what)
{
    if (text && *text != m_text) {
        m_history.remember(m_text, what);
        show(*text);
    }
    return text.has_value();
}

void PlanDocument::show(const QByteArray& text)
{
    m_text = text;
    m_reading = plan::read(text);
    const auto entries = plan::tomlEntries(text);
    m_isToml = entries.has_value();
    if (entries) {
        m_entries = *entries;
        m_effective = plan::tomlEntries(plan::write(m_reading.plan)).value_or(plan::TomlEntries());
    }
    emit changed();
}

bool PlanDocument::canUndo() const
{
    return m_history.canUndo();
}

bool PlanDocument::canRedo() const
{
    return m_history.canRedo();
}

void PlanDocument::undo()
{
    if (canUndo())
        show(m_history.undo(m_text));
}

void PlanDocument::redo()
{
    if (canRedo())
        show(m_history.redo(m_text));
}

} // namespace ceteris::models
