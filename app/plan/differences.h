// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"

namespace ceteris::plan {

// A key of [[arm]] that has another value than in the control.
struct Difference
{
    QString key; // "store", "redis.transport"
    QString value; // as TOML writes it
    QString controlValue;

    bool operator==(const Difference&) const = default;
};

// Ceteris paribus: everything but the name in which an arm differs from the control, as each is resolved with its
// defaults. What a key brings along (redis.* comes with store = "redis", mapping.* with url) is part of that key.
std::vector<Difference> differences(const Arm& arm, const Arm& control);

// Whether a text names a key of [[arm]] or its tables in which arms may differ.
bool isArmKey(const QString& text);

} // namespace ceteris::plan
