// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/frames.h"

#include <QtEndian>

namespace ceteris::sessions {
namespace {

constexpr qsizetype head = sizeof(quint32);

QByteArray bigEndian(auto number)
{
    QByteArray bytes(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace

Seal::Seal(const QByteArray& key)
    : m_code(QCryptographicHash::Sha256, key)
{
}

QByteArray Seal::next(QByteArrayView payload)
{
    m_code.reset();
    m_code.addData(bigEndian(m_place++));
    m_code.addData(payload.data(), payload.size());
    return m_code.result().first(size);
}

void FrameReader::feed(const QByteArray& bytes)
{
    m_bytes.remove(0, std::exchange(m_read, 0));
    m_bytes += bytes;
}

std::optional<QByteArray> FrameReader::next()
{
    const auto left = QByteArrayView(m_bytes).sliced(m_read);
    if (m_broken || left.size() < head)
        return std::nullopt;
    const auto length = qsizetype { qFromBigEndian<quint32>(left.data()) };
    const auto sealed = m_seal ? Seal::size : 0;
    if (length > (m_seal ? longest : longestGreeting)) {
        m_broken = true;
        return std::nullopt;
    }
    if (left.size() < head + length + sealed)
        return std::nullopt;
    const auto payload = left.sliced(head, length);
    m_broken = m_seal && !equalInConstantTime(m_seal->next(payload), left.sliced(head + length, sealed));
    if (m_broken)
        return std::nullopt;
    m_read += head + length + sealed;
    return payload.toByteArray();
}

QByteArray frame(const QByteArray& payload, Seal* seal)
{
    auto bytes = bigEndian(static_cast<quint32>(payload.size()));
    bytes += payload;
    if (seal)
        bytes += seal->next(payload);
    return bytes;
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a[i] ^ b[i];
    return difference == 0;
}

} // namespace ceteris::sessions
