// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runfeed.h"

#include <csignal>

using namespace Qt::StringLiterals;

namespace ceteris::window {
namespace {

// Of the others, which may be many a second, the model tells.
bool turns(const results::Event& event)
{
    return std::holds_alternative<results::ExperimentStarted>(event)
        || std::holds_alternative<results::TrialFinished>(event)
        || std::holds_alternative<results::ExperimentFinished>(event);
}

} // namespace

RunFeed::RunFeed(models::LiveModel* model, QObject* parent)
    : QObject(parent)
    , m_model(model)
{
    connect(&m_engine, &EngineProcess::entry, this, &RunFeed::take);
    connect(&m_engine, &EngineProcess::ended, this, &RunFeed::onEngineEnded);
    connect(&m_tail, &models::EventTail::entry, this, &RunFeed::take);
    connect(&m_tail, &models::EventTail::ended, this, [this] { onEngineEnded({}); });
    connect(&m_replay, &models::Replay::rewound, m_model, &models::LiveModel::reset);
    connect(&m_replay, &models::Replay::entry, m_model, &models::LiveModel::take);
    connect(&m_replay, &models::Replay::advanced, m_model, &models::LiveModel::advance);
}

void RunFeed::run(const QString& plan, const QString& root)
{
    begin(Source::Engine, {});
    m_engine.run(plan, root);
    emit changed();
}

void RunFeed::resume(const QString& folder, const QList<int>& again)
{
    begin(Source::Engine, folder);
    m_engine.resume(folder, again);
    emit changed();
}

void RunFeed::attach(const RunningFolder& running)
{
    begin(Source::Other, running.path);
    m_other = running;
    m_tail.follow(running.path);
    emit changed();
}

Result<void> RunFeed::replay(const QString& path)
{
    if (auto opened = m_replay.open(path); !opened)
        return opened;
    begin(Source::Recording, path);
    m_running = false;
    m_model->setRecorded(true);
    emit changed();
    return {};
}

void RunFeed::endReplay()
{
    if (m_source != Source::Recording)
        return;
    m_replay.pause();
    begin(Source::None, {});
    m_running = false;
    emit changed();
}

void RunFeed::begin(Source source, const QString& folder)
{
    if (m_source == Source::Recording)
        m_replay.pause();
    m_source = source;
    m_folder = folder;
    m_finished = false;
    m_running = true;
    m_stopping = false;
    m_model->setRecorded(false);
    m_model->reset();
}

void RunFeed::take(const results::Entry& entry)
{
    if (const auto* started = std::get_if<results::ExperimentStarted>(&entry.event))
        m_folder = started->folder.isEmpty() ? m_folder : started->folder;
    m_finished |= std::holds_alternative<results::ExperimentFinished>(entry.event);
    m_model->take(entry);
    if (turns(entry.event))
        emit changed();
}

void RunFeed::onEngineEnded(const Ending& ending)
{
    if (!m_finished) {
        const QString why = ending.log.isEmpty() ? tr("The engine ended without a word.") : ending.log.last();
        m_model->lose(why, ending.log);
    }
    m_running = false;
    m_stopping = false;
    emit changed();
    emit ended();
}

void RunFeed::stop()
{
    if (!m_running)
        return;
    m_stopping = true;
    if (m_source == Source::Engine)
        m_engine.stop();
    else if (const auto still = runningFolder(m_folder); still && still->engine == m_other.engine)
        ::kill(static_cast<pid_t>(m_other.engine), SIGINT);
    emit changed();
}

void RunFeed::mark(const QString& text)
{
    m_engine.mark(text);
}

void RunFeed::skip(int trial)
{
    m_engine.skip(trial);
}

void RunFeed::runAgain(const QList<int>& trials)
{
    if (!m_running)
        resume(QString(m_folder), trials);
    else if (!m_finished)
        m_engine.runAgain(trials);
}

bool RunFeed::takesOrders() const
{
    return m_source != Source::Recording && (!m_running || m_source == Source::Engine);
}

bool RunFeed::isRunning() const
{
    return m_running;
}

bool RunFeed::isOurs() const
{
    return m_running && m_source == Source::Engine;
}

models::Replay* RunFeed::recording()
{
    return m_source == Source::Recording ? &m_replay : nullptr;
}

} // namespace ceteris::window
