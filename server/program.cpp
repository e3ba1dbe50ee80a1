// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/program.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace ceteris::server {
namespace {

// Every connection is a file: take as many as we may have.
void raiseFileLimit()
{
    rlimit files {};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

} // namespace

int runProgram(int argc, char** argv, const Parts& parts)
{
    const auto command = readCommandLine(argc, argv);
    if (const auto* end = std::get_if<End>(&command))
        return end->exitCode;

    blockStopSignals();
    raiseFileLimit();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"ceteris-server"_s);
    const auto& start = std::get<Start>(command);
    if (start.verbose)
        QLoggingCategory::setFilterRules(u"ceteris.auth.info=true"_s);
    const Service service(start, parts);
    return QCoreApplication::exec();
}

} // namespace ceteris::server
