// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: what it opens, exports, asks and explains.
#include "app/models/historyentry.h"
#include "app/models/recordings.h"
#include "app/pages/livepage.h"
#include "app/pages/planpage.h"
#include "app/pages/resultspage.h"
#include "app/plan/read.h"
#include "app/results/import/import.h"
#include "app/results/layout.h"
#include "app/window/actions.h"
#include "app/window/diagnostics.h"
#include "app/window/exports.h"
#include "app/window/mainwindow.h"
#include "app/window/planfiles.h"
#include "app/window/questions.h"
#include "widgets/shell/shortcutsheet.h"
#include "widgets/shell/statusstrip.h"
#include "widgets/shell/undobar.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ceteris::window {
namespace {

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    for (const auto& url : data->urls())
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    return files;
}

} // namespace

void MainWindow::open(const QStringList& files)
{
    QStringList foreign;
    for (const auto& file : files) {
        if (results::isForeign(file) && QFileInfo(file).isFile())
            foreign += file;
        else if (plan::presetNames().contains(file) && !QFileInfo::exists(file))
            m_files->startPreset(file);
        else
            openRecent(file);
    }
    if (!foreign.isEmpty())
        importResults(foreign);
}

void MainWindow::receive(const QStringList& files)
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
    open(files);
}

void MainWindow::openRecent(const QString& path)
{
    if (QFileInfo(path).isDir()) {
        if (!watch(path))
            openResults(path);
        return;
    }
    showPage(Page::Plan);
    m_files->open(path);
}

void MainWindow::openResults(const QString& folder)
{
    const QString chosen = !folder.isEmpty()
        ? folder
        : QFileDialog::getExistingDirectory(this, tr("Open results folder"), m_settings.resultsRoot());
    if (chosen.isEmpty())
        return;
    if (!models::isResultsFolder(chosen)) {
        report(this, describe(Error { ErrorCode::NotAResultsFolder, { chosen, results::file::plan } }));
        return;
    }
    m_settings.addRecent(chosen);
    updateRecent();
    m_resultsPage->showFolder(chosen);
    showPage(Page::Results);
}

void MainWindow::chooseFolder()
{
    const auto chosen
        = QFileDialog::getExistingDirectory(this, tr("Choose the folder for results"), m_settings.resultsRoot());
    if (chosen.isEmpty())
        return;
    m_settings.set(key::resultsFolder, chosen);
    m_history.setRoot(chosen);
    attach();
    showStatus();
}

void MainWindow::replay(const QString& path)
{
    if (watch(path) || m_feed.isRunning())
        return;
    if (const auto opened = m_feed.replay(path); !opened) {
        report(this, describe(opened.error()));
        return;
    }
    if (!isDemo())
        showPage(Page::Live);
    m_feed.recording()->play();
}

QString MainWindow::currentFolder() const
{
    return page() == Page::Results || m_feed.folder().isEmpty() || m_feed.source() == RunFeed::Source::Recording
        ? m_resultsPage->shown()
        : m_feed.folder();
}

void MainWindow::exportResults(const QString& folder, const QString& format)
{
    if (folder.isEmpty() || m_exporter.isBusy())
        return;
    const auto target = QFileDialog::getExistingDirectory(this, tr("Choose the folder to export to"), QDir::homePath());
    if (target.isEmpty())
        return;
    m_exporter.start(target, [folder, format, target] { return exportAs(folder, format, target); });
    updateActions();
}

void MainWindow::onExported(const QString& target, const Result<QStringList>& files)
{
    updateActions();
    if (!files) {
        report(this, describe(files.error()));
        return;
    }
    const int count = static_cast<int>(files->size());
    m_passing->offer(tr("Saved %n file(s) to %1.", nullptr, count).arg(target), tr("Show in folder"),
        [target] { QDesktopServices::openUrl(QUrl::fromLocalFile(target)); });
}

void MainWindow::importResults(const QStringList& files)
{
    const auto chosen = !files.isEmpty()
        ? files
        : QFileDialog::getOpenFileNames(this, tr("Import"), QDir::homePath(),
            tr("Results (%1)").arg(u"plan.ceteris.toml manifest.json *.zip *.json *.ndjson *.gz *.csv"_s));
    if (chosen.isEmpty())
        return;
    showPage(Page::Results);
    m_importer.start(chosen, m_settings.resultsRoot());
}

