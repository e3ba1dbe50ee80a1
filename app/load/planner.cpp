// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/planner.h"

#include <limits>

namespace ceteris::load {
namespace {

// Numbers of the streams that are not a user's.
constexpr std::uint64_t gapStream = std::numeric_limits<std::uint64_t>::max() - 1;
constexpr std::uint64_t choiceStream = gapStream - 1;

// Each action of a user takes two draws of the user's stream.
enum Draw : std::uint64_t { Think, Choice };
constexpr std::uint64_t drawOf(std::uint64_t action, Draw draw)
{
    return 2 * action + draw;
}

constexpr std::uint64_t hashedActions = 16; // of each user

// By one draw: the writes first, then the share of bots in what is left.
plan::Operation chosen(double writeShare, double botShare, double draw)
{
    if (draw < writeShare)
        return plan::Operation::Write;
    const auto bots = botShare * (1 - writeShare);
    return draw < writeShare + bots ? plan::Operation::Visit : plan::Operation::Refresh;
}

} // namespace

Planner::Planner(const LoadSpec& spec)
    : m_spec(spec)
{
}

Duration Planner::spawn(int user) const
{
    return m_spec.spawnPerS > 0 ? fromSeconds(user / m_spec.spawnPerS) : Duration {};
}

Duration Planner::firstAction(int user) const
{
    // The fraction takes the think draw of action 0, its think time an independent one behind all others.
    const Stream stream(m_spec.seed, std::uint64_t(user));
    const auto think = m_spec.thinkMinS
        + (m_spec.thinkMaxS - m_spec.thinkMinS) * stream.uniform(std::numeric_limits<std::uint64_t>::max() - 1);
    return fromSeconds(think * stream.uniform(drawOf(0, Think)));
}

Duration Planner::thinkBefore(int user, std::uint64_t action) const
{
    const Stream stream(m_spec.seed, std::uint64_t(user));
    const auto range = m_spec.thinkMaxS - m_spec.thinkMinS;
    return fromSeconds(m_spec.thinkMinS + range * stream.uniform(drawOf(action, Think)));
}

plan::Operation Planner::operation(int user, std::uint64_t action) const
{
    const auto draw = Stream(m_spec.seed, std::uint64_t(user)).uniform(drawOf(action, Choice));
    return chosen(m_spec.writeShare, m_spec.botShare, draw);
}

std::uint64_t Planner::hash() const
{
    auto hash = plan::mixed(m_spec.seed);
    const auto add = [&hash](Duration time, plan::Operation choice) {
        hash = plan::mixed(hash ^ (2 * std::uint64_t(time.count()) + (choice == plan::Operation::Write ? 1 : 0)));
        if (choice == plan::Operation::Visit)
            hash = plan::mixed(hash);
    };
    for (int user = 0; user < m_spec.users; ++user) {
        add(spawn(user), plan::Operation::Login);
        if (m_spec.model != plan::LoadModel::Users)
            continue;
        add(firstAction(user), operation(user, 0));
        for (std::uint64_t action = 1; action < hashedActions; ++action)
            add(thinkBefore(user, action), operation(user, action));
    }
    if (m_spec.model == plan::LoadModel::Rate) {
        Arrivals arrivals(m_spec, 0, 1);
        while (const auto arrival = arrivals.next())
            add(arrival->at, arrival->operation);
    }
    return hash;
}

Arrivals::Arrivals(const LoadSpec& spec, int thread, int threads)
    : m_gaps(spec.seed, gapStream)
    , m_choices(spec.seed, choiceStream)
    , m_kind(spec.arrivals)
    , m_ratePerS(spec.ratePerS)
    , m_writeShare(spec.writeShare)
    , m_botShare(spec.botShare)
    , m_length(fromSeconds(spec.timeline.warmupS) + fromSeconds(spec.timeline.measureS))
    , m_thread(std::uint64_t(thread))
    , m_threads(std::uint64_t(threads))
{
}

std::optional<Arrival> Arrivals::next()
{
    auto arrival = draw();
    while (arrival && arrival->number % m_threads != m_thread)
        arrival = draw();
    return arrival;
}

std::optional<Arrival> Arrivals::draw()
{
    if (m_ratePerS <= 0)
        return std::nullopt;
    const auto number = m_number++;
    if (m_kind == plan::Arrivals::Poisson)
        m_gapSum += m_gaps.exponential(number);
    const auto gaps = m_kind == plan::Arrivals::Poisson ? m_gapSum : double(number);
    const auto at = fromSeconds(gaps / m_ratePerS);
    if (at >= m_length)
        return std::nullopt;
    return Arrival { number, at, chosen(m_writeShare, m_botShare, m_choices.uniform(number)) };
}

} // namespace ceteris::load
