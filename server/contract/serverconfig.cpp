// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/contract/serverconfig.h"

#include <QJsonDocument>
#include <QStringList>

#include <limits>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace ceteris::contract {
namespace {

QString shown(const QJsonValue& value)
{
    const auto text = QJsonDocument(QJsonObject { { u"v"_s, value } }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(5, text.size() - 6)); // {"v":…}
}

// Writes fields into JSON. Reader below has the same shape, so that one list of fields serves both directions.
class Writer
{
public:
    explicit Writer(QJsonObject& json)
        : m_json(json)
    {
    }

    void text(QLatin1StringView key, const QString& value) { m_json.insert(key, value); }
    void choice(QLatin1StringView key, const QString& value, const QStringList&) { m_json.insert(key, value); }
    void flag(QLatin1StringView key, bool value) { m_json.insert(key, value); }

    template <class Int>
    void number(QLatin1StringView key, Int value, qint64, qint64)
    {
        m_json.insert(key, static_cast<qint64>(value));
    }

    template <class Part, class Fields>
    void part(QLatin1StringView key, Part& value, Fields fields)
    {
        QJsonObject json;
        Writer writer(json);
        fields(writer, value);
        m_json.insert(key, json);
    }

private:
    QJsonObject& m_json;
};

// Reads fields from JSON and takes them out, so that what is left over is unknown.
class Reader
{
public:
    Reader(QJsonObject json, QString prefix)
        : m_json(std::move(json))
        , m_prefix(std::move(prefix))
    {
    }

    void text(QLatin1StringView key, QString& value)
    {
        const auto found = take(key);
        if (found.isString())
            value = found.toString();
        else if (!found.isUndefined())
            complain(key, found, u"a text"_s);
    }

    void choice(QLatin1StringView key, QString& value, const QStringList& allowed)
    {
        const auto found = take(key);
        if (found.isString() && allowed.contains(found.toString()))
            value = found.toString();
        else if (!found.isUndefined())
            complain(key, found, u"one of "_s + allowed.join(u", "_s));
    }

    void flag(QLatin1StringView key, bool& value)
    {
        const auto found = take(key);
        if (found.isBool())
            value = found.toBool();
        else if (!found.isUndefined())
            complain(key, found, u"true or false"_s);
    }

    template <class Int>
    void number(QLatin1StringView key, Int& value, qint64 low, qint64 high)
    {
        const auto found = take(key);
        if (found.isUndefined())
            return;
        const auto outside = std::numeric_limits<qint64>::min();
        const auto number = found.toInteger(outside);
        if (number == outside || number < low || number > high)
            complain(key, found, u"a whole number from %1 to %2"_s.arg(low).arg(high));
        else
            value = static_cast<Int>(number);
    }

    template <class Part, class Fields>
    void part(QLatin1StringView key, Part& value, Fields fields)
    {
        const auto found = take(key);
        if (found.isUndefined())
            return;
        if (!found.isObject())
            return complain(key, found, u"an object"_s);
        Reader reader(found.toObject(), m_prefix + key + u'.');
        fields(reader, value);
        keep(reader.problem());
    }

    // The first thing that was wrong, or the first key nobody asked for; empty when all is well.
    QString problem() const
    {
        if (!m_problem.isEmpty() || m_json.isEmpty())
            return m_problem;
        return u"The server's configuration has an unknown key \"%1\"."_s.arg(m_prefix + m_json.begin().key());
    }

private:
    QJsonValue take(QLatin1StringView key)
    {
        const auto found = m_json.value(key);
        m_json.remove(key);
        return found;
    }

    void complain(QLatin1StringView key, const QJsonValue& found, const QString& allowed)
    {
        keep(u"The server's configuration has %1 for \"%2\"; it must be %3."_s.arg(
            shown(found), m_prefix + key, allowed));
    }

    void keep(const QString& problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    QJsonObject m_json;
    QString m_prefix;
    QString m_problem;
};

constexpr qint64 aDayMs = 86'400'000;
constexpr qint64 aYearS = 31'536'000;

template <class Io, class Redis>
void redisFields(Io& io, Redis& redis)
{
    io.text("host"_L1, redis.host);
    io.number("port"_L1, redis.port, 0, 65'535);
    io.text("socket"_L1, redis.socketPath);
    io.text("password"_L1, redis.password);
}

template <class Io, class Store>
void storeFields(Io& io, Store& store)
{
    io.choice("kind"_L1, store.kind, { u"memory"_s, u"redis"_s });
    io.text("namespace"_L1, store.nameSpace);
    io.choice("save"_L1, store.save, { u"spring"_s, u"atomic"_s });
    io.part("redis"_L1, store.redis, [](auto& inner, auto& redis) { redisFields(inner, redis); });
}

template <class Io, class Accounts>
void accountsFields(Io& io, Accounts& accounts)
{
    io.text("cache_directory"_L1, accounts.cacheDirectory);
    io.number("count"_L1, accounts.count, 1, 10'000'000);
    io.choice("scheme"_L1, accounts.scheme, { u"bcrypt"_s });
    io.number("cost"_L1, accounts.cost, 4, 16);
}

template <class Io, class Limits>
void limitsFields(Io& io, Limits& limits)
{
    io.number("header_bytes"_L1, limits.headerBytes, 256, 1 << 20);
    io.number("body_bytes"_L1, limits.bodyBytes, 0, 1 << 30);
    io.number("image_bytes"_L1, limits.imageBytes, 0, 1 << 30);
    io.number("connections"_L1, limits.connections, 1, 1'000'000);
    io.number("header_ms"_L1, limits.headerMs, 10, aDayMs);
    io.number("idle_ms"_L1, limits.idleMs, 10, aDayMs);
}

template <class Io, class Config>
void fields(Io& io, Config& config)
{
    io.text("host"_L1, config.host);
    io.number("port"_L1, config.port, 0, 65'535);
    io.number("threads"_L1, config.threads, 1, 256);
    io.number("hash_threads"_L1, config.hashThreads, 0, 256);
    io.number("hash_queue"_L1, config.hashQueue, 1, 1'000'000);
    io.flag("csrf"_L1, config.csrf);
    io.text("cookie_name"_L1, config.cookieName);
    io.flag("secure_cookie"_L1, config.secureCookie);
    io.number("idle_timeout_s"_L1, config.idleTimeoutS, 1, aYearS);
    io.number("absolute_timeout_s"_L1, config.absoluteTimeoutS, 1, aYearS);
    io.flag("prepare_only"_L1, config.prepareOnly);
    io.flag("probes"_L1, config.probes);
    io.part("store"_L1, config.store, [](auto& inner, auto& store) { storeFields(inner, store); });
    io.part("accounts"_L1, config.accounts, [](auto& inner, auto& accounts) { accountsFields(inner, accounts); });
    io.part("limits"_L1, config.limits, [](auto& inner, auto& limits) { limitsFields(inner, limits); });
}

} // namespace

QJsonObject toJson(const ServerConfig& config)
{
    QJsonObject json;
    Writer writer(json);
    fields(writer, config);
    return json;
}

Result<ServerConfig> serverConfigFromJson(const QJsonObject& json)
{
    ServerConfig config;
    Reader reader(json, {});
    fields(reader, config);
    if (const auto problem = reader.problem(); !problem.isEmpty())
        return tl::unexpected(Failure { ExitCode::BadConfig, problem });
    return config;
}

} // namespace ceteris::contract
