// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ceteris::load {

// The value of the form field (or meta tag) of that name in an HTML page, with its character references resolved;
// empty if there is none. Made for any input: reads no tag that is not closed.
std::string fieldValue(std::string_view page, std::string_view field);

// Text of a page with its character references resolved; names that tokens do not need stay as they are.
std::string resolved(std::string_view text);

// application/x-www-form-urlencoded: appends "name=value", with & before it when something is there already.
void addFormField(std::string& form, std::string_view name, std::string_view value);

// The path of an absolute or relative URL, without parameters, query and fragment.
std::string_view pathOf(std::string_view url);

} // namespace ceteris::load
