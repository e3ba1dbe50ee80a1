// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/pages.h"
#include "server/auth/services.h"
#include "server/auth/sessioncookie.h"

#include <QObject>

namespace ceteris::auth {

// What the handlers of one listener thread work with.
struct Context
{
    const Services& services;
    const QByteArray& decoyHash; // checked for unknown users, so that they take as long as known ones
    SessionCookie cookie;
    Pages pages {};
    QObject anchor {}; // the pool's answers come back to it, and stop when it goes
    std::unique_ptr<sessions::SessionStore> store; // last: its callbacks use all of the above
};

using Handler = void (*)(Context&, const http::ExchangePtr&);

} // namespace ceteris::auth
