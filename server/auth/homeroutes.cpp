// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/attributes.h"
#include "server/auth/fields.h"
#include "server/auth/json.h"
#include "server/auth/responses.h"
#include "server/auth/routes.h"

#include <algorithm>
#include <optional>

namespace ceteris::auth {
namespace {

// Behind those that the session has; the bytes of all, or nothing when there is no note.
std::optional<qint64> keepNote(Turn& turn, const QByteArray& note)
{
    if (note.isEmpty() || !note.isValidUtf8())
        return std::nullopt;
    const QByteArray notes = text(turn.session, attribute::notes) + note;
    turn.delta.changed.insert(attribute::notes, notes.right(contract::longestNotes));
    return std::min<qint64>(notes.size(), contract::longestNotes);
}

} // namespace

http::Response home(Turn& turn)
{
    const bool looks = turn.request().query == QByteArrayView(contract::look);
    const auto visits = number(turn.session, attribute::visits) + (looks ? 0 : 1);
    if (!looks)
        turn.delta.changed.insert(attribute::visits, visits);
    turn.exchange->clock().enter(contract::Stage::Serialise);
    if (wantsJson(turn.request()))
        return jsonReply(200,
            json({ { "user", text(turn.session, attribute::user) }, { "visits", visits },
                { "count", number(turn.session, attribute::count) },
                { "last", text(turn.session, attribute::last) } }));
    return page(200, turn.context.pages.home(turn.session, visits));
}

http::Response me(Turn& turn)
{
    const auto& session = turn.session;
    turn.exchange->clock().enter(contract::Stage::Serialise);
    return jsonReply(200,
        json({ { "user", text(session, attribute::user) }, { "visits", number(session, attribute::visits) },
            { "count", number(session, attribute::count) }, { "last", text(session, attribute::last) },
            { "csrf", text(session, attribute::csrf) } }));
}

http::Response work(Turn& turn)
{
    const auto fields = fieldsOf(turn.request());
    if (!fields)
        return problem(turn.context, turn.request(), 415, "Send a form or a JSON object of texts.");
    if (turn.isForged(field(*fields, contract::field::csrf)))
        return forged(turn.context, turn.request());
    const auto token = field(*fields, contract::field::token);
    if (!isToken(token))
        return badToken(turn.context, turn.request());

    const auto count = number(turn.session, attribute::count) + 1;
    turn.delta.changed.insert(attribute::count, count);
    turn.delta.changed.insert(attribute::last, token);
    const auto notes = keepNote(turn, field(*fields, contract::field::note));
    turn.exchange->clock().enter(contract::Stage::Serialise);
    if (wantsHtml(turn.request()))
        return redirect(contract::path::home);
    const auto user = text(turn.session, attribute::user);
    if (notes)
        return jsonReply(
            200, json({ { "user", user }, { "count", count }, { "last", token }, { "notes_bytes", *notes } }));
    return jsonReply(200, json({ { "user", user }, { "count", count }, { "last", token } }));
}

} // namespace ceteris::auth
