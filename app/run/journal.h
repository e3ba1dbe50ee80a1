// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/results/resultsfolder.h"
#include "app/results/stream.h"

#include <chrono>
#include <functional>
#include <optional>

namespace ceteris::run {

using EventSink = std::function<void(const results::Entry&)>;

// Writes what happens, once: to live.ndjson, to events.csv (without the ticks) and to whoever listens. The first write
// that fails is kept; the experiment asks for it and stops, because results that are not recorded are not results.
class Journal
{
public:
    Journal(results::ResultsFolder& folder, EventSink sink);

    void write(results::Event event);
    void series(const std::vector<results::SeriesRow>& rows);
    void keep(const Result<void>& written);

    const std::optional<Error>& failure() const { return m_failure; }
    double elapsedS() const;

private:
    results::ResultsFolder& m_folder;
    EventSink m_sink;
    std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::optional<Error> m_failure;
};

} // namespace ceteris::run
