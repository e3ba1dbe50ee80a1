// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QObject>

#include <functional>

class QWidget;

namespace ceteris::models {
class PlanDocument;
}

namespace ceteris::window {

class Settings;

// The plan on the screen and its file: new, open, save, and no change lost without a question.
class PlanFiles : public QObject
{
    Q_OBJECT

public:
    PlanFiles(models::PlanDocument* document, Settings* settings, QWidget* window);

    void startNew();
    void startPreset(const QString& name);
    void open(const QString& path); // empty: ask
    void save();
    void saveAs();
    void duplicate(); // of a plan that may not be edited now

    // Does it once unsaved changes are saved or given up; not at all if the user goes back.
    void settle(const std::function<void()>& then);

    // A file that holds what is on the screen: its own, or a copy in the application's cache.
    Result<QString> runnable() const;

signals:
    void recentChanged();

private:
    bool saveTo(const QString& path);
    QString askForPath() const;

    models::PlanDocument* m_document;
    Settings* m_settings;
    QWidget* m_window;
};

} // namespace ceteris::window
