// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ceteris::window {

// Prints "first paint 312 ms", counted from the start of this process, once the window has been painted and takes
// input, and ends the program. For packaging/bench.
void printFirstPaint(QWidget* window);

} // namespace ceteris::window
