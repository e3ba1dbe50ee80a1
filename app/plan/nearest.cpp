// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace ceteris::plan {
namespace {

// Edits (insert, remove, replace one character) from one word to the other.
qsizetype distance(const QString& from, const QString& to)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(to.size()) + 1);
    std::iota(row.begin(), row.end(), qsizetype(0));
    for (qsizetype i = 1; i <= from.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const auto same = from[i - 1] == to[static_cast<qsizetype>(j) - 1];
            const auto replaced = diagonal + (same ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({ replaced, row[j] + 1, row[j - 1] + 1 });
        }
    }
    return row.back();
}

} // namespace

QString nearest(const QString& typed, const QStringList& words)
{
    QString best;
    auto bestDistance = std::max(qsizetype(1), typed.size() / 3) + 1;
    if (typed.size() > 64)
        return best;
    for (const auto& word : words) {
        if (const auto edits = distance(typed.toLower(), word); edits < bestDistance) {
            best = word;
            bestDistance = edits;
        }
    }
    return best;
}

} // namespace ceteris::plan
