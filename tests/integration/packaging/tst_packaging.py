# SPDX-License-Identifier: GPL-3.0-or-later
"""packaging/run, packaging/test and .ci/run against stand-ins for apt-get, dpkg-query, sudo, id, cmake and ctest."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCES = Path(os.environ.get("CETERIS_SOURCE_DIR", Path(__file__).parents[3]))
SCRIPTS = ["packaging/run", "packaging/test", "packaging/bench", "packaging/selftest", "packaging/lib.sh", ".ci/run"]
TOOLS = ["bash", "awk", "cat", "chmod", "dirname", "env", "grep", "head", "mkdir", "nproc", "tail", "tee", "true"]

# Every stand-in notes its command line; what it answers comes from files that the test writes.
NOTE = '#!/bin/bash\necho "${0##*/} $*" >>"$HOUSE/calls"\n'
STAND_INS = {
    "dpkg-query": NOTE + 'cat "$HOUSE/installed"',
    "id": NOTE + 'cat "$HOUSE/uid"',
    "sudo": NOTE + 'exec "$@"',
    "apt-get": NOTE + 'if [[ $1 == install && -e $HOUSE/apt-fails ]]; then echo "E: no such package"; exit 100; fi',
    "ctest": NOTE + 'cat "$HOUSE/ctest-says"; exit "$(cat "$HOUSE/ctest-exit")"',
    "cmake": NOTE + r'''
if [[ $1 == --preset ]]; then
    mkdir -p "build/$2" && >"build/$2/build.ninja"
    echo "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" >"build/$2/CMakeCache.txt"
    exit
fi
bin=build/$3/bin
if [[ $* == *' -n' ]]; then
    [[ -e $bin/ceteris-cli ]] && echo 'ninja: no work to do.' || echo '[1/1] Linking'
    exit
fi
if [[ -e $HOUSE/build-fails ]]; then echo 'FAILED: main.o'; echo 'main.cpp:1: error: no main'; exit 1; fi
echo '[1/1] Linking'
mkdir -p "$bin"
for program in ceteris-cli ceteris; do
    printf '#!/bin/bash\necho "${0##*/} in $PWD: $*"\n' >"$bin/$program"
    chmod +x "$bin/$program"
done
''',
}


def packages(*sections):
    """The names in dependencies.txt, read independently of the scripts."""
    names, section = [], None
    for line in (SOURCES / "packaging/dependencies.txt").read_text().splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            section = heading[1]
        elif line and not line.startswith("#") and section in sections:
            names.append(line.split()[0])
    return names


class Scripts(unittest.TestCase):
    def test_shell_accepts(self):
        for script in SCRIPTS:
            with self.subTest(script):
                subprocess.run(["bash", "-n", SOURCES / script], check=True)

    @unittest.skipUnless(shutil.which("shellcheck"), "needs the Debian package shellcheck")
    def test_shellcheck_is_silent(self):
        check = subprocess.run(["shellcheck", "-x", "-P", "SCRIPTDIR", *SCRIPTS], cwd=SOURCES, stdout=subprocess.PIPE)
        self.assertEqual(check.stdout.decode(), "")

    def test_dependencies_are_well_formed(self):
        sections = []
        for line in (SOURCES / "packaging/dependencies.txt").read_text().splitlines():
            if line.startswith("["):
                sections.append(line)
            elif line and not line.startswith("#"):
                self.assertRegex(line, r"^[a-z0-9][a-z0-9+.-]+ +# \S", "a Debian package, then what it is for")
        self.assertEqual(sections, ["[build]", "[run]", "[test]", "[bench]"])
        for section in ("build", "run", "test", "bench"):
            names = packages(section)
            self.assertTrue(names)
            self.assertEqual(len(names), len(set(names)), f"a name twice in [{section}]")


class House(unittest.TestCase):
    """A copy of the scripts in a folder with a space in its name, seeing nothing but stand-ins."""

    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="ceteris-")
        self.addCleanup(self.temporary.cleanup)
        self.house = Path(self.temporary.name).resolve()
        self.root = self.house / "a clone"
        shutil.copytree(SOURCES / "packaging", self.root / "packaging")
        shutil.copytree(SOURCES / ".ci", self.root / ".ci")
        self.bin = self.house / "bin"
        self.bin.mkdir()
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool))
        for name, text in STAND_INS.items():
            (self.bin / name).write_text(text)
            (self.bin / name).chmod(0o755)
        self.put("uid", "0")
        self.installed(packages("build", "run", "test"))

    def put(self, name, text=""):
        (self.house / name).write_text(text)

    def installed(self, names, provides=""):
        self.put("installed", "".join(f"installed, {name}, {provides}\n" for name in names))

    def start(self, script, *arguments, cwd=None, **variables):
        (self.house / "calls").unlink(missing_ok=True)
        return subprocess.run([self.root / script, *arguments], cwd=cwd or self.house, text=True, timeout=30,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env={"PATH": str(self.bin), "HOUSE": str(self.house), "LC_ALL": "C.UTF-8",
                                   **variables})

    def calls(self, program):
        path = self.house / "calls"
        lines = path.read_text().splitlines() if path.exists() else []
        return [line for line in lines if line.split()[0] == program]

    def test_without_root_or_sudo_the_command_is_printed(self):
        self.put("uid", "1000")
        (self.bin / "sudo").unlink()
        self.installed(["g++", "cmake"])
        done = self.start("packaging/run")
        missing = [name for name in packages("build", "run") if name not in ("g++", "cmake")]
        self.assertEqual(done.returncode, 3)
        self.assertIn("    apt-get install -y --no-install-recommends " + " ".join(missing) + "\n", done.stderr)
        self.assertEqual(self.calls("apt-get") + self.calls("cmake"), [])

    def test_nothing_missing_means_no_apt_get(self):
        done = self.start("packaging/run")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.calls("apt-get") + self.calls("sudo"), [])
        self.assertIn(": run quick-look\n", done.stdout)

    def test_removed_package_is_missing(self):
        all_there = (self.house / "installed").read_text()
        self.put("installed", all_there.replace("installed, cmake,", "config-files, cmake,"))
        self.start("packaging/run")
        self.assertEqual(self.calls("apt-get")[-1], "apt-get install -y --no-install-recommends cmake")

    def test_provided_package_is_there(self):
        others = [name for name in packages("build", "run") if name != "redis-server"]
        self.installed(others, provides="something (= 1), redis-server (= 7)")
        self.assertEqual(self.start("packaging/run").returncode, 0)
        self.assertEqual(self.calls("apt-get"), [])

    def test_root_installs_only_what_is_missing(self):
        self.installed([name for name in packages("build", "run") if name != "cmake"])
        done = self.start("packaging/run")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.calls("apt-get"),
                         ["apt-get update", "apt-get install -y --no-install-recommends cmake"])
        self.assertEqual(self.calls("sudo"), [])

    def test_sudo_is_used_after_saying_for_what(self):
        self.put("uid", "1000")
        self.installed([name for name in packages("build", "run") if name != "cmake"])
        done = self.start("packaging/run")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("With sudo: apt-get install -y --no-install-recommends cmake\n", done.stderr)
        self.assertIn("apt-get install -y --no-install-recommends cmake", self.calls("sudo")[-1])

    def test_refused_sudo_prints_the_command(self):
        self.put("uid", "1000")
        (self.bin / "sudo").write_text(NOTE + "exit 1")
        self.installed([])
        done = self.start("packaging/run")
        self.assertEqual(done.returncode, 3)
        self.assertIn("    apt-get install -y --no-install-recommends g++ ", done.stderr)
        self.assertEqual(self.calls("apt-get"), [])

    def test_failed_install_says_why(self):
        self.installed([])
        self.put("apt-fails")
        done = self.start("packaging/run")
        self.assertEqual(done.returncode, 3)
        self.assertIn("E: no such package", done.stderr)
        self.assertEqual(self.calls("cmake"), [])

    def test_second_start_neither_configures_nor_builds(self):
        self.start("packaging/run")
        self.assertEqual(len(self.calls("cmake")), 3)  # configure, is there work?, build
        done = self.start("packaging/run")
        self.assertEqual(self.calls("cmake"), ["cmake --build --preset release -- -n"])
        self.assertEqual(done.stderr, "The build is up to date (release).\n")

    def test_a_display_opens_the_window_with_the_preset(self):
        for display in ({"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}):
            with self.subTest(display):
                done = self.start("packaging/run", **display)
                self.assertEqual(done.stdout, f"ceteris in {self.house}: --page plan quick-look\n", done.stderr)

    def test_arguments_or_no_display_mean_the_terminal(self):
        for arguments, display in (([], {}), ([], {"DISPLAY": ""}), (["blog"], {"DISPLAY": ":0"})):
            with self.subTest(arguments=arguments, display=display):
                done = self.start("packaging/run", *arguments, **display)
                plan = (arguments or ["quick-look"])[0]
                self.assertEqual(done.stdout, f"ceteris-cli in {self.house}: run {plan}\n", done.stderr)

    def test_arguments_and_folder_are_the_callers(self):
        here = self.house / "some where"
        here.mkdir()
        done = self.start("packaging/run", "my plan.ceteris.toml", "--output", "DIR", cwd=here)
        self.assertEqual(done.stdout, f"ceteris-cli in {here}: run my plan.ceteris.toml --output DIR\n")

    def test_moved_clone_is_configured_anew(self):
        self.start("packaging/run")
        moved = self.house / "moved"
        self.root.rename(moved)
        self.root = moved
        self.start("packaging/run")
        self.assertIn("cmake --preset release --fresh", self.calls("cmake"))

    def test_failed_build_shows_the_error_and_the_log(self):
        self.put("build-fails")
        done = self.start("packaging/run")
        self.assertEqual(done.returncode, 1)
        self.assertIn("main.cpp:1: error: no main", done.stderr)
        self.assertIn(str(self.root / "build/release.log"), done.stderr)
        self.assertEqual(done.stdout, "")

    def test_ci_reports_what_ctest_reports(self):
        summary = "50% tests passed, 1 tests failed out of 2\n"
        self.put("ctest-says", summary)
        for code in (0, 8):
            self.put("ctest-exit", str(code))
            done = self.start(".ci/run")
            self.assertEqual((done.returncode, done.stdout), (code, summary))
            self.assertEqual(self.calls("ctest"), ["ctest --preset ci"])


if __name__ == "__main__":
    unittest.main()
