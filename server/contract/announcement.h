// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/contract/failure.h"

#include <QByteArray>

#include <optional>
#include <variant>

namespace ceteris::contract {

// The lines that ceteris-server prints on stdout when it reads its configuration from stdin: any number of Progress,
// then one Ready or one Failure. One JSON object a line, each with an "event".

struct Progress // making accounts
{
    int done = 0;
    int total = 0;
};

struct Ready
{
    quint16 port = 0; // 0 after prepareOnly
    qint64 pid = 0;
};

using Announcement = std::variant<Progress, Ready, Failure>;

QByteArray toLine(const Announcement& announcement); // ends with \n

// nullopt for a line that is none of the three.
std::optional<Announcement> announcementFromLine(const QByteArray& line);

} // namespace ceteris::contract
