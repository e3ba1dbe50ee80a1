// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/speech.h"

#include <unistd.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ceteris::server {
namespace {

QString storeInWords(const contract::StoreConfig& store)
{
    if (store.kind == u"session-server")
        return u"a session server"_s;
    if (store.kind == u"token")
        return u"signed tokens"_s;
    if (store.kind != u"redis")
        return store.kind;
    const auto& redis = store.redis;
    return u"redis at "_s
        + (redis.socketPath.isEmpty() ? u"%1:%2"_s.arg(redis.host).arg(redis.port) : redis.socketPath);
}

// An address to click on: one that means "every interface" is reached by the loopback one.
QString url(const QString& host, quint16 port)
{
    const bool any = host == u"0.0.0.0" || host == u"::";
    const auto shown = any ? u"127.0.0.1"_s : host.contains(u':') ? u'[' + host + u']' : host;
    return u"http://%1:%2"_s.arg(shown).arg(port);
}

QString inWords(const Start&, const contract::Progress& progress)
{
    const auto text = u"Making accounts: %1 of %2"_s.arg(progress.done).arg(progress.total);
    if (isatty(STDOUT_FILENO)) // one line that counts up
        return u'\r' + text + (progress.done == progress.total ? u"\n"_s : QString());
    return progress.done == progress.total ? text + u'\n' : QString();
}

QString inWords(const Start& start, const contract::Ready& ready)
{
    if (start.config.prepareOnly)
        return u"The accounts are made: %1 users, cost %2.\n"_s.arg(start.config.accounts.count)
            .arg(start.config.accounts.cost);
    if (start.config.sessionService.offered)
        return u"Keeping the sessions of others at %1/api/v2/session, in %2\n"_s.arg(
            url(start.config.host, ready.port), storeInWords(start.config.store));
    return u"Serving %1, sessions in %2; sign in as user1 / 1\n"_s.arg(
        url(start.config.host, ready.port), storeInWords(start.config.store));
}

QString inWords(const Start&, const contract::Failure& failure)
{
    return u"ceteris-server: "_s + failure.sentence + u'\n';
}

} // namespace

void say(const Start& start, const contract::Announcement& announcement)
{
    const bool isFailure = std::holds_alternative<contract::Failure>(announcement);
    auto* const out = start.speech == Speech::Human && isFailure ? stderr : stdout;
    const auto text = start.speech == Speech::Machine
        ? contract::toLine(announcement)
        : std::visit([&start](const auto& it) { return inWords(start, it); }, announcement).toUtf8();
    std::fputs(text.constData(), out);
    std::fflush(out);
}

} // namespace ceteris::server
