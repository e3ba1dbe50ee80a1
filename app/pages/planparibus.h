// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ceteris::models {
class PlanDocument;
struct ArmDifference;
}

namespace ceteris::widgets {
class ToneLabel;
}

namespace ceteris::pages {

// Ceteris paribus: in what the arms differ, and whether that is what they are to differ in.
class PlanParibus : public QWidget
{
    Q_OBJECT

public:
    explicit PlanParibus(models::PlanDocument* document, QWidget* parent = nullptr);

    void refresh();
    void setReadOnly(bool readOnly);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRow(const models::ArmDifference& difference);
    void told(bool written); // by the document, of an edit
    void retranslate();

    models::PlanDocument* m_document;
    QLabel* m_title = nullptr;
    widgets::ToneLabel* m_summary = nullptr;
    widgets::ToneLabel* m_refusal = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QWidget* m_list = nullptr;
    bool m_readOnly = false;
};

} // namespace ceteris::pages
