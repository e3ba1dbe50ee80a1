// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/violationrow.h"

namespace ceteris::results {

const Columns<ViolationRow>& violationColumns()
{
    using V = ViolationRow;
    static const Columns<V> columns {
        column("block", &V::block),
        column("trial", &V::trial),
        column("arm", &V::arm),
        column("level", &V::level),
        column("invariant", &V::invariant),
        column("account", &V::account),
        column("at_s", &V::atS),
        column("expected", &V::expected),
        column("found", &V::found),
        column("history", &V::history),
    };
    return columns;
}

} // namespace ceteris::results
