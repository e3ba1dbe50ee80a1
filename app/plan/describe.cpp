// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/read.h"

using namespace Qt::StringLiterals;

namespace ceteris::plan {

QString describe(const Problem& problem)
{
    QString sentence = problem.key.isEmpty() ? problem.found : QString(problem.key + " is "_L1 + problem.found);
    if (!problem.allowed.isEmpty())
        sentence += "; allowed: "_L1 + problem.allowed;
    return sentence.endsWith(u'.') ? sentence : sentence + u'.';
}

QString describe(const Problem& problem, const QString& file)
{
    const QString place = problem.line > 0 ? u"%1:%2:"_s.arg(file).arg(problem.line) : QString(file + u':');
    return place + u' ' + describe(problem);
}

} // namespace ceteris::plan
