# SPDX-License-Identifier: GPL-3.0-or-later
# `cpack -G DEB` in the build folder makes ceteris_<version>_<architecture>.deb: window, command line and auth app.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ceteris)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The Ceteris authors <ceteris-lab@users.noreply.github.com>")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://github.com/ceteris-lab/ceteris")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "controlled load experiments on session-based authentication")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Ceteris compares ways to keep the sessions of a web application: in memory,
in Redis, or in a service of your own. It drives each with the same virtual
users in blocks of trials in random order, watches what else goes on in the
machine, and says which is faster, or why that cannot be said.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What shlibdeps cannot see: a plug-in of Qt that is loaded by name.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS
    "haproxy, libqt6sql6-mysql, libqt6sql6-psql, mariadb-server, memcached, nginx, postgresql, zookeeper")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "redis-server, fonts-noto-cjk, qt6-translations-l10n")
include(CPack)
