# SPDX-License-Identifier: GPL-3.0-or-later
# Debian's libmemcached has no CMake files.
include(PlainLibrary)
plain_library(Memcached::memcached libmemcached/memcached.h memcached)
