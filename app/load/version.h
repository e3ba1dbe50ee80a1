// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ceteris::load {

QString libraryVersion(); // of libcurl as it is loaded: its behaviour is part of every figure

} // namespace ceteris::load
