// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ceteris::window {

Language::~Language()
{
    if (QCoreApplication::instance())
        remove();
}

void Language::apply(const QString& choice)
{
    const auto locale = choice == "system"_L1 ? QLocale::system() : QLocale(choice);
    const QString wanted = locale.language() == QLocale::Korean ? u"ko"_s : u"en"_s;
    QLocale::setDefault(locale);
    if (wanted == m_applied)
        return;
    remove();
    m_applied = wanted;
    // Qt's own first: where both know a text, the one installed last is asked first. English has one for its plurals.
    if (wanted != "en"_L1 && m_qt.load(u"qtbase_%1"_s.arg(wanted), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(u":/i18n/ceteris_%1"_s.arg(wanted)))
        QCoreApplication::installTranslator(&m_ours);
}

QString Language::applied() const
{
    return m_applied;
}

void Language::remove()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

} // namespace ceteris::window
