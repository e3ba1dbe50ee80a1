// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/load/loadresult.h"
#include "app/monitor/redisfacts.h"
#include "app/run/preflight.h"
#include "server/contract/serverconfig.h"

namespace ceteris::run {

// What can only be asked while an arm is running.
struct Target
{
    QString url; // without a slash at its end
    plan::Mapping mapping;
    bool isOurs = true; // then /healthz is asked
    bool logout = true; // sign out as well
    std::optional<contract::RedisAddress> redis; // of the arm's store, when it has one
    qint64 expectedKeys = 0;
    bool losesSessions = false; // by what it is: a refused refresh forbids nothing
};

// Health, one user's round trip through the generator itself (about 1 s), and the store.
std::vector<PreflightRow> checkTarget(const Target& target);

// The judgements, apart from the asking.
PreflightRow judgeHealth(const Target& target, bool answers);
PreflightRow judgeRoundTrip(const Target& target, const Result<load::LoadResult>& result);
std::vector<PreflightRow> judgeRedis(const Result<monitor::RedisFacts>& facts, qint64 expectedKeys);

} // namespace ceteris::run
