// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/planfields.h"
#include "widgets/input/fieldrow.h"

#include <QString>

namespace ceteris::models {
class PlanDocument;
}

namespace ceteris::pages {

// A key of the plan as a row of the form: shows what the document says, writes what is typed.
class PlanField : public widgets::FieldRow
{
    Q_OBJECT

public:
    // The prefix is the table that the field's key is in: "arm[2]."; empty at the top.
    PlanField(models::PlanDocument* document, const FieldSpec& spec, const QString& prefix, QWidget* parent = nullptr);

    QString key() const { return m_key; }
    void refresh(); // also hides what makes no sense beside the other values
    void setReadOnly(bool readOnly);
    static QString refusal(); // of an edit that the text does not allow

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupEditor();
    void setupEntry();
    void retranslate();
    void showValue();
    void write(const QString& typed);
    void writeToml(const QString& toml); // null: removes the key
    void finish(bool written);

    models::PlanDocument* m_document;
    const FieldSpec& m_spec;
    QString m_key;
    QString m_echo; // the document's value after the last keystroke: what was typed stays as it was typed
    bool m_writing = false;
};

} // namespace ceteris::pages
