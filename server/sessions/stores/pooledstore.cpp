// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/pooledstore.h"

#include <QDateTime>

#include <vector>

using namespace std::chrono_literals;

namespace ceteris::sessions {

namespace {

using Answer = BlockingStore::Answer;

auto toStatus(SessionStore::Done done)
{
    return [done = std::move(done)](const Answer& answer) { done(answer.status); };
}

} // namespace

PooledStore::PooledStore(std::shared_ptr<StorePool> pool, Capabilities capabilities)
    : m_pool(std::move(pool))
    , m_capabilities(capabilities)
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_deadline, &QTimer::timeout, &m_deadline, [this] { checkDeadlines(); });
    QObject::connect(&m_sweep, &QTimer::timeout, &m_sweep, [this] {
        const auto now = QDateTime::currentMSecsSinceEpoch();
        if (m_pool->sweepIsDue(now))
            m_pool->submit(Clock::now() + 1min, [now](BlockingStore& store) { store.sweep(now); });
    });
    m_sweep.start(1s);
}

void PooledStore::find(const QByteArray& id, qint64 now, Found done)
{
    call([=](BlockingStore& store) { return store.find(id, now); },
        [done = std::move(done)](Answer answer) { done(answer.status, std::move(answer.session)); });
}

void PooledStore::create(const Session& session, Done done)
{
    call([=](BlockingStore& store) { return Answer { store.create(session) }; }, toStatus(std::move(done)));
}

void PooledStore::save(const Delta& delta, Done done)
{
    call([=](BlockingStore& store) { return Answer { store.save(delta) }; }, toStatus(std::move(done)));
}

void PooledStore::rotateId(const QByteArray& newId, const Delta& delta, Done done)
{
    call([=](BlockingStore& store) { return Answer { store.rotateId(newId, delta) }; }, toStatus(std::move(done)));
}

void PooledStore::remove(const QByteArray& id, Done done)
{
    call([=](BlockingStore& store) { return Answer { store.remove(id) }; }, toStatus(std::move(done)));
}

void PooledStore::count(Counted done)
{
    call([](BlockingStore& store) { return store.count(); },
        [done = std::move(done)](const Answer& answer) { done(answer.status, answer.number); });
}

void PooledStore::clear(Done done)
{
    call([](BlockingStore& store) { return Answer { store.clear() }; }, toStatus(std::move(done)));
}

void PooledStore::newId(NewId done)
{
    if (!m_capabilities.makesIds)
        return SessionStore::newId(std::move(done));
    call([](BlockingStore& store) { return store.newId(); },
        [done = std::move(done)](const Answer& answer) { done(answer.status, answer.session.id); });
}

void PooledStore::call(std::function<Answer(BlockingStore&)> work, std::function<void(Answer)> answered)
{
    const auto deadline = Clock::now() + m_pool->deadline();
    auto [number, answer] = m_callbacks.add(std::move(answered));
    const auto submitted = m_pool->submit(
        deadline, [work = std::move(work), answer = std::move(answer)](BlockingStore& store) { answer(work(store)); });
    if (!submitted)
        return m_callbacks.take(number)({});
    m_dues.push_back({ deadline, number });
    if (!m_deadline.isActive())
        m_deadline.start(m_pool->deadline());
}

void PooledStore::checkDeadlines()
{
    std::vector<std::function<void(Answer)>> late;
    const auto now = Clock::now();
    for (; !m_dues.empty(); m_dues.pop_front()) {
        const auto [time, call] = m_dues.front();
        if (!m_callbacks.contains(call))
            continue;
        if (time > now)
            break;
        late.push_back(m_callbacks.take(call));
    }
    if (!m_dues.empty())
        m_deadline.start(std::chrono::ceil<std::chrono::milliseconds>(m_dues.front().time - now));
    for (const auto& answered : late) // last: what is told may ask again, or destroy us
        answered({});
}

} // namespace ceteris::sessions
