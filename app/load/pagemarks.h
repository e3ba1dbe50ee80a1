// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ceteris::load {

// What a page says about the session behind it: <h1 data-user="…" data-visits="3" data-count="0" data-last="c1.…">.
// Views into the page, as they are written there; nullopt: not in the page.
struct PageMarks
{
    std::optional<std::string_view> user;
    std::optional<std::uint64_t> visits; // this one counted
    std::optional<std::uint64_t> count; // writes
    std::optional<std::string_view> last; // token of the last write
};

PageMarks marksOf(std::string_view page);

} // namespace ceteris::load
