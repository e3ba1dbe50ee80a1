// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace ceteris::window {

// The language of all texts, Qt's own dialogs included, changed while the program runs.
class Language
{
public:
    ~Language();

    void apply(const QString& choice); // system, en, ko; anything else is English
    QString applied() const; // en, ko

private:
    void remove();

    QTranslator m_ours;
    QTranslator m_qt;
    QString m_applied;
};

} // namespace ceteris::window
