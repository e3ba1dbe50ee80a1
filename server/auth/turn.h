// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/context.h"

namespace ceteris::auth {

// One request of somebody who is signed in: what a handler reads, and what it leaves to be saved.
struct Turn
{
    Context& context;
    http::ExchangePtr exchange;
    sessions::Session session;
    sessions::Delta delta;
    bool endsSession = false;

    const http::Request& request() const { return exchange->request(); }
    // For the forms of a signed-in browser; sent is the form's field, if any.
    bool isForged(const QByteArray& sent) const;
};

enum class Needs {
    Session, // the whole of it
    Page, // attribute::ofPages
};

using TurnHandler = http::Response (*)(Turn&);

// Finds the session, lets the handler make the answer, saves what it changed, and only then answers. Answers of 400 and
// above save nothing.
void takeTurn(Context& context, const http::ExchangePtr& exchange, TurnHandler handler, Needs needs = Needs::Session);

// takeTurn as a Handler of the route table.
template <TurnHandler handler, Needs needs = Needs::Session>
void signedIn(Context& context, const http::ExchangePtr& exchange)
{
    takeTurn(context, exchange, handler, needs);
}

// The session id of the request's cookie; empty if it cannot be one of ours.
QByteArray presentedId(const Context& context, const http::Request& request);

} // namespace ceteris::auth
