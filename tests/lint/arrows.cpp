// SPDX-License-Identifier: GPL-3.0-or-later
#include "arrows.h"

#include "sourcetree.h"

#include <QDir>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace ceteris::lint {
namespace {

// Which folders a folder may include from, besides itself. A folder that is not here may not have sources.
const QHash<QString, QStringList>& arrows()
{
    static const QStringList facts { u"app/errors"_s, u"app/plan"_s, u"app/stats"_s, u"server/contract"_s,
        u"server/metrics"_s };
    static const QStringList engine
        = facts + QStringList { u"app/load"_s, u"app/monitor"_s, u"app/services"_s, u"app/results"_s };
    static const QStringList views { u"widgets/chart"_s, u"widgets/table"_s, u"widgets/input"_s, u"widgets/shell"_s };
    static const QStringList read = facts + QStringList { u"app/results"_s };
    static const QStringList server { u"server/contract"_s, u"server/metrics"_s, u"server/http"_s, u"server/users"_s,
        u"server/sessions"_s };
    static const QHash<QString, QStringList> table {
        { u"server/contract"_s, {} },
        { u"server/metrics"_s, { u"server/contract"_s } },
        { u"server/http"_s, { u"server/contract"_s, u"server/metrics"_s } },
        { u"server/sql"_s, { u"server/contract"_s } },
        { u"server/users"_s, { u"server/contract"_s, u"server/sql"_s } },
        { u"server/sessions"_s, { u"server/contract"_s, u"server/sql"_s } },
        { u"server/auth"_s, server },
        { u"server"_s, server + QStringList { u"server/auth"_s } },
        { u"widgets/chart"_s, views },
        { u"widgets/table"_s, views },
        { u"widgets/input"_s, views },
        { u"widgets/shell"_s, views },
        { u"app/errors"_s, {} },
        { u"app/plan"_s, { u"app/errors"_s } },
        { u"app/stats"_s, {} },
        { u"app/load"_s, facts },
        { u"app/redis"_s, { u"app/errors"_s, u"server/contract"_s } },
        { u"app/monitor"_s, facts + QStringList { u"app/redis"_s } },
        { u"app/services"_s, facts + QStringList { u"app/redis"_s } },
        { u"app/results"_s, facts },
        { u"app/run"_s, engine },
        { u"app/cli"_s, engine + QStringList { u"app/run"_s } },
        { u"app/models"_s, read },
        { u"app/pages"_s, read + views + QStringList { u"app/models"_s } },
        { u"app/window"_s, read + views + QStringList { u"app/models"_s, u"app/pages"_s } },
        { u"app"_s, facts + QStringList { u"app/window"_s } },
    };
    return table;
}

// "server/http/x.h" and "server/sessions/stores/x.h" belong to server/http and server/sessions, "app/main.cpp" to app.
QString folderOf(const QString& path)
{
    return path.section(u'/', 0, std::min(path.count(u'/') - 1, qsizetype(1)));
}

bool isGenerated(const QString& included)
{
    return included.endsWith(".moc"_L1) || included.startsWith("moc_"_L1) || included.startsWith("ui_"_L1);
}

std::optional<QString> objectionToOurs(const QString& file, const QString& included)
{
    if (isGenerated(included))
        return std::nullopt;
    const auto from = folderOf(file);
    if (!arrows().contains(from))
        return u"%1 is no folder of the design"_s.arg(from);
    if (!included.contains(u'/'))
        return u"it is not written from the root"_s;
    const auto to = folderOf(included);
    if (to == from || arrows().value(from).contains(to))
        return std::nullopt;
    return u"%1 may not know %2"_s.arg(from, to);
}

std::optional<QString> objectionToSystem(const QString& file, const QString& included)
{
    static const QRegularExpression httpServer(u"^(QtHttpServer/|QtHttpServer$|QHttpServer|QAbstractHttpServer)"_s);
    const auto from = folderOf(file);
    if (from != "server/http"_L1 && httpServer.match(included).hasMatch())
        return u"only server/http may know QtHttpServer"_s;
    if (from == "app/stats"_L1 && included.startsWith(u'Q'))
        return u"app/stats knows the standard library only"_s;
    return std::nullopt;
}

} // namespace

QStringList crossedArrows(const QString& root)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"_s);
    QStringList sentences;
    for (const auto& file : filesIn(root, { u"server"_s, u"app"_s, u"widgets"_s }, { u"*.h"_s, u"*.cpp"_s })) {
        int number = 0;
        for (const auto& line : linesOf(QDir(root).filePath(file))) {
            ++number;
            const auto match = include.match(line);
            if (!match.hasMatch())
                continue;
            const auto included = match.captured(2);
            // Angle brackets around one of our own headers do not hide it.
            const auto ours = match.captured(1) == u"\"" || arrows().contains(folderOf(included));
            if (const auto objection = ours ? objectionToOurs(file, included) : objectionToSystem(file, included))
                sentences += u"%1:%2: includes %3: %4."_s.arg(file).arg(number).arg(included, *objection);
        }
    }
    return sentences;
}

} // namespace ceteris::lint
