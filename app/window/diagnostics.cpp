// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/diagnostics.h"

#include "app/models/livestate.h"

#include <QSaveFile>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace ceteris::window {
namespace {

QString textOf(const models::LiveState& state, const QByteArray& plan)
{
    QStringList lines { u"Ceteris %1, Qt %2"_s.arg(QStringLiteral(CETERIS_VERSION), QString::fromLatin1(qVersion())),
        u"%1, %2 %3"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion()), QString(),
        u"[failure]"_s, state.failure, QString(), u"[engine]"_s };
    lines += state.lastLines;
    lines += { QString(), u"[log]"_s };
    for (const auto& row : state.log)
        lines += u"%1 %2"_s.arg(row.timeUtc, models::logText(row));
    lines += { QString(), u"[plan]"_s, QString::fromUtf8(plan) };
    return lines.join(u'\n');
}

} // namespace

Result<void> saveDiagnostics(const QString& path, const models::LiveState& state, const QByteArray& plan)
{
    QSaveFile file(path);
    const auto text = textOf(state, plan).toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return fail(ErrorCode::CannotWriteFile, { path, file.errorString() });
}

} // namespace ceteris::window
