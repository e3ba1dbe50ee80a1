// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace ceteris::load {
namespace {

constexpr std::string_view spaces = " \t\r\n\f";

struct Attribute
{
    std::string_view name;
    std::string_view value;
};

// Takes the next attribute off the text of a tag; nullopt at its end.
std::optional<Attribute> takeAttribute(std::string_view& tag)
{
    tag.remove_prefix(std::min(tag.find_first_not_of(" \t\r\n\f/"), tag.size()));
    if (tag.empty())
        return std::nullopt;
    const auto nameEnd = std::min(tag.find_first_of("= \t\r\n\f/", 1), tag.size());
    Attribute attribute { tag.substr(0, nameEnd), {} };
    tag.remove_prefix(nameEnd);
    const auto equals = std::min(tag.find_first_not_of(spaces), tag.size());
    if (equals == tag.size() || tag[equals] != '=')
        return attribute;
    tag.remove_prefix(equals + 1);
    tag.remove_prefix(std::min(tag.find_first_not_of(spaces), tag.size()));
    const bool quoted = !tag.empty() && (tag.front() == '"' || tag.front() == '\'');
    const auto valueEnd = quoted ? tag.find(tag.front(), 1) : tag.find_first_of(spaces);
    attribute.value = tag.substr(quoted ? 1 : 0, std::min(valueEnd, tag.size()) - (quoted ? 1 : 0));
    tag.remove_prefix(std::min(valueEnd == std::string_view::npos ? tag.size() : valueEnd + 1, tag.size()));
    return attribute;
}

// Where the tag that begins at `begin` closes; a > within quotes does not count.
std::size_t endOfTag(std::string_view page, std::size_t begin)
{
    char quote = 0;
    for (auto i = begin; i < page.size(); ++i) {
        const char c = page[i];
        if (quote)
            quote = c == quote ? char(0) : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i;
    }
    return std::string_view::npos;
}

void appendUtf8(std::string& text, unsigned code)
{
    const auto tail = [&](int shift) { text += char(0x80 | ((code >> shift) & 0x3f)); };
    if (code < 0x80) {
        text += char(code);
    } else if (code < 0x800) {
        text += char(0xc0 | (code >> 6));
        tail(0);
    } else if (code < 0x10000) {
        text += char(0xe0 | (code >> 12));
        tail(6), tail(0);
    } else {
        text += char(0xf0 | (code >> 18));
        tail(12), tail(6), tail(0);
    }
}

// The character of "amp", "#43" or "#x2B"; nullopt for names that tokens do not need.
std::optional<unsigned> referencedCharacter(std::string_view reference)
{
    static constexpr std::array<std::pair<std::string_view, char>, 5> names { { { "amp", '&' }, { "lt", '<' },
        { "gt", '>' }, { "quot", '"' }, { "apos", '\'' } } };
    for (const auto& [name, character] : names) {
        if (reference == name)
            return unsigned(character);
    }
    if (reference.size() < 2 || reference.front() != '#')
        return std::nullopt;
    const bool hex = reference[1] == 'x' || reference[1] == 'X';
    const auto digits = reference.substr(hex ? 2 : 1);
    unsigned code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    if (error != std::errc {} || end != digits.data() + digits.size() || code == 0 || code > 0x10ffff)
        return std::nullopt;
    return code;
}

} // namespace

std::string resolved(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const auto ampersand = std::min(text.find('&'), text.size());
        result += text.substr(0, ampersand);
        text.remove_prefix(ampersand);
        const auto semicolon = text.find(';');
        if (const auto code = semicolon != std::string_view::npos && semicolon <= 10
                ? referencedCharacter(text.substr(1, semicolon - 1))
                : std::nullopt) {
            appendUtf8(result, *code);
            text.remove_prefix(semicolon + 1);
        } else if (!text.empty()) {
            result += '&';
            text.remove_prefix(1);
        }
    }
    return result;
}

std::string fieldValue(std::string_view page, std::string_view field)
{
    if (field.empty())
        return {};
    // Pages are searched for the name first: it occurs once or not at all, tags by the hundred.
    for (auto found = page.find(field); found != std::string_view::npos; found = page.find(field, found + 1)) {
        const auto begin = page.rfind('<', found);
        if (begin == std::string_view::npos)
            continue;
        const auto end = endOfTag(page, begin);
        if (end == std::string_view::npos || end < found)
            continue;
        auto tag = page.substr(begin + 1, end - begin - 1);
        tag.remove_prefix(std::min(tag.find_first_of(spaces), tag.size()));
        std::string_view name, value;
        while (const auto attribute = takeAttribute(tag)) {
            if (attribute->name == "name")
                name = attribute->value;
            else if (attribute->name == "value" || attribute->name == "content")
                value = attribute->value;
        }
        if (name == field && !value.empty())
            return resolved(value);
    }
    return {};
}

void addFormField(std::string& form, std::string_view name, std::string_view value)
{
    static constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";
    static constexpr std::string_view digits = "0123456789ABCDEF";
    const auto append = [&form](std::string_view text) {
        for (const char c : text) {
            if (plain.find(c) != std::string_view::npos) {
                form += c;
            } else {
                const auto byte = static_cast<unsigned char>(c);
                form += '%';
                form += digits[byte >> 4];
                form += digits[byte & 15];
            }
        }
    };
    if (!form.empty())
        form += '&';
    append(name);
    form += '=';
    append(value);
}

std::string_view pathOf(std::string_view url)
{
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos && scheme < url.find_first_of("/?#")) {
        url.remove_prefix(scheme + 3);
        url.remove_prefix(std::min(url.find_first_of("/?#"), url.size()));
    }
    url = url.substr(0, url.find_first_of("?#;"));
    return url.empty() ? "/" : url;
}

} // namespace ceteris::load
