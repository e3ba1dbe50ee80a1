# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -D ROOT=… -P format.cmake: fails when a C++ file is not as clang-format would write it.
find_program(CLANG_FORMAT NAMES clang-format clang-format-14)
if(NOT CLANG_FORMAT)
    message("skipped: clang-format is missing; on Debian: apt install clang-format")
    return()
endif()

set(files)
foreach(folder app server widgets tests)
    file(GLOB_RECURSE found ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp)
    list(APPEND files ${found})
endforeach()
if(NOT files)
    message(FATAL_ERROR "No C++ files below ${ROOT}")
endif()

execute_process(COMMAND ${CLANG_FORMAT} --dry-run -Werror ${files} RESULT_VARIABLE result ERROR_VARIABLE report)
if(result)
    string(REGEX MATCHALL "[^\n]+: error:[^\n]+" places "${report}")
    list(JOIN places "\n" places)
    message(FATAL_ERROR "Not formatted (run clang-format -i):\n${places}")
endif()
