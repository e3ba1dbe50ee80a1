// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace ceteris::metrics {

// Log-linear histogram of microseconds: 1 us … 1 hour, 3 significant digits, constant memory (about 190 KiB once a
// value is in it), same bucket layout as HdrHistogram so that its tools read the exports. Not thread-safe; merge
// instead.
class Histogram
{
public:
    static constexpr std::int64_t lowestUs = 1;
    static constexpr std::int64_t highestUs = 3'600'000'000;
    static constexpr int significantDigits = 3;

    // Values outside are recorded at the nearest end and counted in clamped(), never lost.
    void record(std::int64_t valueUs, std::uint64_t times = 1)
    {
        if (times == 0)
            return;
        if (m_counts.empty()) [[unlikely]]
            m_counts.resize(bucketCount());
        const auto value = std::clamp(valueUs, lowestUs, highestUs);
        m_clamped += value != valueUs ? times : 0;
        m_counts[indexOf(value)] += times;
        m_count += times;
        m_min = std::min(m_min, value);
        m_max = std::max(m_max, value);
    }
    void add(const Histogram& other);
    void clear(); // keeps the memory

    bool isEmpty() const { return m_count == 0; }
    std::uint64_t count() const { return m_count; }
    std::uint64_t clamped() const { return m_clamped; }
    std::int64_t minUs() const { return isEmpty() ? 0 : m_min; } // exact; 0 when empty
    std::int64_t maxUs() const { return m_max; } // exact; 0 when empty
    double meanUs() const; // from bucket mid-points; 0 when empty
    double standardDeviationUs() const;

    // The smallest recorded bucket such that at least ⌈q·count⌉ values are at or below it, as the highest value of that
    // bucket, never above maxUs(). q in [0, 1]; 0 when empty.
    std::int64_t quantileUs(double q) const;

    bool operator==(const Histogram& other) const;

    struct Bucket
    {
        std::int64_t lowUs;
        std::int64_t highUs; // inclusive
        std::uint64_t count;
    };
    // Calls visit for every bucket with a count, in rising order.
    void forEach(const std::function<void(const Bucket&)>& visit) const;

    // The layout, for the codec and for tests: 2048 buckets of 1 us, then 1024 for each further power of two.
    static constexpr int subBucketBits = 10;
    static constexpr std::size_t subBucketCount = std::size_t { 2 } << subBucketBits;
    static constexpr std::size_t indexOf(std::int64_t valueUs) // 0 <= valueUs <= highestUs
    {
        const auto value = static_cast<std::uint64_t>(valueUs);
        const auto power = std::bit_width(value | (subBucketCount - 1)) - (subBucketBits + 1);
        return (static_cast<std::size_t>(power) << subBucketBits) + static_cast<std::size_t>(value >> power);
    }
    static constexpr std::size_t bucketCount() { return ((indexOf(highestUs) >> subBucketBits) + 1) << subBucketBits; }
    static constexpr std::int64_t lowestOf(std::size_t index)
    {
        return static_cast<std::int64_t>((index - (powerOf(index) << subBucketBits)) << powerOf(index));
    }
    static constexpr std::int64_t highestOf(std::size_t index)
    {
        return lowestOf(index) + (std::int64_t { 1 } << powerOf(index)) - 1;
    }
    std::uint64_t countAt(std::size_t index) const { return m_counts.empty() ? 0 : m_counts[index]; }

private:
    static constexpr std::size_t powerOf(std::size_t index)
    {
        return index < subBucketCount ? 0 : (index >> subBucketBits) - 1;
    }
    // The buckets that can have a count, [begin, end).
    std::size_t beginIndex() const { return isEmpty() ? 0 : indexOf(m_min); }
    std::size_t endIndex() const { return isEmpty() ? 0 : indexOf(m_max) + 1; }

    std::vector<std::uint64_t> m_counts; // empty until the first record
    std::uint64_t m_count = 0;
    std::uint64_t m_clamped = 0;
    std::int64_t m_min = std::numeric_limits<std::int64_t>::max(); // above everything until the first record
    std::int64_t m_max = 0;
};

} // namespace ceteris::metrics
