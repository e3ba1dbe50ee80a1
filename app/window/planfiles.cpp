// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/planfiles.h"

#include "app/models/plandocument.h"
#include "app/plan/read.h"
#include "app/results/layout.h"
#include "app/window/questions.h"
#include "app/window/settings.h"

#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ceteris::window {
namespace {

const auto suffix = u".ceteris.toml"_s;

QString filter()
{
    return PlanFiles::tr("Ceteris plans (*.ceteris.toml)");
}

// Where a new plan begins: the two stores that are compared most, and everything else as it is by default.
QByteArray newPlan()
{
    plan::Plan plan;
    plan.name = u"my-experiment"_s;
    plan::Arm memory;
    memory.name = u"memory"_s;
    plan::Arm redis;
    redis.name = u"redis"_s;
    redis.store = plan::StoreKind::Redis;
    plan.arms = { memory, redis };
    plan::Level level;
    level.name = u"some"_s;
    level.users = 100;
    plan.levels = { level };
    return plan::write(plan);
}

Result<void> write(const QString& path, const QByteArray& text)
{
    QSaveFile file(path);
    if (QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(text) == text.size()
        && file.commit())
        return {};
    return fail(ErrorCode::CannotWriteFile, { path, file.errorString() });
}

} // namespace

PlanFiles::PlanFiles(models::PlanDocument* document, Settings* settings, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_settings(settings)
    , m_window(window)
{
}

void PlanFiles::startNew()
{
    settle([this] { m_document->startFrom(newPlan(), tr("New plan")); });
}

void PlanFiles::startPreset(const QString& name)
{
    settle([this, name] { m_document->startFrom(plan::preset(name), name); });
}

void PlanFiles::open(const QString& path)
{
    settle([this, path] {
        const QString chosen = !path.isEmpty()
            ? path
            : QFileDialog::getOpenFileName(m_window, tr("Open plan"), QFileInfo(m_document->path()).path(), filter());
        if (chosen.isEmpty())
            return;
        if (const auto opened = m_document->open(chosen); !opened) {
            report(m_window, describe(opened.error()));
            return;
        }
        m_settings->addRecent(chosen);
        emit recentChanged();
    });
}

void PlanFiles::save()
{
    if (m_document->path().isEmpty())
        saveAs();
    else if (const auto saved = m_document->save(); !saved)
        report(m_window, describe(saved.error()));
}

void PlanFiles::saveAs()
{
    saveTo(askForPath());
}

void PlanFiles::duplicate()
{
    const QString title = tr("Copy of %1").arg(m_document->title());
    m_document->startFrom(QByteArray(m_document->text()), title);
}

void PlanFiles::settle(const std::function<void()>& then)
{
    if (!m_document->isModified()) {
        then();
        return;
    }
    const auto saveFirst = [this, then] {
        const auto path = m_document->path().isEmpty() ? askForPath() : m_document->path();
        if (saveTo(path))
            then();
    };
    ask(m_window, u"unsavedQuestion"_s, tr("Save the changes to %1?").arg(m_document->title()),
        tr("Without saving they are lost."),
        { { tr("Save"), QMessageBox::AcceptRole, saveFirst },
            { tr("Discard changes"), QMessageBox::DestructiveRole, then },
            { tr("Go back"), QMessageBox::RejectRole, {} } });
}

Result<QString> PlanFiles::runnable() const
{
    if (!m_document->path().isEmpty() && !m_document->isModified())
        return m_document->path();
    const QDir cache(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
    const QString name = results::fileSafe(m_document->reading().plan.name);
    const auto path = cache.filePath(QString(u"plans/"_s + name + suffix));
    return write(path, m_document->text()).map([&path] { return path; });
}

bool PlanFiles::saveTo(const QString& path)
{
    if (path.isEmpty())
        return false;
    if (const auto saved = m_document->saveAs(path); !saved) {
        report(m_window, describe(saved.error()));
        return false;
    }
    m_settings->addRecent(path);
    emit recentChanged();
    return true;
}

QString PlanFiles::askForPath() const
{
    const QString name = results::fileSafe(m_document->reading().plan.name) + suffix;
    const auto folder = m_document->path().isEmpty() ? QDir::homePath() : QFileInfo(m_document->path()).absolutePath();
    auto path = QFileDialog::getSaveFileName(m_window, tr("Save plan"), QDir(folder).filePath(name), filter());
    if (!path.isEmpty() && !path.endsWith(".toml"_L1))
        path += suffix;
    return path;
}

} // namespace ceteris::window
