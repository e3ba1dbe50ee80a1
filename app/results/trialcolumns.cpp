// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/trialcolumns.h"

namespace ceteris::results {

const Columns<TrialRow>& trialColumns()
{
    using T = TrialRow;
    using P = Percentiles;
    static const Columns<T> columns {
        column("experiment", &T::experiment),
        column("block", &T::block),
        column("position", &T::position),
        column("trial", &T::trial),
        column("arm", &T::arm),
        column("level", &T::level),
        column("operation", &T::operation),
        column("status", &T::status),
        column("reason", &T::reason),
        column("planned", &T::planned),
        column("unsent", &T::unsent),
        column("sent", &T::sent),
        column("ok", &T::ok),
        column("failed", &T::failed),
        column("timeouts", &T::timeouts),
        column("censored", &T::censored),
        column("requests_per_s", &T::requestsPerS),
        column("response_p50_us", &T::response, &P::p50),
        column("response_p95_us", &T::response, &P::p95),
        column("response_p99_us", &T::response, &P::p99),
        column("response_p99_9_us", &T::response, &P::p99_9),
        column("response_max_us", &T::response, &P::max),
        column("service_p50_us", &T::service, &P::p50),
        column("service_p95_us", &T::service, &P::p95),
        column("service_p99_us", &T::service, &P::p99),
        column("service_p99_9_us", &T::service, &P::p99_9),
        column("service_max_us", &T::service, &P::max),
        column("response_mean_us", &T::response, &P::mean),
        column("service_mean_us", &T::service, &P::mean),
        column("response_p50_with_failures_us", &T::responseWithFailures, &P::p50),
        column("response_p95_with_failures_us", &T::responseWithFailures, &P::p95),
        column("response_p99_with_failures_us", &T::responseWithFailures, &P::p99),
        column("lag_p99_us", &T::lagP99Us),
        column("failed_local_resource", &T::localResource),
        column("failed_connect", &T::connect),
        column("failed_status", &T::badStatus),
        column("failed_assertion", &T::assertion),
        column("failed_session_lost", &T::sessionLost),
        column("false_revocations_per_1000", &T::falseRevocationsPer1000),
        column("new_connections", &T::newConnections),
        column("window_s", &T::windowS),
        column("users", &T::users),
        column("signed_in", &T::signedIn),
        column("sent_all_phases", &T::sentAllPhases),
        column("server_requests", &T::serverRequests),
        column("store_sessions", &T::storeSessions),
        column("app_cpu_us_per_request", &T::appCpuUsPerRequest),
        column("store_cpu_us_per_request", &T::storeCpuUsPerRequest),
        column("generator_cores", &T::generatorCores),
        column("app_cores", &T::appCores),
        column("store_cores", &T::storeCores),
        column("other_cores", &T::otherCores),
        column("app_idle_cores", &T::appIdleCores),
        column("store_idle_cores", &T::storeIdleCores),
        column("app_memory_bytes", &T::appMemoryBytes),
        column("store_memory_bytes", &T::storeMemoryBytes),
        column("bytes_per_session", &T::bytesPerSession),
        column("imbalance", &T::imbalance),
        column("seed", &T::seed),
        column("started_utc", &T::startedUtc),
    };
    return columns;
}

const Columns<SeriesRow>& seriesColumns()
{
    using S = SeriesRow;
    static const Columns<S> columns {
        column("trial", &S::trial),
        column("arm", &S::arm),
        column("t_s", &S::tS),
        column("metric", &S::metric),
        column("value", &S::value),
        column("unit", &S::unit),
    };
    return columns;
}

const Columns<EventRow>& eventColumns()
{
    using E = EventRow;
    static const Columns<E> columns {
        column("t_s", &E::tS),
        column("time_utc", &E::timeUtc),
        column("trial", &E::trial),
        column("source", &E::source),
        column("kind", &E::kind),
        column("text", &E::text),
    };
    return columns;
}

} // namespace ceteris::results
