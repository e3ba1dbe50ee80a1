// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ceteris::window {

// Keeps the screen from locking while somebody presents (org.freedesktop.ScreenSaver). Without such a service nothing
// happens; a program that ends gives the lock back by itself.
class ScreenLock : public QObject
{
    Q_OBJECT

public:
    explicit ScreenLock(QObject* parent = nullptr);

    void setInhibited(bool inhibited);

private:
    void call(const QString& method, const QVariantList& arguments);

    bool m_inhibited = false;
    uint m_cookie = 0;
};

} // namespace ceteris::window
