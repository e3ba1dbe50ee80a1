// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/openmetrics.h"

#include <QLocale>
#include <QString>

#include <cmath>

namespace ceteris::metrics {
namespace {

QByteArrayView view(std::string_view text)
{
    return { text.data(), static_cast<qsizetype>(text.size()) };
}

QByteArray escaped(std::string_view text)
{
    return view(text).toByteArray().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

// Counts in full, everything else as short as it reads back.
QByteArray number(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    constexpr double exactIntegers = 9007199254740992.0;
    if (std::trunc(value) == value && std::abs(value) < exactIntegers)
        return QByteArray::number(static_cast<qint64>(value));
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace

void OpenMetricsText::family(std::string_view name, std::string_view type, std::string_view unit, std::string_view help)
{
    m_family = view(name).toByteArray();
    m_text += "# TYPE " + m_family + ' ' + view(type) + '\n';
    if (!unit.empty())
        m_text += "# UNIT " + m_family + ' ' + view(unit) + '\n';
    m_text += "# HELP " + m_family + ' ' + escaped(help) + '\n';
}

void OpenMetricsText::sample(std::string_view suffix, const std::vector<Label>& labels, double value)
{
    m_text += m_family + view(suffix);
    char separator = '{';
    for (const auto& [name, text] : labels) {
        m_text += separator + view(name).toByteArray() + "=\"" + escaped(text) + '"';
        separator = ',';
    }
    m_text += (labels.empty() ? " " : "} ") + number(value) + '\n';
}

QByteArray OpenMetricsText::finish()
{
    m_text += "# EOF\n";
    return std::move(m_text);
}

} // namespace ceteris::metrics
