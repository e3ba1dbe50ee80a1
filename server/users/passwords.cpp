// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/users/passwords.h"

#include <QtGlobal>

#include <crypt.h>

#include <array>
#include <memory>

namespace ceteris::users {
namespace {

// crypt_data is 32 KiB: too much for a stack frame, and worth keeping for the thread's next hash.
QByteArray crypted(const QByteArray& password, const char* setting)
{
    thread_local const auto data = std::make_unique<crypt_data>();
    const char* hash = crypt_r(password.constData(), setting, data.get());
    return hash && *hash != '*' ? QByteArray(hash) : QByteArray();
}

} // namespace

QByteArray hashPassword(const QByteArray& password, int cost)
{
    std::array<char, CRYPT_GENSALT_OUTPUT_SIZE> setting;
    // Without random bytes of ours libxcrypt takes them from the system's generator.
    const char* made = crypt_gensalt_rn(
        "$2b$", static_cast<unsigned long>(cost), nullptr, 0, setting.data(), static_cast<int>(setting.size()));
    Q_ASSERT(made);
    return made ? crypted(password, made) : QByteArray();
}

bool verifyPassword(const QByteArray& password, const QByteArray& hash)
{
    const auto again = crypted(password, hash.constData());
    const bool whole = password.size() <= longestPassword && !password.contains('\0');
    return equalInConstantTime(again, hash) && whole && !hash.isEmpty();
}

bool equalInConstantTime(QByteArrayView left, QByteArrayView right)
{
    if (left.size() != right.size())
        return false;
    volatile unsigned char difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference = static_cast<unsigned char>(difference | (left[i] ^ right[i]));
    return difference == 0;
}

} // namespace ceteris::users
