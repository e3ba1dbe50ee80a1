// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace ceteris::results {

// Whose tr() the texts of the report go through.
struct Report
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

} // namespace ceteris::results
