// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/import/names.h"
#include "app/results/import/runfolder.h"
#include "server/metrics/histogram.h"

#include <QHash>

#include <limits>
#include <map>
#include <utility>

namespace ceteris::results {

// One request that another tool wrote down.
struct ForeignRequest
{
    std::int64_t endUs = 0; // since 1970
    std::int64_t tookUs = 0; // from send to answer
    QString name; // empty: it has none
    std::optional<bool> failed; // empty: the tool does not say
    QString error; // of one that failed
};

// Adds requests up, in any order within half a minute: totals and histograms by name, and the seconds, which go into
// the folder as soon as nothing more can come for them. Its memory depends on names and requests a second alone.
class Tally
{
public:
    explicit Tally(RunFolder& folder);

    Result<void> add(const ForeignRequest& request);
    Result<void> finish(); // the seconds that are still open

    void describe(ImportedRun& run) const; // all that it has found out
    std::vector<TrialHistograms> histograms() const;
    bool isEmpty() const { return m_parts.front().requests == 0; }
    std::int64_t startUs() const { return m_startUs; } // the first request was sent

private:
    struct Part // of one name, or of all requests
    {
        QString operation;
        std::uint64_t requests = 0, failed = 0;
        metrics::Histogram ok;
    };
    struct Moments // of one name in one second
    {
        std::uint64_t requests = 0, failed = 0;
        std::vector<std::int64_t> okUs;
    };
    using Second = std::map<std::size_t, Moments>; // by part

    std::optional<std::size_t> partOf(const QString& name); // nothing: too many names
    void count(std::size_t part, const ForeignRequest& request, Second* second);
    Result<void> close(std::int64_t second, const Second& moments);
    Result<void> closeBefore(std::int64_t second);

    RunFolder& m_folder;
    std::vector<Part> m_parts; // all requests first
    QHash<QString, std::size_t> m_partOfName;
    Names m_names;
    std::map<std::pair<std::size_t, QString>, std::uint64_t> m_errors;
    std::map<std::int64_t, Second> m_open;
    std::int64_t m_closedTo = std::numeric_limits<std::int64_t>::min(); // seconds before it are written
    std::int64_t m_startUs = std::numeric_limits<std::int64_t>::max();
    std::int64_t m_endUs = std::numeric_limits<std::int64_t>::min();
    std::uint64_t m_openRequests = 0, m_late = 0, m_otherNames = 0;
    bool m_failuresKnown = true;
    metrics::Histogram m_scratch;
};

} // namespace ceteris::results
