// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/questions.h"

#include <QCoreApplication>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ceteris::window {

void ask(
    QWidget* window, const QString& name, const QString& question, const QString& effect, const QList<Answer>& answers)
{
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, QCoreApplication::applicationName(), question, QMessageBox::NoButton, window);
    box->setObjectName(name);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(effect);
    box->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto& answer : answers) {
        auto* button = box->addButton(answer.text, answer.role);
        if (answer.then)
            QObject::connect(button, &QPushButton::clicked, window, answer.then, Qt::QueuedConnection);
        if (answer.role == QMessageBox::RejectRole)
            box->setEscapeButton(button);
    }
    box->open();
}

void report(QWidget* window, const QString& sentence)
{
    ask(window, u"report"_s, sentence, {},
        { { QCoreApplication::translate("ceteris::window", "Close"), QMessageBox::RejectRole, {} } });
}

} // namespace ceteris::window
