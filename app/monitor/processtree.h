// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace ceteris::monitor {

// A process with all that descend from it: a database server has a process for each connection. nullopt when the
// process itself is gone. Only children of its first thread are seen, as every server that forks does it there.

// The ids, its own first.
std::vector<qint64> treeOf(qint64 pid);

// Seconds, with the children that have ended.
std::optional<double> treeCpuS(qint64 pid);

// Bytes that are resident, what they share counted once.
std::optional<double> treeResidentBytes(qint64 pid);
// Of these, what is neither shared nor of a file.
std::optional<double> treeAnonymousBytes(qint64 pid);

} // namespace ceteris::monitor
