// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/unprivileged.h"

#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::services {

std::optional<Account> instead(const char* name)
{
    if (geteuid() != 0)
        return std::nullopt;
    const auto* user = getpwnam(name);
    if (!user)
        user = getpwnam("nobody");
    return user ? std::optional(Account { user->pw_uid, user->pw_gid }) : std::nullopt;
}

Command runAs(const std::optional<Account>& account, const Command& command, const QString& deathSignal)
{
    if (!account)
        return command;
    const QStringList arguments { u"--reuid=%1"_s.arg(account->user), u"--regid=%1"_s.arg(account->group),
        u"--clear-groups"_s, u"--pdeathsig"_s, deathSignal, command.program };
    return { QStandardPaths::findExecutable(u"setpriv"_s), arguments + command.arguments };
}

} // namespace ceteris::services
