// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace ceteris::models {
class PlanDocument;
}

namespace ceteris::pages {

// The plan as the text that it is, with every problem in it and its line.
class PlanText : public QWidget
{
    Q_OBJECT

public:
    explicit PlanText(models::PlanDocument* document, QWidget* parent = nullptr);

    void refresh();
    void setReadOnly(bool readOnly);
    void goToLine(int line); // from 1
    void focusFirstProblem();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showText();
    void showProblems();
    void markLines();
    void retranslate();

    models::PlanDocument* m_document;
    QPlainTextEdit* m_edit = nullptr;
    QLabel* m_heading = nullptr;
    QListWidget* m_problems = nullptr;
};

} // namespace ceteris::pages
