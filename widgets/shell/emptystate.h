// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ceteris::widgets {

// In place of something that is not there: what would be here, why it is not, and what to do about it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSentence(const QString& sentence);
    QPushButton* addButton(const QString& objectName); // its text is the caller's; the first is the default one
    void addWidget(QWidget* widget); // under the buttons: a list of recent files, a card

    QString title() const;
    QString sentence() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    QHBoxLayout* m_buttons = nullptr;
    QVBoxLayout* m_column = nullptr;
};

} // namespace ceteris::widgets
