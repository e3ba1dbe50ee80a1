// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

#include <functional>

namespace ceteris::window {

struct Answer
{
    QString text; // a verb
    QMessageBox::ButtonRole role = QMessageBox::AcceptRole;
    std::function<void()> then = {};
};

// A question over the window that stops nothing else; Esc is the answer with RejectRole. name: of the dialog, for
// tests.
void ask(
    QWidget* window, const QString& name, const QString& question, const QString& effect, const QList<Answer>& answers);

// Something that could not be done, and why.
void report(QWidget* window, const QString& sentence);

} // namespace ceteris::window
