// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/plan.h"

#include <QLatin1StringView>

#include <array>
#include <cstddef>

namespace ceteris::plan {

// How a plan's text spells its choices, each in the order of its enumeration.
inline constexpr std::array storeNames { QLatin1StringView("memory"), QLatin1StringView("redis"),
    QLatin1StringView("sql"), QLatin1StringView("memcached"), QLatin1StringView("session-server"),
    QLatin1StringView("token"), QLatin1StringView("replicated") };
inline constexpr std::array layoutNames { QLatin1StringView("spring"), QLatin1StringView("indexed"),
    QLatin1StringView("connect") };
inline constexpr std::array valuesNames { QLatin1StringView("json"), QLatin1StringView("jdk") };
inline constexpr std::array readNames { QLatin1StringView("session"), QLatin1StringView("attributes") };
inline constexpr std::array writesNames { QLatin1StringView("delta"), QLatin1StringView("always"),
    QLatin1StringView("immediate") };
inline constexpr std::array deploymentNames { QLatin1StringView("single"), QLatin1StringView("sentinel"),
    QLatin1StringView("cluster") };
inline constexpr std::array sqlEngineNames { QLatin1StringView("sqlite"), QLatin1StringView("mariadb"),
    QLatin1StringView("postgresql") };
inline constexpr std::array refreshStoreNames { QLatin1StringView("memory"), QLatin1StringView("redis") };
inline constexpr std::array renewalNames { QLatin1StringView("early"), QLatin1StringView("refused") };
inline constexpr std::array copiesNames { QLatin1StringView("all"), QLatin1StringView("backup") };
inline constexpr std::array acknowledgeNames { QLatin1StringView("sync"), QLatin1StringView("async") };
inline constexpr std::array membersNames { QLatin1StringView("static"), QLatin1StringView("zookeeper") };
inline constexpr std::array cacheNames { QLatin1StringView("none"), QLatin1StringView("local"),
    QLatin1StringView("redis") };
inline constexpr std::array balancerNames { QLatin1StringView("nginx"), QLatin1StringView("haproxy") };
inline constexpr std::array balancerMethodNames { QLatin1StringView("round-robin"), QLatin1StringView("ip-hash"),
    QLatin1StringView("cookie-hash"), QLatin1StringView("consistent-cookie-hash"), QLatin1StringView("sticky-cookie") };
inline constexpr std::array transportNames { QLatin1StringView("tcp"), QLatin1StringView("unix") };
inline constexpr std::array persistenceNames { QLatin1StringView("none"), QLatin1StringView("rdb"),
    QLatin1StringView("aof") };
inline constexpr std::array loadModelNames { QLatin1StringView("users"), QLatin1StringView("rate") };
inline constexpr std::array arrivalsNames { QLatin1StringView("fixed"), QLatin1StringView("poisson") };
inline constexpr std::array decidingOperations { QLatin1StringView("login_page"), QLatin1StringView("login"),
    QLatin1StringView("refresh"), QLatin1StringView("write"), QLatin1StringView("logout") };
inline constexpr std::array decidingMetrics { QLatin1StringView("response_p50"), QLatin1StringView("response_p95"),
    QLatin1StringView("response_p99"), QLatin1StringView("requests_per_s"), QLatin1StringView("cpu_per_request"),
    QLatin1StringView("bytes_per_session") };
inline constexpr std::array saveNames { QLatin1StringView("spring"), QLatin1StringView("atomic") };
inline constexpr std::array stoppingNames { QLatin1StringView("fixed"), QLatin1StringView("precision"),
    QLatin1StringView("sequential") };
inline constexpr std::array guardActionNames { QLatin1StringView("void"), QLatin1StringView("mark") };
inline constexpr std::array eventNames { QLatin1StringView("kill"), QLatin1StringView("stop"), QLatin1StringView("end"),
    QLatin1StringView("scale-in"), QLatin1StringView("scale-out"), QLatin1StringView("flush"),
    QLatin1StringView("max-memory"), QLatin1StringView("delay"), QLatin1StringView("hold"), QLatin1StringView("cut"),
    QLatin1StringView("reset") };
inline constexpr std::array schemeNames { QLatin1StringView("bcrypt") };

constexpr QLatin1StringView name(StoreKind kind)
{
    return storeNames[static_cast<std::size_t>(kind)];
}

constexpr QLatin1StringView name(RedisLayout layout)
{
    return layoutNames[static_cast<std::size_t>(layout)];
}

constexpr QLatin1StringView name(RedisValues values)
{
    return valuesNames[static_cast<std::size_t>(values)];
}

constexpr QLatin1StringView name(RedisRead read)
{
    return readNames[static_cast<std::size_t>(read)];
}

constexpr QLatin1StringView name(RedisWrites writes)
{
    return writesNames[static_cast<std::size_t>(writes)];
}

constexpr QLatin1StringView name(EventKind kind)
{
    return eventNames[static_cast<std::size_t>(kind)];
}

constexpr QLatin1StringView name(LoadModel model)
{
    return loadModelNames[static_cast<std::size_t>(model)];
}

} // namespace ceteris::plan
