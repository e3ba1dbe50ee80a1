// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace ceteris::plan {

// What a virtual user does. Each is its own stratum: own counts, own histograms, own row; never pooled.
enum class Operation {
    LoginPage, // GET of the login form, for its CSRF token
    Login, // POST of name and password
    Refresh, // GET of the page behind the login
    Write, // POST that changes the session
    Logout, // POST that ends it
    Image, // POST of an image into the session, right after the login
    Visit, // GET of the page behind the login without any cookie, as a crawler does
    Renew, // POST of the refresh token for a new access token, before a request that needs one
};

inline constexpr std::size_t operationCount = 8;
inline constexpr std::array<Operation, operationCount> allOperations { Operation::LoginPage, Operation::Login,
    Operation::Refresh, Operation::Write, Operation::Logout, Operation::Image, Operation::Visit, Operation::Renew };
inline constexpr std::array<std::string_view, operationCount> operationNames { "login_page", "login", "refresh",
    "write", "logout", "image", "visit", "renew" };

constexpr std::size_t index(Operation operation)
{
    return static_cast<std::size_t>(operation);
}

constexpr std::string_view name(Operation operation)
{
    return operationNames[index(operation)];
}

} // namespace ceteris::plan
