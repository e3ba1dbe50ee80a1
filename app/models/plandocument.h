// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/read.h"

#include <QObject>

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
    void setText(const QByteArray& text);
    void clear();

signals:
    void changed(); // text, path or modification

private:
    QByteArray m_text;
    QByteArray m_saved;
    QString m_path;
    QString m_title;
    plan::Reading m_reading;
};

} // namespace ceteris::models
