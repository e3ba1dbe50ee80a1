// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/read.h"
#include "app/results/layout.h"
#include "app/results/stream.h"
#include "app/window/mainwindow.h"
#include "app/window/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

// What the tests of the window share: a folder of its own for results, settings and a ceteris-cli that is a script.
namespace ceteris::tests {

using namespace Qt::StringLiterals;
using namespace ceteris::window;

inline results::Entry started(const QString& folder)
{
    results::ExperimentStarted event;
    event.name = u"tiny"_s;
    event.folder = folder;
    event.arms = { u"memory"_s, u"redis"_s };
    event.levels = { u"some"_s };
    event.blocks = 1;
    event.trials = 2;
    event.plannedS = 16;
    return { 0, {}, event };
}

inline results::Entry stopped()
{
    return { 1, {}, results::ExperimentFinished { u"stopped"_s, 2, 0, {} } };
}

// Answers the visible question of that name.
inline bool answer(const QWidget& window, const QString& question, const QString& button)
{
    for (auto* box : window.findChildren<QMessageBox*>(question))
        for (auto* it : box->buttons())
            if (box->isVisible() && it->text() == button) {
                it->click();
                return true;
            }
    return false;
}

class WindowFixture
{
protected:
    explicit WindowFixture(const QString& name)
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"CeterisTest"_s);
        QCoreApplication::setApplicationName(name);
    }

    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        Settings settings;
        settings.set(key::resultsFolder, m_folder->path());
        settings.set(key::recent, QStringList());
        settings.set(key::lastRun, QString());
        m_path = qgetenv("PATH");
        qputenv("PATH", m_folder->path().toLocal8Bit() + ':' + m_path);
    }

    void end() { qputenv("PATH", m_path); }

    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    // In place of ceteris-cli: a script, with what it may say beside it.
    void engine(const QByteArray& script) const
    {
        write(u"started"_s, results::toLine(started(m_folder->path())));
        write(u"stopped"_s, results::toLine(stopped()));
        write(u"ceteris-cli"_s, "#!/bin/sh\n" + script);
    }

    qint64 pid() const
    {
        QFile file(m_folder->filePath(u"pid"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
    }

    // Of an experiment that has begun; who holds its lock runs it.
    QString runFolder() const
    {
        const QString name = u"2026-01-31T12-00-00Z-tiny"_s;
        [&] { QVERIFY(QDir(m_folder->path()).mkpath(name)); }();
        write(QString(name + u'/' + results::file::live), results::toLine(started(m_folder->filePath(name))));
        return m_folder->filePath(name);
    }

    QString plan() const
    {
        const auto path = m_folder->filePath(u"tiny.ceteris.toml"_s);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(plan::preset(u"quick-look"_s));
        return path;
    }

    static std::unique_ptr<MainWindow> shown()
    {
        StartOptions options;
        options.language = u"en"_s;
        options.theme = u"light"_s;
        auto window = std::make_unique<MainWindow>(options);
        window->show();
        [&] { QVERIFY(QTest::qWaitForWindowActive(window.get())); }();
        return window;
    }

    static QPushButton* primary(const MainWindow& window) { return window.findChild<QPushButton*>(u"headerPrimary"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_path;
};

} // namespace ceteris::tests
