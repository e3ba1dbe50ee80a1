// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/livemodel.h"

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

constexpr double liveRefreshS = 1; // painting is part of the experiment's noise
constexpr double recordedRefreshS = 0.2; // nothing is being measured

double steadySeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

bool isUnderLoad(const QString& phase)
{
    static const std::array names { u"login"_s, u"warmup"_s, u"measure"_s, u"logout"_s, u"drain"_s };
    return std::ranges::find(names, phase) != names.end();
}

template <class Row>
void keepNewest(std::deque<Row>& rows, Row row, std::size_t most)
{
    rows.push_back(std::move(row));
    if (rows.size() > most)
        rows.pop_front();
}

} // namespace

LiveModel::LiveModel(QObject* parent, Clock clock)
    : QObject(parent)
    , m_clock(clock ? std::move(clock) : Clock(steadySeconds))
{
    m_announcer.setSingleShot(true);
    connect(&m_announcer, &QTimer::timeout, this, [this] {
        m_announcedS = m_clock();
        m_announcedAtS = m_state.nowS;
        emit changed();
    });
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &LiveModel::passTime);
}

void LiveModel::reset()
{
    m_state = {};
    m_series.clear();
    m_history.clear();
    m_progress = {};
    m_second.stop();
    m_lostSight = false;
    m_lastTickS = 0;
    announce(true);
}

void LiveModel::setRecorded(bool recorded)
{
    m_recorded = recorded;
    m_second.stop();
}

void LiveModel::take(const results::Entry& entry)
{
    m_tookS = m_clock();
    m_entryS = m_state.nowS = entry.tS;
    m_entryTime = entry.timeUtc;
    if (std::exchange(m_lostSight, false))
        m_state.stage = Stage::Running;
    std::visit([this](const auto& event) { on(event); }, entry.event);
    updateTimes();
    if (!m_recorded && isActive(m_state.stage) != m_second.isActive())
        isActive(m_state.stage) ? m_second.start() : m_second.stop();
    announce(!std::holds_alternative<results::Tick>(entry.event));
}

void LiveModel::passTime()
{
    advance(m_entryS + m_clock() - m_tookS);
}

void LiveModel::advance(double tS)
{
    if (tS <= m_state.nowS || !(isActive(m_state.stage) || m_lostSight))
        return;
    m_state.nowS = tS;
    updateTimes();
    if (!m_recorded || tS - m_announcedAtS >= 1) // the ticks come once a second anyway
        announce(false);
}

void LiveModel::updateTimes()
{
    m_state.progress = m_progress.fraction(m_state.nowS);
    m_state.leftS = m_progress.leftS(m_state.nowS);
    const auto* phase = m_state.phase();
    const auto* trial = m_state.trial();
    m_state.phaseLeftS
        = phase && trial ? std::max(0.0, phase->plannedS - (m_state.nowS - trial->beganS - phase->fromS)) : 0;
    updateStall();
}

void LiveModel::updateStall()
{
    m_state.stalledS = 0;
    const auto* trial = m_state.trial();
    const bool isWatched = isActive(m_state.stage) || m_lostSight;
    if (!isWatched || !trial || trial->status != TrialStatus::Running || !isUnderLoad(m_state.phaseName()))
        return;
    const auto expectedS = std::max(m_lastTickS, trial->beganS + m_state.phase()->fromS);
    const auto silentS = m_state.nowS - expectedS;
    if (silentS >= stalledAfterS)
        m_state.stalledS = silentS;
    if (silentS >= lostAfterS && !m_lostSight) {
        m_lostSight = true;
        m_state.stage = Stage::Failed;
        m_state.failure = tr("No samples for %1 s. The engine does not answer any more.").arg(int(lostAfterS));
    }
}

void LiveModel::lose(const QString& why, const QStringList& lastLines)
{
    m_lostSight = false;
    m_state.lastLines = lastLines;
    log(LogKind::EngineLost, { why }, Severity::Error, u"run"_s);
    fail(why);
    announce(true);
}

void LiveModel::fail(const QString& why)
{
    m_state.stage = Stage::Failed;
    m_state.failure = why;
    m_state.stalledS = 0;
    m_second.stop();
}

void LiveModel::announce(bool atOnce)
{
    const auto refreshS = m_recorded ? recordedRefreshS : liveRefreshS;
    const auto waitS = atOnce ? 0 : std::clamp(m_announcedS + refreshS - m_clock(), 0.0, refreshS);
    const auto waitMs = static_cast<int>(waitS * 1000);
    if (!m_announcer.isActive() || m_announcer.remainingTime() > waitMs)
        m_announcer.start(waitMs);
}

void LiveModel::log(LogKind kind, const QStringList& words, Severity severity, const QString& source)
{
    LogRow row { kind, severity, m_state.nowS, m_entryTime, 0, {}, m_state.phaseName(), source, words };
    const auto* trial = m_state.trial();
    if (trial && m_state.stage == Stage::Running) {
        row.trial = trial->number;
        row.trialS = m_state.nowS - trial->beganS;
    }
    keepNewest(m_state.log, std::move(row), LiveState::keptLog);
}

void LiveModel::archive()
{
    const auto* trial = m_state.trial();
    if (trial && trial->status == TrialStatus::Ok && !m_series.windows().isEmpty())
        m_history.add({ trial->number, trial->arm, trial->level, m_series.windows(), m_series.measured() });
    m_series.clear();
}

KeyFigures LiveModel::figuresOf(int arm) const
{
    const auto* trial = m_state.trial();
    if (!trial)
        return {};
    if (trial->arm == arm)
        return trial->status == TrialStatus::Running ? m_series.window() : trial->measured;
    const auto& windows = m_series.windows();
    if (!windows.isEmpty() && trial->status == TrialStatus::Running) {
        const auto same = m_history.median(arm, trial->level, windows.back().first);
        if (same != KeyFigures())
            return same;
    }
    const auto* newest = m_history.newest(arm, trial->level);
    return newest ? newest->measured : KeyFigures();
}

std::optional<int> LiveModel::otherArm() const
{
    if (!m_state.trial() || m_state.experiment.arms.size() < 2)
        return std::nullopt;
    return m_state.trial()->arm == 0 ? 1 : 0; // all are held against the control
}

} // namespace ceteris::models
