// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSocketNotifier>
#include <QString>

#include <functional>

namespace ceteris::run {

// What is done for each order of a person; the numbers are those of trials.
struct OrderHandlers
{
    std::function<void(const QString& text)> mark;
    std::function<void(int trial)> skip;
    std::function<void(int trial)> again;
};

// Reads lines {"marker":"text"}, {"skip":3} and {"again":3} from a descriptor as they come, in this thread's event
// loop, and waits for none. Other lines are passed over. The end of the input ends the reading and nothing else.
class OrderReader
{
public:
    OrderReader(int descriptor, OrderHandlers handlers);

private:
    void read();
    void take(const QByteArray& line) const;

    OrderHandlers m_handlers;
    QByteArray m_rest; // of a line that is not whole yet
    QSocketNotifier m_notifier;
};

} // namespace ceteris::run
