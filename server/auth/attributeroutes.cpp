// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/attributes.h"
#include "server/auth/fields.h"
#include "server/auth/json.h"
#include "server/auth/responses.h"
#include "server/auth/routes.h"
#include "server/http/forms.h"

namespace ceteris::auth {
namespace {

constexpr qsizetype longestKey = 64;

struct Upload
{
    Part image;
    QByteArray token;
};

// The image of a browser's form, or the body itself.
Upload uploadOf(const http::Request& request)
{
    if (mediaType(request) != "multipart/form-data")
        return { { request.header("content-type"), request.body }, {} };
    const auto parts = partsOf(request).value_or(QHash<QByteArray, Part>());
    return { parts.value("image"), parts.value("_csrf").data };
}

// Scripts cannot run from these: every answer also says nosniff and default-src 'none'.
bool isImageType(const QByteArray& type)
{
    return type.startsWith("image/") || type == "application/octet-stream";
}

// Which attribute /set and /get are about: the one, or in probe trials also one of many. nullopt: no name for one.
std::optional<QByteArray> attributeName(const Context& context, const Fields& query)
{
    if (!context.services.config.probes || !has(query, contract::probe::key))
        return attribute::q;
    const auto key = field(query, contract::probe::key);
    if (key.isEmpty() || key.size() > longestKey || !key.isValidUtf8())
        return std::nullopt;
    return QByteArray(attribute::q + '.' + key);
}

http::Response attributeReply(Turn& turn, JsonValue value)
{
    turn.exchange->clock().enter(contract::Stage::Serialise);
    return jsonReply(200, json({ { "user", text(turn.session, attribute::user) }, { "q", value } }));
}

} // namespace

http::Response setAttribute(Turn& turn)
{
    const auto query = http::parseForm(turn.request().query);
    const auto q = query.value(attribute::q);
    const auto name = attributeName(turn.context, query);
    if (!name || !query.contains(attribute::q) || !q.isValidUtf8())
        return problem(turn.context, turn.request(), 400, "Say what to keep as UTF-8: /set?q=something");
    turn.delta.changed.insert(*name, q);
    return attributeReply(turn, q);
}

http::Response getAttribute(Turn& turn)
{
    const auto name = attributeName(turn.context, http::parseForm(turn.request().query));
    if (!name || !turn.session.attributes.contains(*name))
        return attributeReply(turn, nullptr);
    return attributeReply(turn, text(turn.session, *name));
}

http::Response setImage(Turn& turn)
{
    const auto& request = turn.request();
    const auto [image, token] = uploadOf(request);
    if (turn.isForged(token))
        return forged(turn.context, request);
    if (image.data.size() > turn.context.services.config.limits.imageBytes)
        return problem(turn.context, request, 413, "The image is larger than this server allows.");
    if (image.data.isEmpty() || !isImageType(image.contentType))
        return problem(turn.context, request, 415, "Send an image, with its type in Content-Type.");

    turn.delta.changed.insert(attribute::image, sessions::Bytes { image.data });
    turn.delta.changed.insert(attribute::imageType, image.contentType);
    turn.exchange->clock().enter(contract::Stage::Serialise);
    if (wantsHtml(request))
        return redirect(contract::path::home);
    return jsonReply(200,
        json({ { "user", text(turn.session, attribute::user) }, { "bytes", qint64 { image.data.size() } },
            { "type", image.contentType } }));
}

http::Response getImage(Turn& turn)
{
    const auto found = turn.session.attributes.constFind(attribute::image);
    const auto* image = found == turn.session.attributes.cend() ? nullptr : std::get_if<sessions::Bytes>(&*found);
    if (!image)
        return problem(turn.context, turn.request(), 404, "There is no image in this session.");
    turn.exchange->clock().enter(contract::Stage::Serialise);
    return file(text(turn.session, attribute::imageType), image->data);
}

} // namespace ceteris::auth
