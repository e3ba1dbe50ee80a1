// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/texthistory.h"

namespace ceteris::models {

constexpr qsizetype mostSteps = 200;

void TextHistory::remember(const QByteArray& before, const QString& what)
{
    const auto sameStep = !what.isEmpty() && what == m_lastEdit && canUndo();
    if (!sameStep)
        m_undo += before;
    if (m_undo.size() > mostSteps)
        m_undo.removeFirst();
    m_redo.clear();
    m_lastEdit = what;
}

void TextHistory::clear()
{
    *this = {};
}

QByteArray TextHistory::undo(const QByteArray& now)
{
    m_redo += now;
    endStep();
    return m_undo.takeLast();
}

QByteArray TextHistory::redo(const QByteArray& now)
{
    m_undo += now;
    endStep();
    return m_redo.takeLast();
}

} // namespace ceteris::models
