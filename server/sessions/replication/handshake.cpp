// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/replication/handshake.h"

#include "server/sessions/replication/frames.h"
#include "server/sessions/replication/view.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

// A greeting: who we are as a program, version, member, 32 random bytes.
const auto magic = QByteArrayLiteral("ceteris-replication");
constexpr qsizetype greetingSize = 19 + 1 + 1 + 32;

QByteArray greetingOf(int self)
{
    std::array<quint32, 8> random;
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    auto greeting = magic;
    greeting += static_cast<char>(replicationVersion);
    greeting += static_cast<char>(self);
    greeting.append(reinterpret_cast<const char*>(random.data()), sizeof random);
    return greeting;
}

tl::unexpected<QString> refused(const QString& why)
{
    return tl::unexpected(why);
}

const auto wrongSecret = QStringLiteral("it does not know the secret of this group");

} // namespace

Handshake::Handshake(Role role, Identity identity)
    : m_role(role)
    , m_identity(std::move(identity))
    , m_greeting(greetingOf(m_identity.self))
{
}

QByteArray Handshake::begin() const
{
    return m_greeting;
}

tl::expected<QByteArray, QString> Handshake::take(const QByteArray& said)
{
    if (m_role == Role::Dialer)
        return takeWelcome(said);
    return m_greeted ? takeProof(said) : takeHello(said);
}

tl::expected<QByteArray, QString> Handshake::takeHello(const QByteArray& said)
{
    if (const auto wrong = complaint(said))
        return refused(*wrong);
    m_greeted = true;
    m_said = said;
    m_said += m_greeting;
    QByteArray welcome = m_greeting;
    welcome += code("acceptor");
    return welcome;
}

tl::expected<QByteArray, QString> Handshake::takeWelcome(const QByteArray& said)
{
    const auto greeting = said.first(std::min(said.size(), greetingSize));
    if (const auto wrong = complaint(greeting))
        return refused(*wrong);
    m_said = m_greeting;
    m_said += greeting;
    if (!equalInConstantTime(QByteArrayView(said).sliced(greetingSize), code("acceptor")))
        return refused(wrongSecret);
    m_done = true;
    return code("dialer");
}

tl::expected<QByteArray, QString> Handshake::takeProof(const QByteArray& said)
{
    if (!equalInConstantTime(said, code("dialer")))
        return refused(wrongSecret);
    m_done = true;
    return QByteArray();
}

std::optional<QString> Handshake::complaint(const QByteArray& greeting)
{
    if (!greeting.startsWith(magic) || greeting.size() < magic.size() + 1)
        return u"it is not an instance of ours"_s;
    if (const auto version = static_cast<quint8>(greeting[magic.size()]); version != replicationVersion)
        return u"it speaks version %1 of the protocol, this one %2"_s.arg(version).arg(replicationVersion);
    if (greeting.size() != greetingSize)
        return u"its greeting is of the wrong length"_s;
    m_other = static_cast<quint8>(greeting[magic.size() + 1]);
    if (m_other >= mostMembers || m_other == m_identity.self)
        return u"it says that it is instance %1"_s.arg(m_other);
    return std::nullopt;
}

QByteArray Handshake::code(const char* purpose) const
{
    QMessageAuthenticationCode hmac(QCryptographicHash::Sha256, m_identity.secret);
    hmac.addData(purpose, qstrlen(purpose) + 1);
    hmac.addData(m_said);
    return hmac.result();
}

QByteArray Handshake::sendingKey() const
{
    return code(m_role == Role::Dialer ? "key of the dialer" : "key of the acceptor");
}

QByteArray Handshake::receivingKey() const
{
    return code(m_role == Role::Dialer ? "key of the acceptor" : "key of the dialer");
}

} // namespace ceteris::sessions
