// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/stream.h"

#include <QString>

#include <functional>
#include <vector>

namespace ceteris::screenshots {

// A recorded experiment whose events are told up to a moment.
class Story
{
public:
    using Teller = std::function<void(const results::Entry& entry)>;

    explicit Story(const QString& path); // of a results folder or a recording
    bool isEmpty() const { return m_entries.empty(); }

    void untilPreflight(const Teller& teller) const;
    void untilTick(const Teller& teller, int trial, const QString& phase, double seconds) const; // of the phase
    void untilContaminated(const Teller& teller, int trial, double seconds) const; // the trial before it was void
    void untilTheEnd(const Teller& teller) const;
    double lastS() const;

private:
    std::vector<results::Entry> m_entries;
};

// Pre-flight rows of every readiness, for a machine whose own stream has none.
results::Preflight preflight(bool fit);

} // namespace ceteris::screenshots
