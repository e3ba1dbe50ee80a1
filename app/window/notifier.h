// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace ceteris::window {

// Tells the desktop how a run ended (org.freedesktop.Notifications). A desktop without such a service is no error.
class Notifier : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(QObject* parent = nullptr);

    void tell(const QString& title, const QString& text); // replaces the one before

signals:
    void clicked();

private slots:
    void onAction(uint id, const QString& action);

private:
    bool m_listening = false;
    uint m_id = 0;
};

} // namespace ceteris::window
