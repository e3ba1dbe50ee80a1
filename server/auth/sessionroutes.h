// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/router.h"

#include <span>

namespace ceteris::auth {

// What a session server offers instead of the auth app, to those who have its key:
//
//   POST   /api/v2/session                 201: a new id in X-Session-ID, which is reserved
//   GET    /api/v2/session                 200: the session of X-Session-ID, as JSON (codecs/jsonsession.h)
//   PUT    /api/v2/session                 204: the change of the body is saved; ?new makes the session of a reserved
//                                          id; ?to=<reserved id> moves it there
//   DELETE /api/v2/session                 204, also when it was not there
//   GET, DELETE /api/v2/sessions           how many there are; ends them all
//   GET    /api/v1/session?JSESSIONID=<id> the legacy form, only if the configuration asks for it: an id in an address
//                                          ends in logs, histories and referrers
//
// 404: no such session; nothing is ever made under an id that the client brings. 503: the store does not answer.
std::span<const Entry> sessionEntries();

} // namespace ceteris::auth
