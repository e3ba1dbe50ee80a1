// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ceteris::sessions {

// Who waits, on the thread of this object, for answers that other threads give. When it goes, everybody who still waits
// hears that the store is Unavailable.
template <class Answer>
class Callbacks
{
public:
    using Answered = std::function<void(Answer)>;

    Callbacks() { m_mailbox->owner = this; }
    ~Callbacks()
    {
        m_mailbox->close();
        while (!m_waiting.empty()) // who is told may ask again, and is told again
            take(m_waiting.begin()->first)({ .status = Status::Unavailable });
    }
    Q_DISABLE_COPY_MOVE(Callbacks)

    // The number of who waits, and what to call with the answer: once, on any thread, even when this object has gone.
    std::pair<quint64, Answered> add(Answered answered)
    {
        m_waiting.emplace(++m_last, std::move(answered));
        return { m_last,
            [mailbox = m_mailbox, number = m_last](Answer answer) { mailbox->put(number, std::move(answer)); } };
    }

    bool contains(quint64 number) const { return m_waiting.contains(number); }

    Answered take(quint64 number) // who waits no longer; empty: the answer has come
    {
        auto node = m_waiting.extract(number);
        return node ? std::move(node.mapped()) : Answered();
    }

private:
    struct Mailbox
    {
        void put(quint64 number, Answer answer)
        {
            const std::lock_guard lock(mutex);
            if (!owner)
                return;
            answers.emplace_back(number, std::move(answer));
            if (answers.size() == 1) // else the owner has been told already
                QMetaObject::invokeMethod(
                    &owner->m_anchor, [owner = owner] { owner->deliver(); }, Qt::QueuedConnection);
        }

        std::vector<std::pair<quint64, Answer>> take()
        {
            const std::lock_guard lock(mutex);
            return std::exchange(answers, {});
        }

        void close()
        {
            const std::lock_guard lock(mutex);
            owner = nullptr;
        }

        std::mutex mutex; // guards the owner's life against who puts
        Callbacks* owner = nullptr;
        std::vector<std::pair<quint64, Answer>> answers;
    };

    // What is told may ask again, or destroy us: nothing of ours is touched once the first has been.
    void deliver()
    {
        std::vector<std::pair<Answered, Answer>> told;
        for (auto& [number, answer] : m_mailbox->take())
            if (auto answered = take(number)) // else it was late
                told.emplace_back(std::move(answered), std::move(answer));
        for (auto& [answered, answer] : told)
            answered(std::move(answer));
    }

    const std::shared_ptr<Mailbox> m_mailbox = std::make_shared<Mailbox>();
    std::unordered_map<quint64, Answered> m_waiting;
    quint64 m_last = 0;
    QObject m_anchor; // on our thread
};

} // namespace ceteris::sessions
