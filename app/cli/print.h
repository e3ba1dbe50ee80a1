// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdio>

namespace ceteris::cli {

inline void print(const QString& text)
{
    std::fprintf(stdout, "%s\n", qUtf8Printable(text));
}

inline void complain(const QString& text)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

} // namespace ceteris::cli
