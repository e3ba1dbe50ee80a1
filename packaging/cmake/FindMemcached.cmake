# SPDX-License-Identifier: GPL-3.0-or-later
# Debian's libmemcached has no CMake files; this makes the target Memcached::memcached.
find_path(Memcached_INCLUDE_DIR libmemcached/memcached.h)
find_library(Memcached_LIBRARY memcached)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Memcached REQUIRED_VARS Memcached_LIBRARY Memcached_INCLUDE_DIR)
if(Memcached_FOUND AND NOT TARGET Memcached::memcached)
    add_library(Memcached::memcached UNKNOWN IMPORTED)
    set_target_properties(Memcached::memcached PROPERTIES IMPORTED_LOCATION "${Memcached_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${Memcached_INCLUDE_DIR}")
endif()
mark_as_advanced(Memcached_INCLUDE_DIR Memcached_LIBRARY)
