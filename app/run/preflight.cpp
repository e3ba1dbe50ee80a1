// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/preflight.h"

#include "app/monitor/accounting.h"
#include "app/plan/schedule.h"
#include "app/run/guard.h"
#include "app/run/quiet.h"

#include <QDir>
#include <QStorageInfo>

#include <algorithm>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::run {
namespace {

constexpr double quietS = 10;
constexpr double shortQuietS = 2;
constexpr auto selfLoad = 1000ms;

// The generator takes all it may have.
monitor::Probed<double> descriptorLimit()
{
    rlimit limit {};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return monitor::unavailable(u"no RLIMIT_NOFILE"_s);
    return static_cast<double>(limit.rlim_max);
}

monitor::Probed<double> freeBytesAt(const QString& folder)
{
    QDir existing(folder);
    while (!existing.exists() && existing.cdUp()) { }
    const QStorageInfo storage(existing.exists() ? existing.path() : u"/"_s);
    if (!storage.isValid())
        return monitor::unavailable(u"no file system at "_s + folder);
    return static_cast<double>(storage.bytesAvailable());
}

// What has just been read is what is usual, so that nothing is unavailable for want of an earlier trial.
QString evidenceOf(const monitor::EnvironmentWindow& window)
{
    GuardHistory history;
    history.add(window);
    return evidence(judgeMachine(window, history.baseline(0)));
}

QStringView glyph(Readiness readiness)
{
    switch (readiness) {
    case Readiness::Ok:
        return u"✔";
    case Readiness::Warn:
        return u"⚠";
    case Readiness::Fail:
        return u"✖";
    case Readiness::Unavailable:
        break;
    }
    return u"–";
}

} // namespace

PreflightNeeds preflightNeeds(const plan::Plan& plan, const CpuSets& cpus, const QString& folder)
{
    PreflightNeeds needs;
    needs.folder = folder;
    needs.cpus = cpus;
    needs.quietWaitS = plan.guard.quietWaitS;
    for (const auto& level : plan.levels)
        needs.connections = std::max(needs.connections, level.users);
    needs.bytes = plan::experimentBytes(plan);
    return needs;
}

bool Preflight::mayStart() const
{
    return std::none_of(rows.begin(), rows.end(), [](const auto& row) { return row.readiness == Readiness::Fail; });
}

Preflight runPreflight(const PreflightNeeds& needs, const PreflightHooks& hooks)
{
    Preflight preflight;
    preflight.accounting = monitor::detectAccounting(selfLoad);
    QuietOptions options;
    options.environment.cpus = allOf(needs.cpus);
    options.environment.accounting = preflight.accounting;
    options.canaryCpus = needs.cpus.server;
    options.quietS = std::clamp(needs.quietWaitS, shortQuietS, quietS);
    options.waitS = needs.quietWaitS;
    const auto quiet = waitUntilQuiet(options, hooks);

    PreflightFacts facts;
    facts.window = quiet.window;
    facts.window.accounting = preflight.accounting;
    facts.gauges = monitor::readGauges(monitor::FileTree(), options.environment.cpus);
    facts.canaryDrift = quiet.canaryDrift;
    facts.descriptors = descriptorLimit();
    facts.freeBytes = freeBytesAt(needs.folder);
    preflight.rows = judgePreflight(facts, needs);
    preflight.evidence = evidenceOf(facts.window);
    preflight.canaryUs = quiet.window.canaryUs;
    preflight.stopped = quiet.stopped;
    return preflight;
}

QString preflightText(const std::vector<PreflightRow>& rows, const QString& evidence)
{
    qsizetype nameWidth = 0;
    qsizetype valueWidth = 0;
    for (const auto& row : rows) {
        nameWidth = std::max(nameWidth, row.name.size());
        if (row.readiness != Readiness::Unavailable) // reasons are long, and nothing stands after them
            valueWidth = std::max(valueWidth, row.value.size());
    }
    QString text;
    for (const auto& row : rows) {
        QString line = glyph(row.readiness) + u' ' + row.name.leftJustified(nameWidth) + u"  "_s;
        line += row.value.leftJustified(valueWidth);
        if (!row.limit.isEmpty() && row.readiness != Readiness::Unavailable)
            line += u"  limit "_s + row.limit;
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
        if (row.readiness == Readiness::Warn || row.readiness == Readiness::Fail)
            text += u"    Why: "_s + row.why + u"\n    Mend: "_s + row.mend + u'\n';
    }
    return QString(text + u"Environment evidence: "_s + evidence + u".\n"_s);
}

} // namespace ceteris::run
