// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/oracleverdict.h"

#include <algorithm>
#include <cstdio>

namespace ceteris::load {
namespace {

std::string counted(std::uint64_t number, const std::string& thing)
{
    return std::to_string(number) + ' ' + thing + (number == 1 ? "" : "s");
}

std::string shown(double rate)
{
    std::array<char, 32> text {};
    std::snprintf(text.data(), text.size(), "%.1e", rate);
    return text.data();
}

} // namespace

OracleVerdict verdictOf(Invariant invariant, const InvariantCount& count, bool isPromised)
{
    if (isPromised && requiredByDefault(invariant) && count.violations > tolerated(invariant, count.checks))
        return OracleVerdict::Invalid;
    return count.checks < checksNeeded ? OracleVerdict::Unknown : OracleVerdict::Valid;
}

OracleVerdict verdictOf(const OracleReport& report, std::span<const Invariant> invariants)
{
    auto worst = OracleVerdict::Valid;
    for (const auto invariant : invariants)
        worst = std::max(worst, verdictOf(invariant, report.of(invariant)));
    return worst;
}

std::optional<double> rateBelow(const InvariantCount& count)
{
    if (count.violations > 0 || count.checks == 0)
        return std::nullopt;
    return 3 / double(count.checks);
}

std::string wordingOf(Invariant invariant, const InvariantCount& count, bool isPromised)
{
    if (count.checks == 0)
        return count.indeterminate == 0 ? "never exercised"
                                        : "never decided: " + counted(count.indeterminate, "unclear answer");
    auto text = counted(count.violations, "violation") + " in " + counted(count.checks, "check");
    if (const auto rate = rateBelow(count))
        text += ": the rate is below " + (*rate < 1 ? shown(*rate) : std::string("1")) + " (95 %)";
    else if (count.violations <= tolerated(invariant, count.checks))
        text += ": tolerated up to " + std::to_string(tolerated(invariant, count.checks));
    else if (!isPromised || !requiredByDefault(invariant))
        text += ": this store does not promise it";
    if (count.violations == 0 && count.checks < checksNeeded)
        text += ", fewer than the " + std::to_string(checksNeeded) + " checks it takes to see a rate of 1e-03";
    if (count.indeterminate > 0)
        text += "; " + counted(count.indeterminate, "answer") + " unclear after a timeout, reset or error";
    return text;
}

} // namespace ceteris::load
