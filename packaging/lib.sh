# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What packaging/run, test, bench and selftest share: packages, building, messages.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)

readonly exit_missing=3 # "could not run", as in ceteris-cli

say() { printf '%s\n' "$*" >&2; }

# packages_of SECTION…: their names, from dependencies.txt.
packages_of() {
    awk -v wanted=" $* " '
        /^\[/ { section = substr($1, 2, length($1) - 2); next }
        /^[^#]/ && index(wanted, " " section " ") { print $1 }
    ' "$root/packaging/dependencies.txt"
}

# missing_packages SECTION…: those that are neither installed nor provided by a package that is.
missing_packages() {
    # shellcheck disable=SC2016 # the fields are dpkg-query's, not the shell's
    local fields='${db:Status-Status}, ${Package}, ${Provides}\n'
    awk -F ', ' '
        FILENAME == ARGV[1] {
            if ($1 == "installed")
                for (i = 2; i <= NF; i++) { sub(/ .*/, "", $i); there[$i] = 1 }
            next
        }
        !($1 in there)
    ' <(dpkg-query --show --showformat "$fields") <(packages_of "$@")
}

# quietly LOG COMMAND…: everything it prints goes to LOG, the end of which is shown if it fails.
quietly() {
    local log=$1
    shift
    "$@" >"$log" 2>&1 </dev/null && return
    tail -n 30 "$log" >&2
    say "This failed: $*"
    say "The whole log: $log"
    return 1
}

# install_missing SECTION…: brings in what is not there; asks nothing and calls no apt-get when all is there.
install_missing() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "No apt-get here: nothing is installed. packaging/dependencies.txt says what Ceteris needs."
        return
    fi
    local packages as=()
    mapfile -t packages < <(missing_packages "$@")
    ((${#packages[@]} > 0)) || return 0

    local install=(apt-get install -y --no-install-recommends "${packages[@]}")
    say "Debian packages to install: ${packages[*]}"
    if [[ $(id -u) != 0 ]]; then
        if ! command -v sudo >/dev/null; then
            say "Neither root nor sudo here. Please have this run, then start again:"
            say "    ${install[*]}"
            exit "$exit_missing"
        fi
        as=(sudo)
        say "With sudo: ${install[*]}"
        sudo true || cannot_install "${install[@]}"
    fi
    mkdir -p "$root/build"
    say "Installing … (what apt-get says: build/install.log)"
    quietly "$root/build/install.log" "${as[@]}" apt-get update ||
        say "Going on with the package lists that are there."
    quietly "$root/build/install.log" "${as[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}" ||
        cannot_install "${install[@]}"
}

cannot_install() {
    say "The packages could not be installed. By hand, as root:"
    say "    $*"
    exit "$exit_missing"
}

# Turns ninja's lines into one line of progress on a terminal; elsewhere says nothing.
show_progress() {
    local line on_terminal=
    [[ -t 2 ]] && on_terminal=1
    while IFS= read -r line; do
        [[ $on_terminal && $line =~ ^\[([0-9]+)/([0-9]+)\] ]] &&
            printf '\r    %s of %s steps' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" >&2
    done
    [[ -z $on_terminal ]] || printf '\r\033[K' >&2
}

# build_preset PRESET [TARGET…]: configures once, then builds what has changed; the log is build/PRESET.log.
build_preset() {
    local preset=$1 log=$root/build/$1.log targets=()
    shift
    (($# == 0)) || targets=(--target "$@")
    mkdir -p "$root/build"
    cd "$root" || return
    if command -v ccache >/dev/null; then
        export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR=$root
        export CCACHE_SLOPPINESS=pch_defines,time_macros # or it does not see through precompiled headers
    fi
    # A tree that was moved or copied takes its build folder along, with paths that are wrong now.
    if [[ ! -e build/$preset/build.ninja ]] ||
        ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "build/$preset/CMakeCache.txt"; then
        say "Configuring ($preset) …"
        quietly "$log" cmake --preset "$preset" --fresh
    fi
    if cmake --build --preset "$preset" "${targets[@]}" -- -n | grep -q 'no work to do'; then
        say "The build is up to date ($preset)."
        return
    fi
    say "Building ($preset) on $(nproc) cores …"
    local began=$SECONDS
    if ! cmake --build --preset "$preset" "${targets[@]}" 2>&1 </dev/null | tee "$log" | show_progress; then
        grep -A 12 -E '^FAILED|error:' "$log" | head -n 60 >&2 || tail -n 30 "$log" >&2
        say "The build failed. The whole log: $log"
        return 1
    fi
    say "Built in $((SECONDS - began)) s."
}
