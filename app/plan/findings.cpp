// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/findings.h"

#include <algorithm>

namespace ceteris::plan {
namespace {

bool isInside(const QString& key, const QString& outer)
{
    return key.size() > outer.size() && key.startsWith(outer)
        && (key[outer.size()] == u'.' || key[outer.size()] == u'[');
}

QString tableAround(const QString& key)
{
    return key.left(std::max({ key.lastIndexOf(u'.'), key.lastIndexOf(u'['), qsizetype(0) }));
}

} // namespace

void Findings::place(const QString& key, int line)
{
    m_lines.insert(key, line);
}

void Findings::add(const QString& key, const QString& found, const QString& allowed)
{
    m_problems.push_back({ line(key), key, found, allowed });
}

bool Findings::sound(const QString& key) const
{
    return std::ranges::none_of(m_problems, [&](const Problem& problem) {
        return problem.key == key || isInside(key, problem.key) || isInside(problem.key, key);
    });
}

int Findings::line(const QString& key) const
{
    for (auto at = key; !at.isEmpty(); at = tableAround(at)) {
        if (const auto found = m_lines.constFind(at); found != m_lines.cend())
            return *found;
    }
    return 0;
}

std::vector<Problem> Findings::inOrderOfLines() const
{
    auto problems = m_problems;
    std::ranges::stable_sort(problems, {}, &Problem::line);
    return problems;
}

} // namespace ceteris::plan
