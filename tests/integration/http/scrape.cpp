// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/http/scrape.h"

#include <QStringBuilder>

namespace ceteris::test {

int metric(const metrics::ServerMetrics& metrics, const QByteArray& begin)
{
    const QByteArray text = '\n' + metrics.openMetrics({});
    const qsizetype at = text.indexOf(QByteArray('\n' + begin));
    const qsizetype value = text.indexOf(' ', at);
    return at < 0 ? 0 : text.mid(value, text.indexOf('\n', value) - value).trimmed().toInt();
}

int counted(const metrics::ServerMetrics& metrics, const QByteArray& route, int status)
{
    return metric(
        metrics, "ceteris_http_requests_total{route=\"" + route + "\",status=\"" + QByteArray::number(status) + "\"}");
}

} // namespace ceteris::test
