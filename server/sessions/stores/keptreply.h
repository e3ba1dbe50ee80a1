// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <hiredis/hiredis.h>

#include <memory>
#include <vector>

namespace ceteris::sessions {

// A reply that outlives the call it came with.
class KeptReply
{
public:
    explicit KeptReply(const redisReply& reply)
        : m_whole(std::make_unique<Whole>())
    {
        m_whole->reply = reply;
        if (reply.str) {
            m_whole->text = QByteArray(reply.str, static_cast<qsizetype>(reply.len));
            m_whole->reply.str = m_whole->text.data();
        }
        for (std::size_t i = 0; i < reply.elements; ++i) {
            m_whole->parts.emplace_back(*reply.element[i]);
            m_whole->elements.push_back(&m_whole->parts.back().m_whole->reply);
        }
        m_whole->reply.element = m_whole->elements.data();
    }

    const redisReply* get() const { return &m_whole->reply; }

private:
    struct Whole
    {
        redisReply reply;
        QByteArray text;
        std::vector<KeptReply> parts;
        std::vector<redisReply*> elements;
    };

    std::unique_ptr<Whole> m_whole; // on the heap: what points into it stays right when this moves
};

} // namespace ceteris::sessions
