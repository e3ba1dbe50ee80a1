// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/histogram.h"

#include <cmath>

namespace ceteris::metrics {
namespace {

double middleOf(std::size_t index)
{
    const auto low = Histogram::lowestOf(index);
    return static_cast<double>(low + (Histogram::highestOf(index) + 1 - low) / 2);
}

} // namespace

void Histogram::add(const Histogram& other)
{
    if (other.isEmpty())
        return;
    if (m_counts.empty())
        m_counts.resize(bucketCount());
    for (auto i = other.beginIndex(); i < other.endIndex(); ++i)
        m_counts[i] += other.m_counts[i];
    m_count += other.m_count;
    m_clamped += other.m_clamped;
    m_min = std::min(m_min, other.m_min);
    m_max = std::max(m_max, other.m_max);
}

void Histogram::clear()
{
    auto counts = std::move(m_counts);
    for (auto i = beginIndex(); i < endIndex(); ++i)
        counts[i] = 0;
    *this = {};
    m_counts = std::move(counts);
}

double Histogram::meanUs() const
{
    if (isEmpty())
        return 0;
    double sum = 0;
    for (auto i = beginIndex(); i < endIndex(); ++i)
        sum += middleOf(i) * static_cast<double>(m_counts[i]);
    return sum / static_cast<double>(m_count);
}

double Histogram::standardDeviationUs() const
{
    if (isEmpty())
        return 0;
    const auto mean = meanUs();
    double squares = 0;
    for (auto i = beginIndex(); i < endIndex(); ++i) {
        const auto deviation = middleOf(i) - mean;
        squares += deviation * deviation * static_cast<double>(m_counts[i]);
    }
    return std::sqrt(squares / static_cast<double>(m_count));
}

std::int64_t Histogram::quantileUs(double q) const
{
    if (isEmpty())
        return 0;
    // One step below q, so that 0.07 × 100 asks for 7 values although the product is 7.000000000000001.
    const auto rank = std::ceil(std::nextafter(std::clamp(q, 0.0, 1.0), 0.0) * static_cast<double>(m_count));
    const auto wanted = std::clamp<std::uint64_t>(static_cast<std::uint64_t>(rank), 1, m_count);
    std::uint64_t seen = 0;
    auto index = beginIndex();
    while ((seen += m_counts[index]) < wanted)
        ++index;
    return std::min(highestOf(index), m_max);
}

bool Histogram::operator==(const Histogram& other) const
{
    if (m_count != other.m_count || m_clamped != other.m_clamped || m_min != other.m_min || m_max != other.m_max)
        return false;
    const auto begin = static_cast<std::ptrdiff_t>(beginIndex());
    const auto end = static_cast<std::ptrdiff_t>(endIndex());
    return std::equal(m_counts.begin() + begin, m_counts.begin() + end, other.m_counts.begin() + begin);
}

void Histogram::forEach(const std::function<void(const Bucket&)>& visit) const
{
    for (auto i = beginIndex(); i < endIndex(); ++i) {
        if (m_counts[i] != 0)
            visit({ lowestOf(i), highestOf(i), m_counts[i] });
    }
}

} // namespace ceteris::metrics
