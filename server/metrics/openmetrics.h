// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>
#include <utility>
#include <vector>

namespace ceteris::metrics {

using Label = std::pair<std::string_view, std::string_view>;

// Writes OpenMetrics 1.0 text: a family, then its samples, then the next family.
class OpenMetricsText
{
public:
    void family(std::string_view name, std::string_view type, std::string_view unit, std::string_view help);
    void sample(std::string_view suffix, const std::vector<Label>& labels, double value);
    QByteArray finish(); // with the end mark

private:
    QByteArray m_text;
    QByteArray m_family;
};

} // namespace ceteris::metrics
