// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/sessionmodel.h"

#include <utility>

namespace ceteris::load {
namespace {

std::string range(const Bounds& bounds)
{
    auto text = std::to_string(bounds.low());
    if (bounds.high() != bounds.low())
        text += " to " + std::to_string(bounds.high());
    return text;
}

} // namespace

void Bounds::doubted(bool mayRaise)
{
    m_floor = std::min(m_floor, m_low);
    m_high += mayRaise ? 1 : 0;
}

Standing Bounds::judge(std::uint64_t value) const
{
    if (value >= m_low && value <= m_high)
        return Standing::Holds;
    return value < m_low && value >= m_floor ? Standing::Unclear : Standing::Broken;
}

void Bounds::learn(std::uint64_t value)
{
    if (m_floor == none && value >= m_low && value <= m_high) {
        m_low = m_high = value;
        return;
    }
    m_low = std::min(m_low, value);
    m_high = std::max(m_high, value);
}

void SessionModel::begin(std::string token)
{
    *this = {};
    m_last = std::move(token);
}

void SessionModel::wrote(std::string token, std::uint32_t seq)
{
    m_count.applied();
    m_last = std::move(token);
    m_lastSeq = seq;
    m_otherLast.clear();
}

void SessionModel::visitDoubted()
{
    doubt(true, false);
}

void SessionModel::writeDoubted(std::uint32_t seq)
{
    doubt(false, true);
    m_doubtedWrites.push_back(seq);
}

// A store that writes whole sessions back may undo what it was not asked about, too.
void SessionModel::doubt(bool mayVisit, bool mayWrite)
{
    m_visits.doubted(mayVisit);
    m_count.doubted(mayWrite);
    if (!std::exchange(m_isDoubted, true))
        m_seqFloor = m_lastSeq;
}

Standing SessionModel::lastStanding(std::string_view token, const Nonce* own) const
{
    if (isLast(token))
        return Standing::Holds;
    if (!own)
        return Standing::Broken;
    if (std::find(m_doubtedWrites.begin(), m_doubtedWrites.end(), own->seq) != m_doubtedWrites.end())
        return Standing::Holds;
    return m_isDoubted && own->seq >= m_seqFloor && own->seq < m_lastSeq ? Standing::Unclear : Standing::Broken;
}

Standing SessionModel::readsItsWrites(const PageMarks& page, const Nonce* own) const
{
    auto worst = Standing::Holds;
    if (page.visits)
        worst = std::max(worst, m_visits.judge(*page.visits));
    if (page.count)
        worst = std::max(worst, m_count.judge(*page.count));
    if (page.last)
        worst = std::max(worst, lastStanding(*page.last, own));
    return worst;
}

Standing SessionModel::isMonotonic(const PageMarks& page) const
{
    const bool isLess
        = page.visits.value_or(m_seenVisits) < m_seenVisits || page.count.value_or(m_seenCount) < m_seenCount;
    if (!isLess)
        return Standing::Holds;
    return m_isDoubted ? Standing::Unclear : Standing::Broken;
}

void SessionModel::learn(const PageMarks& page)
{
    if (page.visits) {
        m_visits.learn(*page.visits);
        m_seenVisits = *page.visits;
    }
    if (page.count) {
        m_count.learn(*page.count);
        m_seenCount = *page.count;
    }
    if (page.last && !isLast(*page.last))
        m_otherLast = *page.last;
}

std::string SessionModel::expected() const
{
    return "visits " + range(m_visits) + ", count " + range(m_count) + ", last " + m_last;
}

} // namespace ceteris::load
