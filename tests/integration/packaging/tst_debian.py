#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the Debian package of a build folder and looks into it. Usage: tst_debian.py BUILD_FOLDER"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIP = 77


def output(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def main(build):
    for tool in ("cpack", "dpkg-deb", "dpkg-shlibdeps", "lintian"):
        if not shutil.which(tool):
            print(f"skipped: {tool} is not installed")
            return SKIP
    programs = [name for name in ("ceteris", "ceteris-cli", "ceteris-server") if (build / "bin" / name).exists()]
    with tempfile.TemporaryDirectory() as folder:
        output("cpack", "-G", "DEB", "--config", str(build / "CPackConfig.cmake"), "-B", folder)
        package = next(pathlib.Path(folder).glob("ceteris_*.deb"))
        names = {line.split()[-1] for line in output("dpkg-deb", "-c", str(package)).splitlines()}
        wanted = [f"./usr/bin/{name}" for name in programs]
        wanted += [f"./usr/share/man/man1/{name}.1.gz" for name in programs]
        wanted += ["./usr/share/doc/ceteris/copyright", "./usr/share/doc/ceteris/changelog.gz"]
        missing = [name for name in wanted if name not in names]
        if missing:
            sys.exit(f"not in the package: {', '.join(missing)}")
        depends = output("dpkg-deb", "-f", str(package), "Depends", "Recommends")
        for name in ("libqt6core6", "libqt6sql6-sqlite", "redis-server", "fonts-noto-cjk"):
            if name not in depends:
                sys.exit(f"{name} is neither needed nor recommended: {depends}")
        print(output("lintian", "--fail-on", "error", "--allow-root", str(package)))
    return 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
