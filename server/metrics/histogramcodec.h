// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/metrics/histogram.h"

#include <QByteArray>

#include <optional>

namespace ceteris::metrics {

// The lossless form: HdrHistogram's compressed V2 encoding (ZigZag LEB128 counts, zlib), base64. Any HdrHistogram
// library reads it. Exact minimum and maximum are those of their buckets after decoding.
QByteArray encode(const Histogram& histogram);

// nullopt for anything that is not such an encoding with our range and digits; never throws, never allocates more than
// a histogram for hostile input.
std::optional<Histogram> decode(const QByteArray& base64);

// HdrHistogram's percentile text (.hgrm) in milliseconds, as its plotter reads it; 5 ticks per half distance.
QByteArray toHgrm(const Histogram& histogram);

} // namespace ceteris::metrics
