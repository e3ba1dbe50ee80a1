// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace ceteris::window {
namespace {

const auto service = u"org.freedesktop.Notifications"_s;
const auto path = u"/org/freedesktop/Notifications"_s;

} // namespace

Notifier::Notifier(QObject* parent)
    : QObject(parent)
{
}

void Notifier::tell(const QString& title, const QString& text)
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    if (!m_listening)
        m_listening = bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(onAction(uint, QString)));
    auto call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    const QStringList actions { u"default"_s, tr("Show") };
    const QVariantMap hints { { u"desktop-entry"_s, QGuiApplication::desktopFileName() } };
    // Escaped: some services read the body as markup, and a plan's name may hold anything.
    call.setArguments(
        { u"Ceteris"_s, m_id, QGuiApplication::desktopFileName(), title, text.toHtmlEscaped(), actions, hints, -1 });
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<uint> reply = *watcher;
        m_id = reply.isValid() ? reply.value() : 0;
        watcher->deleteLater();
    });
}

void Notifier::onAction(uint id, const QString&)
{
    if (id == m_id)
        emit clicked();
}

} // namespace ceteris::window
