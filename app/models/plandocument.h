// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/models/texthistory.h"
#include "app/plan/edit.h"
#include "app/plan/read.h"
#include "app/plan/tomlentries.h"

#include <QObject>

#include <optional>

namespace ceteris::models {

// A plan that is being edited. Its text is the truth: what the form cannot show stays in it, comments too.
class PlanDocument : public QObject
{
    Q_OBJECT

public:
    explicit PlanDocument(QObject* parent = nullptr);

    bool isEmpty() const; // no plan yet
    QString path() const; // empty: never saved
    QString title() const; // of the file, or of the preset it came from
    const QByteArray& text() const;
    const plan::Reading& reading() const; // of the text as it is now
    bool isModified() const; // since it was loaded or saved

    Result<void> open(const QString& path);
    Result<void> save(); // to path()
    Result<void> saveAs(const QString& path);
    void startFrom(const QByteArray& text, const QString& title); // a preset, a copy: without a path
    void setText(const QByteArray& text); // typed by a person: one step back for all that is typed in a row
    void clear();

    // Keys are dotted, as in plan::Problem: "phases.measure_s", "arm[2].redis.transport", "arm[2]".
    bool isToml() const; // otherwise the keys are those of the text when it last was
    QString value(const QString& key) const; // as a person types it; null: the text does not say
    QString fallback(const QString& key) const; // what holds when the text does not say; null: nothing
    bool applies(const QString& key) const; // makes sense beside the others: redis.* with store = "redis"
    int count(const QString& list) const; // of "arm", "level"
    QString problem(const QString& key) const; // the sentences about it and what is in it; empty: none

    // Edits of the text; false when it is written in a way that cannot be changed here, and then nothing is.
    bool setValue(const QString& key, const QString& toml); // removes what makes no sense any more
    bool removeKey(const QString& key); // a value, or an element of a list
    bool addElement(const QString& list, const plan::TomlFields& fields);
    bool duplicate(const QString& element); // with a name of its own
    bool declareFactor(const QString& armKey); // beside what is intended already
    bool makeEqual(const QString& armKey); // in every arm as in the first

    bool canUndo() const;
    bool canRedo() const;
    void undo();
    void redo();

signals:
    void changed(); // text, path or modification

private:
    bool apply(const std::optional<QByteArray>& text, const QString& what);
    void show(const QByteArray& text);
    void load(const QByteArray& text);
    QByteArray withoutWhatIsLost(QByteArray text, const QString& edited) const;

    QByteArray m_text;
    QByteArray m_saved;
    QString m_path;
    QString m_title;
    plan::Reading m_reading;
    plan::TomlEntries m_entries; // of the text
    plan::TomlEntries m_effective; // of the plan that was read, defaults too
    bool m_isToml = true;
    TextHistory m_history;
};

} // namespace ceteris::models
