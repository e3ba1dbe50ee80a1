// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace ceteris::monitor {

// What a reader of the results must know of the machine to judge or repeat them: kernel, processor, memory and the
// settings that move latencies. What this machine does not tell is absent.
QJsonObject machineFacts();

} // namespace ceteris::monitor
