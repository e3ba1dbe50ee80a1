// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace ceteris::models {

// The steps back and forth of a text that is edited. (QUndoStack wants Qt Gui.)
class TextHistory
{
public:
    // Before an edit. Edits of the same thing in a row are one step; an empty name is never the same.
    void remember(const QByteArray& before, const QString& what);
    void endStep() { m_lastEdit.clear(); }
    void clear();

    bool canUndo() const { return !m_undo.isEmpty(); }
    bool canRedo() const { return !m_redo.isEmpty(); }
    QByteArray undo(const QByteArray& now); // the text to go back to
    QByteArray redo(const QByteArray& now);

private:
    QList<QByteArray> m_undo;
    QList<QByteArray> m_redo;
    QString m_lastEdit;
};

} // namespace ceteris::models
