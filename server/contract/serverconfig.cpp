// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/contract/serverconfig.h"

#include "server/contract/jsonfields.h"
#include "server/contract/storefields.h"

using namespace Qt::StringLiterals;

namespace ceteris::contract {
namespace {

constexpr qint64 aDayMs = 86'400'000;
constexpr qint64 aYearS = 31'536'000;

template <class Io, class Accounts>
void accountsFields(Io& io, Accounts& accounts)
{
    io.text("cache_directory"_L1, accounts.cacheDirectory);
    io.number("count"_L1, accounts.count, 1, 10'000'000);
    io.choice("scheme"_L1, accounts.scheme, { u"bcrypt"_s });
    io.number("cost"_L1, accounts.cost, 4, 16);
    io.part("database"_L1, accounts.database, [](auto& inner, auto& database) { sqlAddressFields(inner, database); });
}

template <class Io, class Limits>
void limitsFields(Io& io, Limits& limits)
{
    io.number("header_bytes"_L1, limits.headerBytes, 256, 1 << 20);
    io.number("body_bytes"_L1, limits.bodyBytes, 0, 1 << 30);
    io.number("image_bytes"_L1, limits.imageBytes, 0, 1 << 30);
    io.number("connections"_L1, limits.connections, 1, 1'000'000);
    io.number("header_ms"_L1, limits.headerMs, 10, aDayMs);
    io.number("idle_ms"_L1, limits.idleMs, 10, aDayMs);
    io.number("drain_ms"_L1, limits.drainMs, 10, aDayMs);
}

template <class Io, class Service>
void serviceFields(Io& io, Service& service)
{
    io.flag("offered"_L1, service.offered);
    io.text("key"_L1, service.key);
    io.flag("legacy"_L1, service.legacy);
}

template <class Io, class Config>
void fields(Io& io, Config& config)
{
    io.text("host"_L1, config.host);
    io.number("port"_L1, config.port, 0, 65'535);
    io.number("instance"_L1, config.instance, 0, 7);
    io.number("threads"_L1, config.threads, 1, 256);
    io.number("hash_threads"_L1, config.hashThreads, 0, 256);
    io.number("hash_queue"_L1, config.hashQueue, 1, 1'000'000);
    io.flag("csrf"_L1, config.csrf);
    io.text("cookie_name"_L1, config.cookieName);
    io.flag("secure_cookie"_L1, config.secureCookie);
    io.text("cookie_secret"_L1, config.cookieSecret);
    io.number("idle_timeout_s"_L1, config.idleTimeoutS, 1, aYearS);
    io.number("absolute_timeout_s"_L1, config.absoluteTimeoutS, 1, aYearS);
    io.flag("prepare_only"_L1, config.prepareOnly);
    io.flag("probes"_L1, config.probes);
    io.part(
        "session_service"_L1, config.sessionService, [](auto& inner, auto& service) { serviceFields(inner, service); });
    io.part("store"_L1, config.store, [](auto& inner, auto& store) { storeFields(inner, store); });
    io.part("accounts"_L1, config.accounts, [](auto& inner, auto& accounts) { accountsFields(inner, accounts); });
    io.part("limits"_L1, config.limits, [](auto& inner, auto& limits) { limitsFields(inner, limits); });
}

} // namespace

QJsonObject toJson(const ServerConfig& config)
{
    QJsonObject json;
    Writer writer(json);
    fields(writer, config);
    return json;
}

Result<ServerConfig> serverConfigFromJson(const QJsonObject& json)
{
    ServerConfig config;
    Reader reader(json, {});
    fields(reader, config);
    if (const auto problem = reader.problem(); !problem.isEmpty())
        return tl::unexpected(Failure { ExitCode::BadConfig, problem });
    if (config.sessionService.legacy && !config.host.startsWith("127."_L1) && config.host != "::1"_L1)
        return tl::unexpected(Failure { ExitCode::BadConfig,
            u"The server's configuration has \"session_service.legacy\" for host %1; it is for loopback only."_s.arg(
                config.host) });
    return config;
}

} // namespace ceteris::contract
