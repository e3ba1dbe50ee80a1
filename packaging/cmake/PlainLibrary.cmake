# SPDX-License-Identifier: GPL-3.0-or-later
# For a find module of a C library without CMake files of use: makes the target of a header and a library.
include(FindPackageHandleStandardArgs)

macro(plain_library target header library)
    set(package ${CMAKE_FIND_PACKAGE_NAME})
    find_path(${package}_INCLUDE_DIR ${header})
    find_library(${package}_LIBRARY ${library})
    mark_as_advanced(${package}_INCLUDE_DIR ${package}_LIBRARY)
    find_package_handle_standard_args(${package} REQUIRED_VARS ${package}_LIBRARY ${package}_INCLUDE_DIR)
    if(${package}_FOUND AND NOT TARGET ${target})
        add_library(${target} UNKNOWN IMPORTED)
        set_target_properties(${target} PROPERTIES IMPORTED_LOCATION "${${package}_LIBRARY}"
            INTERFACE_INCLUDE_DIRECTORIES "${${package}_INCLUDE_DIR}")
    endif()
endmacro()
