// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/pagemarks.h"

#include <charconv>

namespace ceteris::load {
namespace {

// The value behind name=" in a tag; nullopt if it is not there or not closed.
std::optional<std::string_view> valueOf(std::string_view tag, std::string_view key)
{
    const auto found = tag.find(key);
    if (found == std::string_view::npos)
        return std::nullopt;
    tag.remove_prefix(found + key.size());
    const auto end = tag.find('"');
    return end == std::string_view::npos ? std::nullopt : std::optional(tag.substr(0, end));
}

std::optional<std::uint64_t> numberOf(std::string_view tag, std::string_view key)
{
    const auto text = valueOf(tag, key);
    std::uint64_t number = 0;
    if (!text)
        return std::nullopt;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    return error == std::errc {} && end == text->data() + text->size() ? std::optional(number) : std::nullopt;
}

} // namespace

PageMarks marksOf(std::string_view page)
{
    constexpr std::string_view userKey = "data-user=\"";
    const auto begin = page.find(userKey);
    if (begin == std::string_view::npos)
        return {};
    // Values are escaped, so the first > ends the tag.
    const auto tag = page.substr(begin, page.find('>', begin) - begin);
    return { valueOf(tag, userKey), numberOf(tag, " data-visits=\""), numberOf(tag, " data-count=\""),
        valueOf(tag, " data-last=\"") };
}

} // namespace ceteris::load
