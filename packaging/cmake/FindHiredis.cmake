# SPDX-License-Identifier: GPL-3.0-or-later
# Debian's hiredis 0.14 sets variables only.
include(PlainLibrary)
plain_library(Hiredis::hiredis hiredis/hiredis.h hiredis)
