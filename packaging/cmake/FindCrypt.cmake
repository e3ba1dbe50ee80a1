# SPDX-License-Identifier: GPL-3.0-or-later
# libxcrypt ships no CMake config.
include(PlainLibrary)
plain_library(Crypt::crypt crypt.h crypt)
