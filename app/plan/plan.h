// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plan/event.h"
#include "app/plan/operation.h"
#include "app/plan/stores.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <vector>

namespace ceteris::plan {

enum class LoadModel { Users, Rate };
enum class Arrivals { Fixed, Poisson };
enum class Stopping { Fixed, Precision, Sequential };
enum class GuardAction { Void, Mark };

// user1/1 … userN/N, made in batches and cached between experiments.
struct Accounts
{
    int count = 10'000;
    QString scheme = QStringLiteral("bcrypt");
    int cost = 10;
    SqlEngine database = SqlEngine::Sqlite; // where the app looks them up, the same for every arm

    bool operator==(const Accounts&) const = default;
};

// The embedded auth app, equal for every arm.
struct Server
{
    int threads = 1; // listener threads
    int hashThreads = 0; // 0: one for each core of the server's CPU set
    bool csrf = true;
    QString cookie = QStringLiteral("SESSION");
    int idleTimeoutS = 1800;
    int absoluteTimeoutS = 43'200;

    bool operator==(const Server&) const = default;
};

// Where a service that is not ours keeps what a virtual user needs. The defaults are those of ceteris-server.
// {n} stands for the number of the account, {user} for the user name made from it.
struct Mapping
{
    QString loginPagePath = QStringLiteral("/auth/login");
    QString loginPath = QStringLiteral("/auth/login");
    QString userField = QStringLiteral("username");
    QString passwordField = QStringLiteral("password");
    QString csrfField = QStringLiteral("_csrf"); // empty: no login page is fetched, no token is sent
    QString user = QStringLiteral("user{n}");
    QString password = QStringLiteral("{n}");
    QString refreshPath = QStringLiteral("/");
    QString identity = QStringLiteral("data-user=\"{user}\""); // must be in the page; empty: not checked
    QString writePath = QStringLiteral("/work");
    QString logoutPath = QStringLiteral("/auth/logout");

    bool operator==(const Mapping&) const = default;
};

// One way to keep sessions. With a URL it is somebody's own service: nothing is started for it.
struct Arm
{
    QString name;
    StoreKind store = StoreKind::Memory;
    Redis redis; // each used with its store
    QString url; // empty: ceteris-server
    Mapping mapping; // used with a URL
    bool isTwin = false; // the control a second time, made from Plan::twin
    Sql sql {};
    Memcached memcached {};
    SessionServer sessionServer {};
    Token token {};
    Replication replication {};
    Cache cache {}; // in front of any store
    int instances = 1; // of the app; more than one stand behind the balancer
    Balancer balancer {};

    bool operator==(const Arm&) const = default;
};

struct Load
{
    LoadModel model = LoadModel::Users;
    Arrivals arrivals = Arrivals::Poisson; // model Rate
    double spawnPerS = 50; // logins a second in the login phase
    bool countVisits = true; // a refresh counts itself in the session, which is a write; without it only reads
    double writeShare = 0; // share of refreshes that are writes instead, 0 … 1
    bool logout = false; // end with a logout phase
    int imageKib = 0; // size of the image that each user puts into the session after the login; 0: none
    int growBytes = 0; // that each write adds to an attribute, up to contract::longestNotes
    double botShare = 0; // share of refreshes that are visits without a cookie instead, 0 … 1
    int networks = 1; // loopback networks that the users come from: 127.a.b.1, each with another a.b
    double timeoutS = 10;
    int threads = 1; // of the generator

    bool operator==(const Load&) const = default;
};

struct Level
{
    QString name;
    int users = 1;
    double ratePerS = 0; // model Rate: requests a second over all users
    double thinkMinS = 0.5; // model Users: uniform between the two
    double thinkMaxS = 3.0;

    bool operator==(const Level&) const = default;
};

// Windows in seconds, the same for every arm. The login window of a level is users / spawnPerS + loginGraceS.
struct Phases
{
    double idleS = 2; // before any load: what the processes use by just being there
    double loginGraceS = 5;
    double warmupS = 10;
    double measureS = 60;
    double drainS = 5; // at most: requests still in flight after it are censored
    double washoutS = 10;

    bool operator==(const Phases&) const = default;
};

// CPU numbers for sched_setaffinity; empty: chosen by the machine (see HACKING.md).
struct Cpus
{
    std::vector<int> generator;
    std::vector<int> server;
    std::vector<int> store;

    bool operator==(const Cpus&) const = default;
};

// The smallest differences that matter, as shares.
struct Bands
{
    double latency = 0.05;
    double rate = 0.02;
    double cpu = 0.05;
    double memory = 0.05;

    bool operator==(const Bands&) const = default;
};

// What the experiment is to decide, registered before it starts; everything else only suggests.
struct Decision
{
    QString operation = QStringLiteral("refresh");
    QString metric = QStringLiteral("response_p99");
    QString level; // empty: the last one
    Bands bands;
    Stopping stopping = Stopping::Fixed;
    double precision = 0.05; // Precision: stop when the half-width of the primary interval is at most this share
    int maxBlocks = 15; // Precision: at most so many

    bool operator==(const Decision&) const = default;
};

// What is done about a trial that something else on the machine has disturbed.
struct Guard
{
    GuardAction action = GuardAction::Void; // Void: its whole block is run again at the end; Mark: kept and listed
    double quietWaitS = 120; // at most, before the first trial, until the machine is quiet

    bool operator==(const Guard&) const = default;
};

// Promises that need trials of their own: races at logout, expiry, concurrent writes, several sessions of a user.
struct Oracle
{
    bool probes = false;

    bool operator==(const Oracle&) const = default;
};

// The sequential design looks at the data so often, and stops at a look or after the last one.
inline constexpr std::array<int, 3> sequentialLooks { 6, 10, 15 };

// One experiment, complete: whoever has it and the machine can repeat it.
struct Plan
{
    QString name;
    QString question;
    std::uint64_t seed = 1; // 0 … 2^63 - 1, the range of a TOML integer
    int blocks = 8; // Sequential: 6, 10 or 15, decided by the looks
    bool twin = false; // the control runs twice in each block; their difference is the noise floor
    QStringList factor; // keys of [[arm]] that may differ; empty: whatever single key does
    Accounts accounts;
    Server server;
    std::vector<Arm> arms;
    Load load;
    std::vector<Level> levels;
    std::vector<Event> events; // faults at a time in the trial
    Phases phases;
    Cpus cpus;
    Decision decision;
    Guard guard;
    Oracle oracle;

    bool operator==(const Plan&) const = default;
};

// The operations that get a row in each trial, in row order: login page only with CSRF, write and logout only when
// asked, renew only where tokens end within a trial.
std::vector<Operation> operationsOf(const Plan& plan, const Arm& arm);

// The level that the decision is about.
std::size_t decisionLevel(const Plan& plan);

// Blocks that the design can need when none is lost: fixed, or the most that its stopping rule allows.
int mostBlocks(const Plan& plan);

// Whether an arm is run at a level: the twin only where the decision is made.
bool runsAt(const Plan& plan, const Arm& arm, std::size_t level);

// The control a second time, behind the other arms; without Plan::twin, or when it is there, the plan as it is.
Plan withTwin(Plan plan);
Plan withoutTwin(Plan plan); // as the text has it

// From the first login to the last request that may still be under way, at the longest of all levels.
double longestTrialS(const Plan& plan);

// Whether the users of an arm outlive their access tokens and have to renew them.
bool renews(const Plan& plan, const Arm& arm);

double loginWindowS(const Plan& plan, const Level& level);
double logoutWindowS(const Plan& plan, const Level& level); // 0 without logout

} // namespace ceteris::plan
