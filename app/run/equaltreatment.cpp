// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/gaterow.h"
#include "app/run/honesty.h"

#include <cmath>

namespace ceteris::run {
namespace {

double mean(std::uint64_t sum, std::uint64_t count)
{
    return count > 0 ? double(sum) / double(count) : 0;
}

double difference(double value, double reference)
{
    if (value == reference)
        return 0;
    return reference > 0 ? std::abs(value / reference - 1) : 1;
}

} // namespace

Treatment treatmentOf(const results::CheckRow& place, plan::LoadModel model, const load::LoadResult& load)
{
    const auto& measured = load.phases[std::size_t(load::Phase::Measure)].operations;
    const auto& refresh = measured[plan::index(plan::Operation::Refresh)];
    const auto& write = measured[plan::index(plan::Operation::Write)];
    Treatment treatment { place, model, load.scheduleHash, load.health.heldUp, 0, 0, {} };
    for (const auto operation : { plan::Operation::Refresh, plan::Operation::Write, plan::Operation::Visit })
        treatment.offered += measured[plan::index(operation)].counts.sent;
    treatment.formBytes = mean(load.health.bytesSent, write.counts.sent);
    treatment.pageBytes = mean(refresh.bytesReceived, refresh.counts.ok);
    return treatment;
}

std::vector<results::CheckRow> judgeEqualTreatment(const std::vector<Treatment>& arms)
{
    std::vector<results::CheckRow> rows;
    for (std::size_t i = 1; i < arms.size(); ++i) {
        const auto& arm = arms[i];
        const auto& first = arms.front();
        const auto hold
            = [&](const honesty::Gate& gate, double value) { rows.push_back(gateRow(arm.place, gate, value)); };
        hold(honesty::equalSchedule, arm.scheduleHash == first.scheduleHash ? 0 : 1);
        if (arm.model == plan::LoadModel::Rate)
            hold(honesty::equalSent, difference(double(arm.offered), double(first.offered)));
        if (arm.mapping != first.mapping)
            continue;
        hold(honesty::equalBytesSent, difference(arm.formBytes, first.formBytes));
        hold(honesty::equalBytesReceived, difference(arm.pageBytes, first.pageBytes));
    }
    return rows;
}

} // namespace ceteris::run
