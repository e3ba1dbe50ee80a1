// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/planfile.h"

#include "app/plan/read.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace ceteris::cli {
namespace {

tl::expected<QByteArray, QString> textOf(const QString& name)
{
    if (const auto preset = plan::preset(name); !preset.isEmpty() && !QFileInfo::exists(name))
        return preset;
    QFile file(name);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    return tl::unexpected(u"Cannot open the plan %1: %2. Shipped plans: %3."_s.arg(
        name, file.errorString(), plan::presetNames().join(u", "_s)));
}

} // namespace

tl::expected<PlanFile, QString> openPlan(const QString& fileOrPreset)
{
    const auto text = textOf(fileOrPreset);
    if (!text)
        return tl::unexpected(text.error());
    auto reading = plan::read(*text);
    if (reading.ok())
        return PlanFile { std::move(reading.plan), *text };
    QStringList problems;
    for (const auto& problem : reading.problems)
        problems.append(plan::describe(problem, fileOrPreset));
    return tl::unexpected(problems.join(u'\n'));
}

} // namespace ceteris::cli
