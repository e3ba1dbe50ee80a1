// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace ceteris::widgets {

// "Deleted 2 runs. [Undo]" for ten seconds, instead of a question beforehand.
class UndoBar : public QFrame
{
    Q_OBJECT

public:
    explicit UndoBar(QWidget* parent = nullptr);

    void offer(const QString& text, int ms = 10000); // an offer that was still open has expired
    void dismiss(); // as if the time were over

signals:
    void undone();
    void expired();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    bool close();

    QLabel* m_text = nullptr;
    QPushButton* m_undo = nullptr;
    QTimer* m_timer = nullptr;
};

} // namespace ceteris::widgets
