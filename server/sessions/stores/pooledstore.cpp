// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/pooledstore.h"

#include <QDateTime>

#include <mutex>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

namespace ceteris::sessions {

struct PooledStore::Mailbox
{
    void put(quint64 call, Answer answer)
    {
        const std::lock_guard lock(mutex);
        if (!owner)
            return;
        answers.emplace_back(call, std::move(answer));
        if (answers.size() == 1) // else the owner has been told already
            QMetaObject::invokeMethod(
                &owner->m_deadline, [store = owner] { store->fetch(); }, Qt::QueuedConnection);
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

    std::mutex mutex;
    PooledStore* owner = nullptr;
    std::vector<std::pair<quint64, Answer>> answers;
};

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
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->owner = this;
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

PooledStore::~PooledStore()
{
    m_mailbox->close();
    for (auto& [call, answered] : std::exchange(m_waiting, {}))
        answered({});
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

void PooledStore::call(std::function<Answer(BlockingStore&)> work, Answered answered)
{
    const auto number = ++m_lastCall;
    const auto deadline = Clock::now() + m_pool->deadline();
    const auto submitted
        = m_pool->submit(deadline, [number, work = std::move(work), mailbox = m_mailbox](BlockingStore& store) {
              mailbox->put(number, work(store));
          });
    if (!submitted)
        return answered({});
    m_waiting.emplace(number, std::move(answered));
    m_dues.push_back({ deadline, number });
    if (!m_deadline.isActive())
        m_deadline.start(m_pool->deadline());
}

// What is told may ask again, or destroy us: nothing of ours is touched once the first has been.
void PooledStore::fetch()
{
    std::vector<std::pair<Answered, Answer>> told;
    for (auto& [call, answer] : m_mailbox->take())
        if (auto node = m_waiting.extract(call)) // else it was late
            told.emplace_back(std::move(node.mapped()), std::move(answer));
    for (auto& [answered, answer] : told)
        answered(std::move(answer));
}

void PooledStore::checkDeadlines()
{
    std::vector<Answered> late;
    const auto now = Clock::now();
    for (; !m_dues.empty(); m_dues.pop_front()) {
        const auto waiting = m_waiting.find(m_dues.front().call);
        if (waiting == m_waiting.end())
            continue;
        if (m_dues.front().time > now)
            break;
        late.push_back(std::move(waiting->second));
        m_waiting.erase(waiting);
    }
    if (!m_dues.empty())
        m_deadline.start(std::chrono::ceil<std::chrono::milliseconds>(m_dues.front().time - now));
    for (const auto& answered : late) // last, as above
        answered({});
}

} // namespace ceteris::sessions
