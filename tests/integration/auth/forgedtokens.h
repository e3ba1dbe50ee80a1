// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace ceteris::authtest {

struct Forgery
{
    const char* name;
    QByteArray token;
};

// Access tokens of user1: first a good one, then those that each have one thing wrong with them, most of them signed
// with the right secret.
std::vector<Forgery> forgedTokens(const QByteArray& secret, int accessS);

} // namespace ceteris::authtest
