// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/nonce.h"

#include "app/plan/random.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace ceteris::load {
namespace {

constexpr std::string_view form = "c1";
constexpr std::size_t hexDigits = 8;

void appendHex(std::string& text, std::uint32_t value)
{
    for (int shift = 28; shift >= 0; shift -= 4)
        text += "0123456789abcdef"[(value >> shift) & 15];
}

std::uint32_t macOf(std::string_view text, std::uint64_t key)
{
    return std::uint32_t(keyedHash(text, key) >> 32);
}

// Takes the text up to the next full stop, and that one, too.
std::string_view takePart(std::string_view& text)
{
    const auto part = text.substr(0, text.find('.'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    return part;
}

// Only what textOf() writes: no sign but the one of a negative number, no leading zero.
template <class Number>
bool readNumber(std::string_view part, Number& number)
{
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    return error == std::errc {} && end == part.data() + part.size() && part == std::to_string(number);
}

bool readHex(std::string_view part, std::uint32_t& number)
{
    const bool isLower = std::none_of(part.begin(), part.end(), [](char c) { return c >= 'A' && c <= 'F'; });
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number, 16);
    return part.size() == hexDigits && isLower && error == std::errc {} && end == part.data() + part.size();
}

} // namespace

std::uint64_t keyedHash(std::string_view text, std::uint64_t key)
{
    auto hash = plan::mixed(key ^ plan::mixed(text.size() + 1));
    while (!text.empty()) {
        std::uint64_t word = 0;
        const auto bytes = std::min(text.size(), sizeof word);
        std::memcpy(&word, text.data(), bytes);
        hash = plan::mixed(hash ^ word) + key;
        text.remove_prefix(bytes);
    }
    return plan::mixed(hash);
}

std::uint32_t runNumber(std::string_view run)
{
    return std::uint32_t(keyedHash(run, 0) >> 32);
}

std::string textOf(const Nonce& nonce, std::uint64_t key)
{
    std::string text(form);
    text += '.';
    appendHex(text, nonce.run);
    for (const std::int64_t number : { std::int64_t(nonce.trial), std::int64_t(nonce.arm), std::int64_t(nonce.account),
             std::int64_t(nonce.epoch), std::int64_t(nonce.seq) }) {
        text += '.';
        text += std::to_string(number);
    }
    const auto mac = macOf(text, key);
    text += '.';
    appendHex(text, mac);
    return text;
}

std::optional<ReadNonce> readNonce(std::string_view text, std::uint64_t key)
{
    if (text.size() < hexDigits + 1)
        return std::nullopt;
    const auto signedPart = text.substr(0, text.size() - hexDigits - 1);
    ReadNonce read;
    auto& nonce = read.nonce;
    std::uint32_t mac = 0;
    if (takePart(text) != form || !readHex(takePart(text), nonce.run) || !readNumber(takePart(text), nonce.trial)
        || !readNumber(takePart(text), nonce.arm) || !readNumber(takePart(text), nonce.account)
        || !readNumber(takePart(text), nonce.epoch) || !readNumber(takePart(text), nonce.seq) || !readHex(text, mac))
        return std::nullopt;
    read.isGenuine = mac == macOf(signedPart, key);
    return read;
}

} // namespace ceteris::load
