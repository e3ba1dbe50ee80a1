// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
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
    void record(std::int64_t valueUs, std::uint64_t times = 1);
    void add(const Histogram& other);
    void clear(); // keeps the memory

    bool isEmpty() const { return m_count == 0; }
    std::uint64_t count() const { return m_count; }
    std::uint64_t clamped() const { return m_clamped; }
    std::int64_t minUs() const; // exact; 0 when empty
    std::int64_t maxUs() const; // exact; 0 when empty
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

    // The layout, for the codec and for tests.
    static std::size_t bucketCount();
    std::uint64_t countAt(std::size_t index) const;
    static std::size_t indexOf(std::int64_t valueUs);
    static std::int64_t lowestOf(std::size_t index);
    static std::int64_t highestOf(std::size_t index);

private:
    std::vector<std::uint64_t> m_counts; // empty until the first record
    std::uint64_t m_count = 0;
    std::uint64_t m_clamped = 0;
    std::int64_t m_min = 0;
    std::int64_t m_max = 0;
};

} // namespace ceteris::metrics
