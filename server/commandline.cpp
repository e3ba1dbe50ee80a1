// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commandline.h"

#include "server/configinput.h"
#include "server/contract/announcement.h"

#include <CLI/CLI.hpp>

#include <unistd.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ceteris::server {
namespace {

using contract::ExitCode;

constexpr auto description
    = R"(The auth app that Ceteris measures: sign-in with server-side sessions, in memory or in Redis.

Makes the accounts user1 (password 1), user2 (2), ... and serves until Ctrl-C. Without options, and with
stdin not a terminal, it is configured by one JSON object on stdin and ends when stdin closes.)";

constexpr auto examples = R"(Examples:
  ceteris-server --port 8080
      100 accounts, sessions in memory, on http://127.0.0.1:8080
  ceteris-server --store redis --redis 127.0.0.1:6379 --port 8080 --users 100
      the same with sessions in Redis; look at them with: redis-cli --scan --pattern 'spring:session:*'
  ceteris-server --store redis --redis /run/redis/redis.sock --namespace demo
      over a unix socket, under another prefix
  ceteris-server --users 10000 --cost 10 --prepare-only
      only make the accounts, so that later starts are quick
  curl -c jar -H 'Accept: application/json' --json '{"username":"user1","password":"1"}' localhost:8080/auth/login
  curl -b jar -H 'Accept: application/json' localhost:8080/
      sign in, then see who you are; /metrics has the figures

The password of Redis is read from CETERIS_REDIS_PASSWORD, not from an option that other users could see.
Exit codes: 0 stopped, 2 bad configuration, 3 cannot listen, 4 no user database, 5 no session store, 64 usage.
)";

// Puts the options that were given into JSON, on top of a file if there is one: the contract checks them all alike.
class Options
{
public:
    Options()
        : m_app(description, "ceteris-server")
    {
        m_app.footer(examples);
        m_app.failure_message([](const CLI::App*, const CLI::Error& error) {
            return std::string("ceteris-server: ") + error.what() + "; --help shows what there is.\n";
        });
        m_app.set_version_flag("--version", "ceteris-server " CETERIS_VERSION, "Print the version and end");
        m_app.add_option("--config", m_file, "Read the configuration from a JSON file, or from stdin with -")
            ->type_name("FILE");
        m_app.add_flag("--verbose", m_verbose, "Log sign-ins and sign-outs (session ids only hashed)");
        addNetwork();
        addAccounts();
        addSessions();
    }

    int parse(int argc, char** argv)
    {
        try {
            m_app.parse(argc, argv);
            return -1;
        } catch (const CLI::ParseError& error) {
            return m_app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::Usage);
        }
    }

    QString file() const { return QString::fromStdString(m_file); }
    bool verbose() const { return m_verbose; }
    const QJsonObject& given() const { return m_given; }

