// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/serverprobe.h"

#include "server/contract/names.h"

#include <QUrl>

namespace ceteris::monitor {

using Clock = std::chrono::steady_clock;

QString metricsUrl(const QString& url)
{
    auto parsed = QUrl(url);
    if (parsed.path().size() > 1)
        return url;
    parsed.setPath(QString::fromLatin1(contract::path::metrics.data(), qsizetype(contract::path::metrics.size())));
    return parsed.toString();
}

ServerProbe::ServerProbe(const std::vector<QString>& urls)
{
    for (const auto& url : urls)
        m_urls.push_back(metricsUrl(url));
}

std::optional<ServerTotals> ServerProbe::totals(std::chrono::milliseconds timeout)
{
    const auto end = Clock::now() + timeout;
    ServerTotals totals;
    for (const auto& url : m_urls) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        const auto text = left.count() > 0 ? m_http.get(url, left) : std::nullopt;
        if (!text || !addInstance(totals, *text))
            return std::nullopt;
    }
    return totals;
}

void ServerProbe::look(Sample& sample, std::chrono::milliseconds timeout)
{
    if (m_urls.empty())
        return;
    auto now = totals(timeout);
    if (!now)
        return;
    const auto time = Clock::now();
    addServerLevels(sample, *now);
    if (m_before)
        addServerRates(sample, *m_before, *now, std::chrono::duration<double>(time - m_beforeTime).count());
    m_before = std::move(now);
    m_beforeTime = time;
}

} // namespace ceteris::monitor
