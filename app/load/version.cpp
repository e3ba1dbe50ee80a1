// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/version.h"

#include <curl/curl.h>

namespace ceteris::load {

QString libraryVersion()
{
    return QString::fromLatin1(curl_version());
}

} // namespace ceteris::load
