// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace ceteris::pages {

struct LiveText // translates for free functions of Live and Demo
{
    Q_DECLARE_TR_FUNCTIONS(ceteris::pages::LiveText)
};

} // namespace ceteris::pages
