# SPDX-License-Identifier: GPL-3.0-or-later
# libzip's own CMake files ask for its command line tools, which are a package of their own.
include(PlainLibrary)
plain_library(Zip::zip zip.h zip)
