// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;

namespace ceteris::widgets {

// "Deleted 2 runs. [Undo]" for ten seconds, instead of a question beforehand; or another thing that has happened and
// what can be done with it.
class UndoBar : public QFrame
{
    Q_OBJECT

public:
    explicit UndoBar(QWidget* parent = nullptr);

    void offer(const QString& text, int ms = 10000); // an offer that was still open has expired
    void offer(const QString& text, const QString& verb, const std::function<void()>& then);
    void dismiss(); // as if the time were over

signals:
    void undone();
    void expired();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void open(const QString& text, int ms);
    bool close();

    QLabel* m_text = nullptr;
    QPushButton* m_undo = nullptr;
    QTimer* m_timer = nullptr;
    QString m_verb; // empty: undo
    std::function<void()> m_then;
};

} // namespace ceteris::widgets
