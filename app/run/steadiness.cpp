// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/steadiness.h"

#include "app/stats/warmup.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

using results::CheckRow;
using results::Outcome;

constexpr double strikingChange = 0.02; // as in stats::Drift::found
constexpr double longestLeak = 0.1; // of the window
constexpr double strongCorrelation = 0.5;

QString percent(double share)
{
    return QString::number(share * 100, 'f', 1) % u" %"_s;
}

CheckRow row(const QString& check, std::optional<double> value, double markLimit)
{
    CheckRow row;
    row.kind = u"warmup"_s;
    row.check = check;
    row.value = value;
    row.unit = u"share"_s;
    row.markLimit = markLimit;
    if (!value) {
        row.outcome = Outcome::Unavailable;
        row.text = u"The window has too few seconds with 20 answers or more."_s;
    }
    return row;
}

void mark(CheckRow& row, const QString& text)
{
    row.outcome = Outcome::Mark;
    row.text = text;
}

CheckRow driftRow(const stats::Windows& windows)
{
    const auto drift = stats::drift(windows);
    auto it = row(u"drift"_s, drift ? std::optional(std::abs(drift->change)) : std::nullopt, strikingChange);
    if (drift && drift->found())
        mark(it,
            u"Response times %1 by %2 over the window."_s.arg(
                drift->change > 0 ? u"rose"_s : u"fell"_s, percent(std::abs(drift->change))));
    return it;
}

CheckRow halvesRow(const stats::Windows& windows, double band)
{
    const auto change = stats::halves(windows);
    auto it = row(u"halves"_s, change ? std::optional(std::abs(*change)) : std::nullopt, band / 2);
    if (change && std::abs(*change) > band / 2)
        mark(it,
            u"The second half of the window was %1 %2 than the first."_s.arg(
                percent(std::abs(*change)), *change > 0 ? u"slower"_s : u"faster"_s));
    return it;
}

// A cut alone is no sign of a warm-up: noise makes MSER-5 cut more than a tenth of every third flat minute. What it
// cuts must also differ from the rest.
CheckRow leakRow(const stats::Windows& windows, double band)
{
    const auto leak = stats::leakOf(windows);
    const auto length = static_cast<double>(windows.size());
    auto it = row(u"warmup_leak"_s, leak ? std::optional(static_cast<double>(leak->windows) / length) : std::nullopt,
        longestLeak);
    if (leak && *it.value > longestLeak && std::abs(leak->change) > band / 2)
        mark(it,
            u"The first %1 s were %2 %3 than the rest: the warm-up is too short."_s.arg(leak->windows)
                .arg(percent(std::abs(leak->change)), leak->change > 0 ? u"slower"_s : u"faster"_s));
    return it;
}

CheckRow autocorrelationRow(const stats::Windows& windows)
{
    const auto value = stats::autocorrelation(windows);
    auto it = row(u"autocorrelation"_s, value, strongCorrelation);
    it.unit = u"1"_s;
    if (value && *value > strongCorrelation)
        mark(it, u"Neighbouring 5 s are alike: the window holds fewer independent figures than it seems."_s);
    return it;
}

} // namespace

std::vector<CheckRow> judgeSteadiness(const std::vector<std::optional<double>>& p50PerSecond, double band)
{
    return { driftRow(p50PerSecond), halvesRow(p50PerSecond, band), leakRow(p50PerSecond, band),
        autocorrelationRow(p50PerSecond) };
}

} // namespace ceteris::run
