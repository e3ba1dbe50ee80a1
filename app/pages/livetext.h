// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace ceteris::pages {

// Translates for free functions of pages. A plain name as its context: lupdate loses the namespaces of a function that
// returns a widgets:: type.
struct LiveText
{
    Q_DECLARE_TR_FUNCTIONS(LiveText)
};

} // namespace ceteris::pages