void MainWindow::onImported(const QString& file, const Result<QString>& folder)
{
    if (!m_importer.isBusy())
        m_resultsPage->setImporting({}, 0);
    if (!folder) {
        if (folder.error().code != ErrorCode::Stopped)
            report(this, describe(folder.error()));
        return;
    }
    m_history.refresh();
    m_resultsPage->showFolder(*folder);
    m_passing->offer(tr("Imported %1.").arg(QFileInfo(file).fileName()), tr("Show in folder"),
        [path = *folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
}

void MainWindow::saveDiagnostics()
{
    const auto path = QFileDialog::getSaveFileName(
        this, tr("Save diagnostics"), QDir::home().filePath(u"ceteris-diagnostics.txt"_s));
    if (path.isEmpty())
        return;
    if (const auto saved = window::saveDiagnostics(path, m_live.state(), m_document.text()); !saved)
        report(this, describe(saved.error()));
}

void MainWindow::askToQuit()
{
    if (!m_feed.isOurs()) {
        m_files->settle([this] {
            m_settled = true;
            close();
        });
        return;
    }
    ask(this, u"quitQuestion"_s, tr("Stop the experiment and quit?"),
        tr("%n finished trial(s) are saved; the current one is discarded.", nullptr, finishedTrials()),
        { { tr("Stop and quit"), QMessageBox::AcceptRole,
              [this] {
                  m_quitWhenEnded = true;
                  m_feed.isRunning() ? m_feed.stop() : static_cast<void>(close());
              } },
            { tr("Keep running"), QMessageBox::RejectRole, {} } });
}

void MainWindow::updateRecent()
{
    const auto paths = m_settings.recent();
    m_actions->recent->clear();
    QStringList plans;
    for (const auto& path : paths) {
        auto* action = m_actions->recent->addAction(QFileInfo(path).fileName().replace(u'&', u"&&"_s));
        action->setData(path);
        action->setToolTip(path);
        if (!QFileInfo(path).isDir())
            plans.append(path);
    }
    m_actions->recent->setEnabled(!paths.isEmpty());
    m_planPage->setRecent(plans);
}

void MainWindow::updateRecordings()
{
    m_actions->recordings->clear();
    for (const auto& recording : models::recordings()) {
        auto* action = m_actions->recordings->addAction(recording.title);
        action->setData(recording.path);
        action->setToolTip(recording.about);
    }
}

void MainWindow::showStatus()
{
    QStringList targets;
    for (const auto& arm : m_document.reading().plan.arms)
        if (const QUrl url(arm.url); !arm.url.isEmpty())
            targets.append(url.authority(QUrl::FullyEncoded).section(u'@', -1)); // without a password
    targets.removeDuplicates();
    m_status->setTarget(m_document.isEmpty() ? QString()
            : targets.isEmpty()              ? tr("Target: servers of Ceteris on this machine")
                                             : tr("Target: %1").arg(targets.join(u", "_s)));
    m_status->setFolder(m_settings.resultsRoot());
    m_status->setDroppedSamples(m_feed.unreadLines());
}

void MainWindow::showShortcuts()
{
    QList<widgets::ShortcutGroup> groups;
    for (const auto* menu : m_actions->menus()) {
        widgets::ShortcutGroup group { menu->title().remove(u'&'), {} };
        for (const auto* action : menu->actions())
            if (!action->shortcut().isEmpty())
                group.rows.append(
                    { action->iconText(), QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText) });
        groups.append(group);
    }
    groups.append({ tr("Charts"),
        { { tr("Freeze the view"), tr("Space") }, { tr("Move the cursor"), u"←  →"_s },
            { tr("Move the cursor by ten"), tr("Shift+←  →") } } });
    groups.append({ tr("Demo mode"),
        { { tr("Play and pause"), tr("Space") }, { tr("Back and forth"), u"←  →"_s },
            { tr("Choose the chart"), u"1  2  3"_s }, { tr("Show the verdict"), u"V"_s },
            { tr("Blank the screen"), u"B"_s }, { tr("Light or dark"), u"D"_s } } });
    auto* sheet = new widgets::ShortcutSheet(groups, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::showHelp()
{
    ask(this, u"help"_s, tr("How to use Ceteris"),
        tr("1. Plan (Ctrl+1): open an example or write down what changes, what stays the same and how often to repeat "
           "it. Problems are shown while you type.\n\n"
           "2. Check this machine, then start (F5). Live (Ctrl+2) shows what is measured, second by second.\n\n"
           "3. Results (Ctrl+3) says what came of it and how sure that is; Compare (Ctrl+4) puts runs beside each "
           "other. From there everything can be exported.\n\n"
           "F11 shows a run or a recording on a projector. Closing the window loses nothing: an experiment that was "
           "stopped can be resumed."),
        { { tr("Show the keys"), QMessageBox::ActionRole, [this] { showShortcuts(); } },
            { tr("Close"), QMessageBox::RejectRole, {} } });
}

void MainWindow::showAbout()
{
    ask(this, u"about"_s, tr("Ceteris %1").arg(QStringLiteral(CETERIS_VERSION)),
        tr("Controlled load experiments on session-based authentication.\n\nFree software under the GNU General "
           "Public License, version 3 or later. Built on Qt %1.")
            .arg(QString::fromLatin1(qVersion())),
        { { tr("Close"), QMessageBox::RejectRole, {} } });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!isDemo() && !localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    open(localFiles(event->mimeData()));
}

} // namespace ceteris::window
