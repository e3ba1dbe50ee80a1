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

set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# ceteris_library(name SOURCES … DEPENDS …): one folder, one static library.
function(ceteris_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC ceteris_options ${arg_DEPENDS})
endfunction()

# ceteris_program(name SOURCES … DEPENDS …): an executable in build/…/bin.
function(ceteris_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ceteris_options ${arg_DEPENDS})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
endfunction()

# ceteris_test(name SOURCES … DEPENDS … [TIMEOUT s] [LABELS …] [SERIAL]): a Qt Test program run by ctest.
# SERIAL is for tests that need the machine's cores for themselves.
function(ceteris_test name)
    cmake_parse_arguments(arg "SERIAL" "TIMEOUT" "SOURCES;DEPENDS;LABELS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ceteris_options Qt6::Test ${arg_DEPENDS})
    target_compile_definitions(${name} PRIVATE CETERIS_BIN_DIR="${PROJECT_BINARY_DIR}/bin"
        CETERIS_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
    if(arg_SERIAL)
        set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
    endif()
endfunction()
