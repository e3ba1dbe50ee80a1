// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/sentinelclient.h"

#include "server/sessions/stores/redisdeployment.h"

#include <QLoggingCategory>

#include <hiredis/hiredis.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::sessions {
namespace {

Q_LOGGING_CATEGORY(log, "ceteris.sessions.sentinel")

constexpr auto sentinelPatience = 300ms; // one of several, on this network: who is slower is as good as gone
constexpr auto searchAgain = 200ms;

bool isMaster(const redisReply* role)
{
    return role->type == REDIS_REPLY_ARRAY && role->elements > 0 && QByteArrayView(role->element[0]->str) == "master";
}

} // namespace

SentinelClient::SentinelClient(SentinelOptions options)
    : m_options(std::move(options))
    , m_held(m_options.timing.deadline)
{
    m_next.setSingleShot(true);
    QObject::connect(&m_next, &QTimer::timeout, &m_next, [this] { search(); });
    m_problem = u"the master is still looked for"_s;
    m_held.searchBegins();
    listen();
    search();
}

SentinelClient::~SentinelClient()
{
    m_ending = true;
    m_sentinel.reset(); // while the rest is there: those who wait are told so now
    m_candidate.reset();
    m_master.reset();
    m_former.reset();
}

void SentinelClient::listen()
{
    for (const auto& sentinel : m_options.sentinels)
        m_announcements.push_back(std::make_unique<RedisSubscriber>(sentinel, QList { "+switch-master"_ba },
            [this](const QByteArray&, const QByteArray& announced) { hear(announced); }));
}

// "<name> <old host> <old port> <new host> <new port>". A hint to look again, and no more: where the master is, a
// search says. The Sentinels do not announce a switch at the same time; whoever comes after we have found it is not
// needed.
void SentinelClient::hear(const QByteArray& announced)
{
    const auto words = announced.split(' ');
    if (words.size() != 5 || words[0] != m_options.masterName.toUtf8())
        return;
    if (m_master && words[3] == m_place.host.toUtf8() && words[4].toUShort() == m_place.port)
        return;
    m_next.start(0);
}

void SentinelClient::send(const Command& command, Replied replied)
{
    auto request = std::make_shared<RedisRequest>(command, std::move(replied));
    if (m_master)
        pass(request);
    else
        m_held.hold(std::move(request));
}

void SentinelClient::pass(const RedisRequest::Pointer& request)
{
    m_master->send(request->command, [this, request, search = m_adopted](const redisReply* reply) {
        if (search == m_adopted && reply && reply->type == REDIS_REPLY_ERROR
            && QByteArrayView(reply->str).startsWith("READONLY"))
            searchSoon();
        request->answer(reply);
    });
}

// Not at once: whoever finds out that the master has gone is called by its connection.
void SentinelClient::searchSoon()
{
    m_hasLostMaster = true;
    if (!m_next.isActive())
        m_next.start(0);
}

void SentinelClient::search()
{
    if (m_master && m_hasLostMaster) {
        m_held.searchBegins();
        std::exchange(m_master, nullptr).reset();
    }
    ++m_searches;
    m_sentinel.reset();
    m_candidate.reset();
    m_isUnknown = false;
    askSentinel(0);
}

void SentinelClient::askSentinel(qsizetype index)
{
    auto& sentinels = m_options.sentinels;
    if (m_ending)
        return;
    if (index == sentinels.size())
        return retry(m_isUnknown ? u"the Sentinels know no master of the name "_s + m_options.masterName
                                 : u"no Sentinel answers"_s);
    m_sentinel = std::make_unique<RedisClient>(sentinels[index], RedisTiming { .deadline = sentinelPatience });
    m_sentinel->send({ "SENTINEL"_ba, "get-master-addr-by-name"_ba, m_options.masterName.toUtf8() },
        [this, index, search = m_searches](const redisReply* reply) {
            if (search != m_searches)
                return;
            if (!reply || reply->type == REDIS_REPLY_ERROR)
                return askSentinel(index + 1);
            if (reply->type != REDIS_REPLY_ARRAY || reply->elements != 2) {
                m_isUnknown = true;
                return askSentinel(index + 1);
            }
            contract::RedisAddress address;
            address.host = QString::fromUtf8(reply->element[0]->str);
            address.port = QByteArrayView(reply->element[1]->str).toUShort();
            address.password = m_options.password;
            m_options.sentinels.move(index, 0);
            verify(address);
        });
}

void SentinelClient::verify(const contract::RedisAddress& address)
{
    const auto where = u"%1:%2"_s.arg(address.host).arg(address.port);
    m_sentinel.reset();
    m_place = address;
    m_candidate = redisNode(address, m_options.timing, m_options.confirmation, [this, search = m_searches] {
        if (m_master && search == m_adopted)
            searchSoon();
    });
    m_candidate->send({ "ROLE"_ba }, [this, where, search = m_searches](const redisReply* reply) {
        if (search != m_searches)
            return;
        if (!reply)
            return retry(u"the master, %1, does not answer"_s.arg(where));
        if (!isMaster(reply))
            return retry(u"%1 is no master yet, or no longer"_s.arg(where));
        m_problem.clear();
        m_logged.clear();
        adopt();
    });
}

void SentinelClient::adopt()
{
    m_next.stop();
    m_hasLostMaster = false;
    m_adopted = m_searches;
    m_former = std::exchange(m_master, std::move(m_candidate));
    for (const auto& request : m_held.release())
        pass(request);
}

void SentinelClient::retry(const QString& problem)
{
    if (m_ending)
        return;
    m_problem = problem;
    if (std::exchange(m_logged, problem) != problem)
        qCWarning(log, "No Redis to write to: %ls.", qUtf16Printable(problem));
    m_next.start(searchAgain);
}

} // namespace ceteris::sessions
