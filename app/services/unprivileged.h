// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <sys/types.h>

namespace ceteris::services {

// For programs that refuse to run as root, or had better not: who they are instead when the engine is root.
struct Account
{
    uid_t user = 0;
    gid_t group = 0;
};

// That user, or nobody when there is none of the name; nullopt when the engine is not root and nothing is to be done.
std::optional<Account> instead(const char* name);

struct Command
{
    QString program; // a path
    QStringList arguments;
};

// The command as that account. The kernel forgets that a process is to die with its parent when it changes its user;
// setpriv says it again, with this signal: "KILL", "QUIT".
Command runAs(const std::optional<Account>& account, const Command& command, const QString& deathSignal);

} // namespace ceteris::services
