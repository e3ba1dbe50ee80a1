// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/sqlstore.h"

#include "server/sessions/codecs/jsonvalue.h"
#include "server/sessions/stores/expiry.h"
#include "server/sessions/stores/sqlstatements.h"

#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSqlQuery>
#include <QThread>

#include <algorithm>
#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;

namespace ceteris::sessions {
namespace {

Q_LOGGING_CATEGORY(log, "ceteris.sessions.sql")

constexpr int mostAttempts = 10; // of what stands in conflict with others: a tenth of a second in all

// QtSql sends a QByteArray as bytes: what a column holds as text must be a QString.
QVariant text(const QByteArray& ascii)
{
    return QString::fromLatin1(ascii);
}

QVariant nameOf(const QByteArray& attribute)
{
    return text(attribute.toPercentEncoding());
}

// Whose session it is, where Spring keeps that apart; NULL when these attributes do not say.
QVariant principalOf(const Attributes& attributes)
{
    const auto user = attributes.constFind("user");
    const auto* name = user == attributes.cend() ? nullptr : std::get_if<QByteArray>(&*user);
    return name ? text(name->toPercentEncoding().left(100)) : QVariant(QMetaType::fromType<QString>());
}

// A database that is away would otherwise say so with every request and every thread.
void logOnce(const QString& error)
{
    static std::mutex mutex;
    static QString last;
    const std::lock_guard lock(mutex);
    if (std::exchange(last, error) != error)
        qCWarning(log, "The database refuses: %s", qUtf8Printable(error));
}

} // namespace

SqlStore::SqlStore(const contract::SqlConfig& config, int absoluteTimeoutS)
    : m_config(config)
    , m_absoluteMs(qint64 { absoluteTimeoutS } * 1000)
    , m_connection(config.address)
{
}

QString SqlStore::prepare(const contract::SqlConfig& config)
{
    sql::Connection connection(config.address);
    const auto execute = [&](const QString& statement) { return connection.execute(statement); };
    const bool ready = connection.open()
        && std::ranges::all_of(statement::greeting(connection.engine(), config.durable), execute)
        && std::ranges::all_of(statement::tables(connection.engine()), execute);
    return ready ? QString() : connection.lastError();
}

BlockingStore::Answer SqlStore::find(const QByteArray& id, qint64 now)
{
    if (!isSessionId(id))
        return { Status::NotFound };
    Answer answer;
    answer.status = attempt([&] {
        answer = read(id, now);
        return answer.status;
    });
    return answer;
}

Status SqlStore::create(const Session& session)
{
    Q_ASSERT(isSessionId(session.id));
    const auto primary = text(newSessionId());
    return attempt([&] {
        return inTransaction([&] {
            auto status = done(statement::insertSession,
                { primary, text(session.id), session.createdMs, session.lastAccessedMs, session.maxInactiveS,
                    expiryOf(session.createdMs, session.lastAccessedMs, session.maxInactiveS),
                    principalOf(session.attributes) });
            for (auto it = session.attributes.cbegin(); it != session.attributes.cend() && status == Status::Ok; ++it)
                status = done(statement::insertAttribute, { primary, nameOf(it.key()), toJson(it.value()) });
            return status;
        });
    });
}

Status SqlStore::save(const Delta& delta)
{
    return rotateId(delta.id, delta);
}

Status SqlStore::rotateId(const QByteArray& newId, const Delta& delta)
{
    Q_ASSERT(isSessionId(newId) || newId == delta.id);
    if (!isSessionId(delta.id))
        return Status::NotFound;
    if (delta.changed.isEmpty() && delta.removed.isEmpty())
        return attempt([&] { return update(newId, delta); });
    return attempt([&] {
        return inTransaction([&] {
            const auto updated = update(newId, delta);
            return updated == Status::Ok ? writeAttributes(newId, delta.changed, delta.removed) : updated;
        });
    });
}

Status SqlStore::remove(const QByteArray& id)
{
    if (!isSessionId(id))
        return Status::Ok;
    return attempt([&] { return done(statement::deleteSession, { text(id) }); });
}

BlockingStore::Answer SqlStore::count()
{
    Answer answer;
    answer.status = attempt([&] {
        auto* query = m_connection.run(statement::count);
        if (!query || !query->next())
            return Status::Unavailable;
        answer.number = query->value(0).toLongLong();
        query->finish();
        return Status::Ok;
    });
    return answer;
}

Status SqlStore::clear()
{
    return attempt([&] { return done(statement::clear); });
}

void SqlStore::sweep(qint64 now)
{
    attempt([&] { return done(statement::sweep, { now }); });
}

bool SqlStore::connect()
{
    const auto execute = [this](const QString& statement) { return m_connection.execute(statement); };
    if (m_connection.isOpen())
        return true;
    if (m_connection.open()
        && std::ranges::all_of(statement::greeting(m_connection.engine(), m_config.durable), execute))
        return true;
    m_connection.close();
    logOnce(m_connection.lastError());
    return false;
}

Status SqlStore::attempt(const Work& work)
{
    m_isCommitUnknown = false;
    bool isFresh = !m_connection.isOpen();
    for (int attempt = 1; connect(); ++attempt) {
        const auto status = work();
        if (status != Status::Unavailable)
            return status;
        const bool isConflict = m_connection.trouble() != sql::Trouble::Other;
        if (isConflict ? attempt == mostAttempts : isFresh || m_isCommitUnknown) {
            logOnce(m_connection.lastError());
            break;
        }
        if (isConflict) // not all of them again at the same moment
            QThread::usleep(QRandomGenerator::global()->bounded(2000U * static_cast<quint32>(attempt)));
        else
            m_connection.close();
        isFresh = !isConflict;
    }
    return Status::Unavailable;
}

Status SqlStore::inTransaction(const Work& work)
{
    if (!m_connection.begin())
        return Status::Unavailable;
    const auto status = work();
    if (status != Status::Ok) {
        m_connection.rollback();
        return status;
    }
    if (m_connection.commit())
        return Status::Ok;
    m_isCommitUnknown = m_connection.trouble() == sql::Trouble::Other;
    return Status::Unavailable;
}

BlockingStore::Answer SqlStore::read(const QByteArray& id, qint64 now)
{
    auto* query = m_connection.run(statement::find, { text(id) });
    if (!query)
        return {};
    Answer answer { Status::NotFound };
    while (query->next()) {
        auto& session = answer.session;
        if (std::exchange(answer.status, Status::Ok) == Status::NotFound)
            session = { id, query->value(0).toLongLong(), query->value(1).toLongLong(), query->value(2).toInt(), {} };
        const auto name = QByteArray::fromPercentEncoding(query->value(3).toString().toLatin1());
        if (auto value = valueFromJson(query->value(4).toByteArray()))
            session.attributes.insert(name, std::move(*value));
    }
    query->finish();
    const auto& found = answer.session;
    if (answer.status != Status::Ok
        || !expired(found.createdMs, found.lastAccessedMs, found.maxInactiveS, m_absoluteMs, now))
        return answer;
    const auto gone = done(statement::deleteExpired, { text(id), found.lastAccessedMs });
    return { gone == Status::Ok ? Status::NotFound : gone };
}

Status SqlStore::update(const QByteArray& newId, const Delta& delta)
{
    const auto* query = m_connection.run(statement::update,
        { text(newId), delta.lastAccessedMs, expiryOf(delta.createdMs, delta.lastAccessedMs, delta.maxInactiveS),
            principalOf(delta.changed), text(delta.id), delta.lastAccessedMs });
    if (!query)
        return Status::Unavailable;
    return query->numRowsAffected() > 0 ? Status::Ok : Status::NotFound;
}

Status SqlStore::writeAttributes(const QByteArray& id, const Attributes& changed, const QList<QByteArray>& removed)
{
    auto status = Status::Ok;
    const auto upsert = statement::upsertAttribute(m_connection.engine());
    for (auto it = changed.cbegin(); it != changed.cend() && status == Status::Ok; ++it)
        status = done(upsert, { text(id), nameOf(it.key()), toJson(it.value()) });
    for (auto name = removed.cbegin(); name != removed.cend() && status == Status::Ok; ++name)
        status = done(statement::deleteAttribute, { text(id), nameOf(*name) });
    return status;
}

Status SqlStore::done(const QString& statement, const QVariantList& values)
{
    return m_connection.run(statement, values) ? Status::Ok : Status::Unavailable;
}

qint64 SqlStore::expiryOf(qint64 createdMs, qint64 lastAccessedMs, int maxInactiveS) const
{
    return std::min(lastAccessedMs + qint64 { maxInactiveS } * 1000, createdMs + m_absoluteMs);
}

} // namespace ceteris::sessions
