// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace ceteris::contract {

// What a request is, as the server counts it; one label value in /metrics each.
enum class Route {
    LoginPage, // GET /auth/login
    Login, // POST /auth/login
    Logout, // POST /auth/logout
    SignupPage, // GET /auth/signup
    Signup, // POST /auth/signup
    Home, // GET /
    Me, // GET /me
    Work, // POST /work
    Attribute, // GET /set, GET /get
    Image, // POST /image, GET /image
    Renewal, // POST /auth/refresh
    Session, // /api/v2/session of a session server
    Metrics, // GET /metrics
    Health, // GET /healthz
    Other, // style sheet, unknown paths, requests that are refused before a route is known
};

inline constexpr std::array<std::string_view, 15> routeNames { "login_page", "login", "logout", "signup_page", "signup",
    "home", "me", "work", "attribute", "image", "renewal", "session", "metrics", "health", "other" };

// Where the time of a request goes, in the order in which it passes.
enum class Stage { Read, SessionLoad, UserLookup, PasswordHash, Handler, Serialise, SessionSave, Write };

inline constexpr std::array<std::string_view, 8> stageNames { "read", "session_load", "user_lookup", "password_hash",
    "handler", "serialise", "session_save", "write" };

constexpr std::string_view name(Route route)
{
    return routeNames[static_cast<std::size_t>(route)];
}

constexpr std::string_view name(Stage stage)
{
    return stageNames[static_cast<std::size_t>(stage)];
}

// Paths that a load tool and the server must agree on.
namespace path {
inline constexpr std::string_view login = "/auth/login";
inline constexpr std::string_view logout = "/auth/logout";
inline constexpr std::string_view signup = "/auth/signup";
inline constexpr std::string_view home = "/";
inline constexpr std::string_view me = "/me";
inline constexpr std::string_view work = "/work";
inline constexpr std::string_view set = "/set";
inline constexpr std::string_view get = "/get";
inline constexpr std::string_view refresh = "/auth/refresh";
inline constexpr std::string_view session = "/api/v2/session";
inline constexpr std::string_view sessions = "/api/v2/sessions";
inline constexpr std::string_view legacySession = "/api/v1/session";
inline constexpr std::string_view image = "/image";
inline constexpr std::string_view metrics = "/metrics";
inline constexpr std::string_view health = "/healthz";
}

// The query of a home page that does not count the visit: the session is read and not changed.
inline constexpr std::string_view look = "look";

// Names inside pages and forms, likewise.
namespace field {
inline constexpr std::string_view username = "username";
inline constexpr std::string_view password = "password";
inline constexpr std::string_view csrf = "_csrf";
inline constexpr std::string_view token = "token"; // of POST /work, and of a login that begins with one
inline constexpr std::string_view note = "note"; // of POST /work: goes behind the notes that the session has
}

inline constexpr int longestNotes = 64 * 1024; // bytes of them that a session keeps, the last ones

// Pages show the signed-in user as data-user="user1"; {user} stands for the name.
inline constexpr std::string_view identityMark = "data-user=\"{user}\"";

// Parameters of probe trials in the query; heard only by a server with ServerConfig::probes.
namespace probe {
inline constexpr std::string_view holdMs = "hold_ms"; // waits so long between reading the session and saving it
inline constexpr std::string_view key = "key"; // of /set and /get: which attribute, instead of the one
inline constexpr int longestHoldMs = 2000;
}

// The home page says in the same tag what the session holds; each value follows its mark, escaped, up to the next ".
namespace mark {
inline constexpr std::string_view user = "data-user=\"";
inline constexpr std::string_view visits = "data-visits=\""; // how often the home page was answered
inline constexpr std::string_view count = "data-count=\""; // how often a token was written
inline constexpr std::string_view last = "data-last=\""; // the last token; empty if there was none
}

// Metric families of /metrics that the engine reads (OpenMetrics names without their suffixes).
namespace metric {
inline constexpr std::string_view requests = "ceteris_http_requests"; // counter {route,status}
inline constexpr std::string_view requestSeconds = "ceteris_http_request_duration_seconds"; // histogram {route}
inline constexpr std::string_view stageSeconds = "ceteris_stage_duration_seconds"; // histogram {route,stage}
inline constexpr std::string_view sessions
    = "ceteris_sessions"; // gauge: live sessions, absent if the store cannot tell cheaply
inline constexpr std::string_view sessionBytes = "ceteris_session_store_bytes"; // gauge: held by an in-process store
inline constexpr std::string_view cacheHits = "ceteris_session_cache_hits"; // counter, with a look-aside cache
inline constexpr std::string_view cacheMisses = "ceteris_session_cache_misses"; // counter, likewise
inline constexpr std::string_view refusedAttributes
    = "ceteris_session_attributes_refused"; // counter: read from the store, but of a type that is not let in
inline constexpr std::string_view connections = "ceteris_connections"; // gauge
inline constexpr std::string_view hashQueue = "ceteris_password_queue"; // gauge: logins waiting for the pool
}

} // namespace ceteris::contract
