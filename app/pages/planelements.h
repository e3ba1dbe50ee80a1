// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/planfields.h"
#include "app/plan/edit.h"

#include <QFrame>
#include <QList>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ceteris::models {
class PlanDocument;
}

namespace ceteris::widgets {
class ToneLabel;
}

namespace ceteris::pages {

class PlanField;

// One arm, level or fault: its look, what can be done with it, its fields.
class PlanElement : public QFrame
{
    Q_OBJECT

public:
    PlanElement(models::PlanDocument* document, const QString& list, int number, QWidget* parent = nullptr);

    void refresh();
    void setReadOnly(bool readOnly);
    const QList<PlanField*>& fields() const { return m_fields; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupHeader(QVBoxLayout* column);
    void retranslate();
    void showLook();
    void showRefusal();

    models::PlanDocument* m_document;
    QString m_list;
    int m_number;
    QLabel* m_look = nullptr;
    QLabel* m_title = nullptr;
    QToolButton* m_duplicate = nullptr;
    QToolButton* m_remove = nullptr;
    widgets::ToneLabel* m_refusal = nullptr;
    QList<PlanField*> m_fields;
};

// The arms, the levels or the faults of a plan, and one more.
class PlanElements : public QWidget
{
    Q_OBJECT

public:
    PlanElements(models::PlanDocument* document, const QString& list, QWidget* parent = nullptr);

    void refresh();
    void setReadOnly(bool readOnly);
    QList<PlanField*> fields() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void add();
    plan::TomlFields newNamed() const;
    plan::TomlFields newEvent() const;
    void retranslate();

    models::PlanDocument* m_document;
    QString m_list;
    QVBoxLayout* m_column = nullptr;
    QList<PlanElement*> m_elements;
    QPushButton* m_add = nullptr;
    widgets::ToneLabel* m_refusal = nullptr;
    bool m_readOnly = false;
};

} // namespace ceteris::pages
