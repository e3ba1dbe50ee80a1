// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/screenlock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

using namespace Qt::StringLiterals;

namespace ceteris::window {

ScreenLock::ScreenLock(QObject* parent)
    : QObject(parent)
{
}

void ScreenLock::setInhibited(bool inhibited)
{
    if (m_inhibited == inhibited)
        return;
    m_inhibited = inhibited;
    if (inhibited)
        call(u"Inhibit"_s, { u"Ceteris"_s, tr("Demo mode") });
    else if (m_cookie != 0)
        call(u"UnInhibit"_s, { std::exchange(m_cookie, 0) });
}

void ScreenLock::call(const QString& method, const QVariantList& arguments)
{
    const auto service = u"org.freedesktop.ScreenSaver"_s;
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    auto message = QDBusMessage::createMethodCall(service, u"/org/freedesktop/ScreenSaver"_s, service, method);
    message.setArguments(arguments);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isValid() || reply.count() == 0)
            return;
        m_cookie = reply.value();
        if (!m_inhibited) // left again before the answer came
            call(u"UnInhibit"_s, { std::exchange(m_cookie, 0) });
    });
}

} // namespace ceteris::window
