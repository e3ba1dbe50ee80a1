// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/planfields.h"

#include <QList>
#include <QWidget>

class QLabel;
class QListWidget;
class QScrollArea;
class QVBoxLayout;

namespace ceteris::models {
class PlanDocument;
}

namespace ceteris::widgets {
class ToneLabel;
}

namespace ceteris::pages {

class PlanElements;
class PlanField;

// A heading with what belongs under it.
struct PlanSection
{
    const SectionSpec* spec = nullptr;
    QWidget* widget = nullptr;
    QLabel* title = nullptr;
    widgets::ToneLabel* sentence = nullptr;
    QList<PlanField*> fields;
    PlanElements* elements = nullptr; // arms, levels
};

// The plan as a form: its sections in a list, all of them one below the other in a scroll area.
class PlanForm : public QWidget
{
    Q_OBJECT

public:
    explicit PlanForm(models::PlanDocument* document, QWidget* parent = nullptr);

    void refresh();
    void setReadOnly(bool readOnly);
    void setListShown(bool shown); // of the sections
    bool focusFirstProblem(); // false: no field shows one
    void focusField(const QString& key);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* setupSections();
    void addSection(const SectionSpec& spec, QVBoxLayout* column);
    QList<PlanField*> fieldsOf(const PlanSection& section) const;
    void refreshList();
    void refreshRest();
    void showWarnings();
    void goTo(int section);
    void followScroll();
    void followFocus(const QWidget* focused);
    int sectionOf(const QWidget* widget) const; // -1: none
    void focus(PlanField* field);
    void retranslate();

    models::PlanDocument* m_document;
    QListWidget* m_list = nullptr;
    QScrollArea* m_scroll = nullptr;
    widgets::ToneLabel* m_rest = nullptr; // problems that no field shows
    widgets::ToneLabel* m_closedLoop = nullptr;
    QList<PlanSection> m_sections;
    bool m_jumping = false; // to a section that was chosen, however far it can be scrolled
};

} // namespace ceteris::pages
