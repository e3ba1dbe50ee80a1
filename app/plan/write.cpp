// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/fields.h"
#include "app/plan/read.h"
#include "app/plan/tomlwriter.h"

namespace ceteris::plan {

QByteArray write(const Plan& plan)
{
    auto copy = withoutTwin(plan); // fields() serves the reader too, so it wants to be able to change the plan
    TomlWriter writer;
    fields(writer, copy);
    return writer.text().toUtf8();
}

} // namespace ceteris::plan