private:
    void addNetwork()
    {
        text("--host", "host"_L1, "Address to listen on (127.0.0.1)", "ADDRESS");
        number("--port", "port"_L1, "Port to listen on; 0 takes any free one (8080)");
        number("--threads", "threads"_L1, "Listener threads (1)");
        number("--hash-threads", "hash_threads"_L1, "Threads for password hashes; 0 is one for each core (0)");
    }

    void addAccounts()
    {
        number("--users", "accounts.count"_L1, "Accounts to make (100)");
        number("--cost", "accounts.cost"_L1, "BCrypt cost, 4 to 16; each step doubles the time of a sign-in (10)");
        text("--cache", "accounts.cache_directory"_L1, "Folder for made accounts (~/.cache/ceteris/users)", "DIR");
        flag("--prepare-only", "prepare_only"_L1, true, "Make the accounts and end");
    }

    void addSessions()
    {
        text("--store", "store.kind"_L1, "Where sessions live: memory or redis (memory)", "KIND");
        m_app
            .add_option_function<std::string>(
                "--redis", [this](const std::string& value) { setRedis(value); },
                "HOST:PORT or the path of a unix socket (127.0.0.1:6379)")
            ->type_name("ADDRESS");
        text("--namespace", "store.namespace"_L1, "Prefix of the keys in Redis (spring:session)", "PREFIX");
        text("--save", "store.save"_L1, "How Redis saves: spring (ask, then write) or atomic (spring)", "KIND");
        text("--cookie", "cookie_name"_L1, "Name of the session cookie (SESSION)", "NAME");
        flag("--secure-cookie", "secure_cookie"_L1, true, "Say Secure in cookies; for use behind TLS");
        flag("--no-csrf", "csrf"_L1, false, "Forms without CSRF tokens");
        number("--idle-timeout", "idle_timeout_s"_L1, "Seconds until an unused session ends (1800)");
        number("--absolute-timeout", "absolute_timeout_s"_L1, "Seconds until any session ends (43200)");
    }

    void text(const char* option, QLatin1StringView key, const char* help, const char* type)
    {
        m_app
            .add_option_function<std::string>(
                option, [this, key](const std::string& value) { set(key, QString::fromStdString(value)); }, help)
            ->type_name(type);
    }

    void number(const char* option, QLatin1StringView key, const char* help)
    {
        m_app
            .add_option_function<qint64>(
                option, [this, key](qint64 value) { set(key, value); }, help)
            ->type_name("N");
    }

    void flag(const char* option, QLatin1StringView key, bool value, const char* help)
    {
        m_app.add_flag_callback(
            option, [this, key, value] { set(key, value); }, help);
    }

    void setRedis(const std::string& value)
    {
        const auto address = QString::fromStdString(value);
        const auto colon = address.lastIndexOf(u':');
        if (address.startsWith(u'/'))
            return set("store.redis.socket"_L1, address);
        bool isNumber = false;
        const qint64 port = colon < 0 ? 6379 : address.mid(colon + 1).toLongLong(&isNumber);
        if (colon >= 0 && !isNumber)
            throw CLI::ValidationError("--redis", value + " is neither HOST:PORT nor the path of a unix socket");
        set("store.redis.host"_L1, address.left(colon));
        set("store.redis.port"_L1, port);
    }

    void set(QLatin1StringView key, const QJsonValue& value) { setPath(m_given, key, value); }

    CLI::App m_app;
    std::string m_file;
    bool m_verbose = false;
    QJsonObject m_given;
};

QJsonObject firstTry()
{
    QJsonObject json { { u"port"_s, 8080 } };
    setPath(json, "accounts.count"_L1, 100);
    if (const auto password = qEnvironmentVariable("CETERIS_REDIS_PASSWORD"); !password.isEmpty())
        setPath(json, "store.redis.password"_L1, password);
    return json;
}

End explain(Speech speech, const contract::Failure& failure)
{
    if (speech == Speech::Machine)
        std::fputs(contract::toLine(failure).constData(), stdout);
    else
        std::fprintf(stderr, "ceteris-server: %s\n", qUtf8Printable(failure.sentence));
    return { static_cast<int>(failure.code) };
}

std::variant<Start, End> startFrom(const contract::Result<contract::ServerConfig>& config, Speech speech, bool verbose)
{
    if (!config)
        return explain(speech, config.error());
    return Start { *config, speech, verbose };
}

} // namespace

std::variant<Start, End> readCommandLine(int argc, char** argv)
{
    if (argc == 1 && !isatty(STDIN_FILENO))
        return startFrom(configFromInput(), Speech::Machine, false);

    Options options;
    if (const auto exitCode = options.parse(argc, argv); exitCode >= 0)
        return End { exitCode };
    const auto speech = options.file() == u"-" ? Speech::Machine : Speech::Human;
    auto base = options.file().isEmpty() ? firstTry() : QJsonObject();
    if (!options.file().isEmpty()) {
        const auto read = speech == Speech::Machine ? jsonFromInput() : jsonFromFile(options.file());
        if (!read)
            return explain(speech, read.error());
        base = *read;
    }
    auto config = contract::serverConfigFromJson(merged(base, options.given()));
    if (!config && options.file().isEmpty())
        config.error().code = ExitCode::Usage; // nobody but the command line can be meant
    return startFrom(config, speech, options.verbose());
}

} // namespace ceteris::server
