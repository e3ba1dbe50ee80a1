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
constexpr std::size_t trialDigits = 4; // tokens are of the same length in all trials and arms, as are the requests
constexpr std::size_t armDigits = 2;

void appendHex(std::string& text, std::uint32_t value)
{
    for (int shift = 28; shift >= 0; shift -= 4)
        text += "0123456789abcdef"[(value >> shift) & 15];
}

void appendNumber(std::string& text, std::uint64_t value, std::size_t leastDigits)
{
    const auto digits = std::to_string(value);
    text += '.';
    text.append(leastDigits - std::min(leastDigits, digits.size()), '0');
    text += digits;
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

template <class Number>
bool readNumber(std::string_view part, Number& number)
{
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    return error == std::errc {} && end == part.data() + part.size();
}

bool readHex(std::string_view part, std::uint32_t& number)
{
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number, 16);
    return part.size() == hexDigits && error == std::errc {} && end == part.data() + part.size();
}

// Without the mac.
std::string plainText(const Nonce& nonce)
{
    std::string text(form);
    text += '.';
    appendHex(text, nonce.run);
    appendNumber(text, std::uint64_t(nonce.trial), trialDigits);
    appendNumber(text, std::uint64_t(nonce.arm), armDigits);
    appendNumber(text, std::uint64_t(nonce.account), 1);
    appendNumber(text, nonce.epoch, 1);
    appendNumber(text, nonce.seq, 1);
    return text;
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
    auto text = plainText(nonce);
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
        || !readNumber(takePart(text), nonce.epoch) || !readNumber(takePart(text), nonce.seq) || !readHex(text, mac)
        || plainText(nonce) != signedPart) // only what textOf() writes
        return std::nullopt;
    read.isGenuine = mac == macOf(signedPart, key);
    return read;
}

} // namespace ceteris::load
