// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace ceteris::window {

// A thing that is remembered between two starts, and what it is before anybody chose.
template <class T>
struct Key
{
    QLatin1StringView name;
    T initially = {};
};

namespace key {
inline const Key<QString> theme { QLatin1StringView("theme"), QStringLiteral("system") }; // system, light, dark
inline const Key<QString> language { QLatin1StringView("language"), QStringLiteral("system") }; // system, en, ko
inline const Key<QString> resultsFolder { QLatin1StringView("resultsFolder"), {} }; // empty: resultsRoot() decides
inline const Key<QString> lastRun { QLatin1StringView("lastRun"), {} };
inline const Key<QStringList> recent { QLatin1StringView("recent"), {} }; // plans and results folders, latest first
inline const Key<QByteArray> geometry { QLatin1StringView("window/geometry"), {} };
inline const Key<int> page { QLatin1StringView("window/page"), 0 };
}

// The user's own choices, typed.
class Settings
{
public:
    template <class T>
    T get(const Key<T>& key) const
    {
        return m_store.value(key.name, QVariant::fromValue(key.initially)).template value<T>();
    }

    template <class T>
    void set(const Key<T>& key, const T& value)
    {
        m_store.setValue(key.name, QVariant::fromValue(value));
    }

    QString resultsRoot() const; // absolute
    QStringList recent() const; // those that still exist
    void addRecent(const QString& path);

private:
    QSettings m_store;
};

} // namespace ceteris::window
