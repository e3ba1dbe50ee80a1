// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/exports/liveticks.h"

#include "app/results/layout.h"

#include <QDateTime>
#include <QFile>

#include <map>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

constexpr double slackS = 0.05; // between the clocks of a phase's announcement and of a second's end

// How often each trial was begun. Most lines are ticks, which need not be understood for it.
std::map<int, int> startsIn(QFile& live)
{
    std::map<int, int> starts;
    while (!live.atEnd()) {
        const auto line = live.readLine();
        if (!line.contains("\"trial_started\""))
            continue;
        if (const auto entry = entryFromLine(line))
            if (const auto* started = std::get_if<TrialStarted>(&entry->event))
                ++starts[started->trial];
    }
    live.seek(0);
    return starts;
}

class Reader
{
public:
    Reader(std::map<int, int> starts, const std::function<void(const LiveTick&)>& visit)
        : m_startsLeft(std::move(starts))
        , m_visit(visit)
    {
    }

    void read(const Entry& entry)
    {
        if (const auto* started = std::get_if<TrialStarted>(&entry.event)) {
            --m_startsLeft[started->trial];
        } else if (const auto* phase = std::get_if<PhaseStarted>(&entry.event)) {
            m_phase = phase->phase;
            m_phaseBeganS = entry.tS;
        } else if (const auto* tick = std::get_if<Tick>(&entry.event)) {
            read(entry, *tick);
        }
    }

private:
    void read(const Entry& entry, const Tick& tick)
    {
        if (m_startsLeft[tick.trial] > 0)
            return;
        const bool isWithin = tick.phase == m_phase && entry.tS - tick.lengthS >= m_phaseBeganS - slackS;
        const auto time = QDateTime::fromString(entry.timeUtc, Qt::ISODateWithMs);
        m_visit({ tick.trialS, time.toMSecsSinceEpoch(), isWithin, tick });
    }

    std::map<int, int> m_startsLeft;
    const std::function<void(const LiveTick&)>& m_visit;
    QString m_phase;
    double m_phaseBeganS = 0;
};

} // namespace

Result<void> visitTicks(const QString& folder, const std::function<void(const LiveTick&)>& visit)
{
    QFile live(folder + u'/' + file::live);
    if (!live.open(QIODevice::ReadOnly))
        return fail(ErrorCode::CannotReadFile, { live.fileName(), live.errorString() });
    Reader reader(startsIn(live), visit);
    while (!live.atEnd())
        if (const auto entry = entryFromLine(live.readLine()))
            reader.read(*entry);
    return {};
}

} // namespace ceteris::results
