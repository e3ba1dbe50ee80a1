// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/sqlprobe.h"

#include "app/monitor/monitor.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::monitor {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto restForEach = 20us; // session: none of the engines needs more than 0.2 us to count it

struct Engine
{
    QString driver;
    QString options;
    QString refresh; // what the figures would be old without; empty: nothing
    QString figures; // one row: sessions, bytes
};

Engine engineOf(const contract::SqlAddress& address)
{
    const auto figures = u"SELECT (SELECT COUNT(*) FROM SPRING_SESSION), "_s;
    if (address.engine == u"mariadb") // it counts pages anew only now and then; ANALYZE reads 20 of each index
        return { u"QMYSQL"_s, u"MYSQL_OPT_CONNECT_TIMEOUT=2;MYSQL_OPT_READ_TIMEOUT=2"_s,
            u"ANALYZE NO_WRITE_TO_BINLOG TABLE SPRING_SESSION, SPRING_SESSION_ATTRIBUTES"_s,
            figures
                % u"(SELECT SUM(DATA_LENGTH + INDEX_LENGTH) FROM information_schema.TABLES WHERE TABLE_SCHEMA = "
                  "DATABASE() AND TABLE_NAME IN ('SPRING_SESSION', 'SPRING_SESSION_ATTRIBUTES'))"_s };
    if (address.engine == u"postgresql")
        return { u"QPSQL"_s, u"connect_timeout=2"_s, {},
            figures
                % u"pg_total_relation_size('spring_session') + pg_total_relation_size('spring_session_attributes')"_s };
    return { u"QSQLITE"_s, u"QSQLITE_BUSY_TIMEOUT=2000;QSQLITE_OPEN_READONLY"_s, {},
        figures % u"page_count * page_size FROM pragma_page_count, pragma_page_size"_s };
}

struct SqlFigures
{
    qint64 sessions = 0;
    qint64 bytes = 0;
};

// A connection that is made when it is needed, for one thread.
class SqlReader
{
public:
    explicit SqlReader(contract::SqlAddress address)
        : m_address(std::move(address))
        , m_engine(engineOf(m_address))
    {
    }

    ~SqlReader() { close(); }
    Q_DISABLE_COPY_MOVE(SqlReader)

    bool open()
    {
        static std::atomic<int> next = 0;
        if (m_database.isOpen())
            return true;
        close();
        if (!QSqlDatabase::isDriverAvailable(m_engine.driver))
            return false;
        m_database = QSqlDatabase::addDatabase(m_engine.driver, u"ceteris-figures-%1"_s.arg(++next));
        m_database.setConnectOptions(m_engine.options);
        m_database.setDatabaseName(m_address.file.isEmpty() ? m_address.database : m_address.file);
        m_database.setHostName(m_address.host);
        m_database.setPort(m_address.port);
        m_database.setUserName(m_address.user);
        m_database.setPassword(m_address.password);
        return m_database.open();
    }

    std::optional<SqlFigures> read()
    {
        auto figures = ask();
        if (!figures)
            close(); // a late answer must not be taken for the next one
        return figures;
    }

private:
    std::optional<SqlFigures> ask()
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!m_engine.refresh.isEmpty() && !query.exec(m_engine.refresh))
            return std::nullopt;
        if (!query.exec(m_engine.figures) || !query.next())
            return std::nullopt;
        return SqlFigures { query.value(0).toLongLong(), query.value(1).toLongLong() };
    }

    void close()
    {
        const auto name = m_database.connectionName();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    }

    const contract::SqlAddress m_address;
    const Engine m_engine;
    QSqlDatabase m_database;
};

} // namespace

std::optional<qint64> countSqlSessions(const contract::SqlAddress& address)
{
    SqlReader reader(address);
    const auto figures = reader.open() ? reader.read() : std::nullopt;
    return figures ? std::optional(figures->sessions) : std::nullopt;
}

class SqlProbe::Impl
{
public:
    explicit Impl(contract::SqlAddress address)
        : m_thread([this, address = std::move(address)](const std::stop_token& stop) { run(address, stop); })
    {
    }

    std::optional<SqlFigures> look(std::chrono::milliseconds timeout)
    {
        std::unique_lock lock(m_mutex);
        if (!m_isLooking && Clock::now() < m_restsUntil)
            return std::nullopt;
        const bool isLate = std::exchange(m_isLooking, true); // its answer belongs to no sample
        m_changed.notify_all();
        m_changed.wait_for(lock, timeout, [this] { return !m_isLooking; });
        auto figures = std::exchange(m_figures, std::nullopt);
        return isLate || m_isLooking ? std::nullopt : figures;
    }

private:
    void run(const contract::SqlAddress& address, const std::stop_token& stop)
    {
        SqlReader reader(address);
        std::unique_lock lock(m_mutex);
        while (m_changed.wait(lock, stop, [this] { return m_isLooking; })) {
            lock.unlock();
            auto figures = reader.open() ? reader.read() : std::nullopt;
            lock.lock();
            if (figures)
                m_restsUntil = Clock::now() + figures->sessions * restForEach;
            m_figures = std::move(figures);
            m_isLooking = false;
            m_changed.notify_all();
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isLooking = false; // asked for and not yet answered
    std::optional<SqlFigures> m_figures;
    Clock::time_point m_restsUntil;
    std::jthread m_thread; // last: it uses all the others
};

SqlProbe::SqlProbe(contract::SqlAddress address)
    : m_impl(std::make_unique<Impl>(std::move(address)))
{
}

SqlProbe::~SqlProbe() = default;

void SqlProbe::look(Sample& sample, std::chrono::milliseconds timeout)
{
    if (const auto figures = m_impl->look(timeout)) {
        sample.readings.push_back({ u"sessions_live"_s, static_cast<double>(figures->sessions), u"1"_s });
        sample.readings.push_back({ u"sql_table_bytes"_s, static_cast<double>(figures->bytes), u"bytes"_s });
    }
}

} // namespace ceteris::monitor
