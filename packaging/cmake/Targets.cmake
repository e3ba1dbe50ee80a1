# SPDX-License-Identifier: GPL-3.0-or-later
# The few target shapes of the house: a static library for each folder, executables, and tests.

# Warnings, language level and Qt strictness for our own code only.
add_library(ceteris_options INTERFACE)
target_compile_features(ceteris_options INTERFACE cxx_std_20)
target_compile_options(ceteris_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Wimplicit-fallthrough $<$<BOOL:${CETERIS_WERROR}>:-Werror>)
target_compile_definitions(ceteris_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400
    CETERIS_VERSION="${PROJECT_VERSION}")
# Root-relative includes; tests/lint checks that no include crosses an arrow of the design.
target_include_directories(ceteris_options INTERFACE ${PROJECT_SOURCE_DIR})
if(CETERIS_SANITIZE)
    target_compile_options(ceteris_options INTERFACE -fsanitize=${CETERIS_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(ceteris_options INTERFACE -fsanitize=${CETERIS_SANITIZE})
endif()

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# Most of what a file of ours makes the compiler read is Qt: with CETERIS_PRECOMPILE it is read once for all targets that
# know the same modules, and once more for tests. Off by default, so that a forgotten #include is noticed.
function(ceteris_precompile name)
    cmake_parse_arguments(arg "GUI;TEST" "" "" ${ARGN})
    if(NOT CETERIS_PRECOMPILE)
        return()
    endif()
    # The engine has to be fast; a test's own code and the window, which waits for Qt, to be compiled soon.
    set(optimisation)
    if(arg_TEST OR arg_GUI)
        set(optimisation $<$<CONFIG:Release>:-O1>)
    endif()
    string(MAKE_C_IDENTIFIER "ceteris_headers_${ARGN}" headers)
    if(NOT TARGET ${headers})
        set(modules Core)
        if(arg_GUI)
            list(APPEND modules Gui Widgets)
        endif()
        list(TRANSFORM modules PREPEND Qt6:: OUTPUT_VARIABLE libraries)
        list(TRANSFORM modules REPLACE "(.+)" "<Qt\\1>" OUTPUT_VARIABLE umbrellas)
        file(WRITE ${PROJECT_BINARY_DIR}/${headers}.cpp "")
        add_library(${headers} STATIC ${PROJECT_BINARY_DIR}/${headers}.cpp)
        target_link_libraries(${headers} PRIVATE ceteris_options ${libraries})
        target_precompile_headers(${headers} PRIVATE ${umbrellas} <algorithm> <array> <chrono> <cmath> <functional>
            <map> <memory> <optional> <set> <string> <vector>)
        target_compile_options(${headers} PRIVATE -fpch-preprocess ${optimisation})
    endif()
    target_precompile_headers(${name} REUSE_FROM ${headers})
    target_compile_options(${name} PRIVATE -fpch-preprocess ${optimisation}) # the former for ccache
endfunction()

# GUI of the caller's arguments, to be handed on.
macro(ceteris_gui_flag)
    set(gui)
    if(arg_GUI)
        set(gui GUI)
    endif()
endmacro()

# ceteris_library(name [PLAIN] [MOC] [GUI] SOURCES … [APART …] DEPENDS …): one folder, one static library. PLAIN knows no
# Qt; MOC has classes with Q_OBJECT; GUI knows Qt Widgets. With CETERIS_UNITY several of the files are compiled as one, but
# for those that are APART, because they have names of their own that another file has too.
function(ceteris_library name)
    cmake_parse_arguments(arg "PLAIN;MOC;GUI" "" "SOURCES;APART;DEPENDS" ${ARGN})
    ceteris_gui_flag()
    add_library(${name} STATIC ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ${arg_MOC})
    if(CETERIS_UNITY AND NOT arg_GUI) # views have many small names of their own, and wait for Qt's headers anyway
        set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    endif()
    if(arg_APART)
        set_source_files_properties(${arg_APART} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
    target_link_libraries(${name} PUBLIC ceteris_options ${arg_DEPENDS})
    if(NOT arg_PLAIN)
        ceteris_precompile(${name} ${gui})
    endif()
endfunction()

# ceteris_program(name [GUI] SOURCES … DEPENDS …): an executable in build/…/bin.
function(ceteris_program name)
    cmake_parse_arguments(arg "GUI" "" "SOURCES;DEPENDS" ${ARGN})
    ceteris_gui_flag()
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ceteris_options ${arg_DEPENDS})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
    ceteris_precompile(${name} ${gui})
endfunction()

# ceteris_test(name SOURCES … DEPENDS … [TIMEOUT s] [LABELS …] [SERIAL] [TIMED] [GUI]): a Qt Test program run by ctest.
# SERIAL is for tests that need the machine's cores for themselves, TIMED for those that look at a clock under load: one
# of them runs at a time, beside others that mostly wait.
function(ceteris_test name)
    cmake_parse_arguments(arg "SERIAL;TIMED;GUI" "TIMEOUT" "SOURCES;DEPENDS;LABELS" ${ARGN})
    ceteris_gui_flag()
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ceteris_options Qt6::Test ${arg_DEPENDS})
    # Only the test's own file has a Q_OBJECT: cheaper than a search of all files.
    set(own ${arg_SOURCES})
    list(FILTER own INCLUDE REGEX "^tst_.*\\.cpp$")
    string(REPLACE ".cpp" ".moc" moc "${CMAKE_CURRENT_BINARY_DIR}/${own}")
    qt6_generate_moc(${CMAKE_CURRENT_SOURCE_DIR}/${own} ${moc} TARGET ${name})
    target_sources(${name} PRIVATE ${moc})
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
    ceteris_precompile(${name} TEST ${gui})
    target_compile_definitions(${name} PRIVATE CETERIS_BIN_DIR="${PROJECT_BINARY_DIR}/bin"
        CETERIS_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
    if(arg_TIMED)
        set_tests_properties(${name} PROPERTIES RESOURCE_LOCK clock)
    endif()
    if(arg_SERIAL)
        set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
    endif()
endfunction()
