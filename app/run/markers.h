// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSocketNotifier>
#include <QString>

#include <functional>

namespace ceteris::run {

// Reads lines {"marker":"text"} from a descriptor as they come, in this thread's event loop, and waits for none.
// Other lines are passed over. The end of the input ends the reading and nothing else.
class Markers
{
public:
    Markers(int descriptor, std::function<void(const QString& text)> marked);

private:
    void read();

    std::function<void(const QString&)> m_marked;
    QByteArray m_rest; // of a line that is not whole yet
    QSocketNotifier m_notifier;
};

} // namespace ceteris::run
