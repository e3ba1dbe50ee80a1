// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ceteris::load {

// Which write a token stands for, wherever it turns up. No number is negative.
struct Nonce
{
    std::uint32_t run = 0; // runNumber()
    int trial = 0;
    int arm = 0;
    int account = 0;
    std::uint32_t epoch = 0; // of the account: its logins, from 1
    std::uint32_t seq = 0; // within the epoch: 0 is the login, then each write

    bool operator==(const Nonce&) const = default;
};

// 64 bits of a text under a key. It tells apart what chance or a faulty store mixes up; it is no protection against
// somebody who wants to forge.
std::uint64_t keyedHash(std::string_view text, std::uint64_t key);

std::uint32_t runNumber(std::string_view run);

// "c1.<run, 8 hex digits>.<trial, 4 digits>.<arm, 2>.<account>.<epoch>.<seq>.<mac, 8 hex digits>", mac = keyedHash of
// what is before
std::string textOf(const Nonce& nonce, std::uint64_t key);

struct ReadNonce
{
    Nonce nonce;
    bool isGenuine = false; // its mac was made with this key
};
std::optional<ReadNonce> readNonce(std::string_view text, std::uint64_t key); // nullopt: nothing of this form

} // namespace ceteris::load
