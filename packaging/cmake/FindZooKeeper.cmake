# SPDX-License-Identifier: GPL-3.0-or-later
# ZooKeeper's C client brings nothing for CMake; this is the one with threads of its own.
include(PlainLibrary)
plain_library(ZooKeeper::mt zookeeper/zookeeper.h zookeeper_mt)
