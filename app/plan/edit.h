// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace ceteris::plan {

// The text of a plan with another phases.warmup_s; everything else stays as it is written, comments too. nullopt when
// the result would not be the same plan but for the warm-up (the text is no sound plan, or writes the key in a way that
// is not understood here, such as phases = { … }).
std::optional<QByteArray> withWarmup(const QByteArray& toml, double warmupS);

} // namespace ceteris::plan
