// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/service.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <sys/resource.h>

using namespace ceteris;
using namespace Qt::StringLiterals;

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

int main(int argc, char** argv)
{
    const auto command = server::readCommandLine(argc, argv);
    if (const auto* end = std::get_if<server::End>(&command))
        return end->exitCode;

    server::blockStopSignals();
    raiseFileLimit();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"ceteris-server"_s);
    const auto& start = std::get<server::Start>(command);
    if (start.verbose)
        QLoggingCategory::setFilterRules(u"ceteris.auth.info=true"_s);
    const server::Service service(start);
    return QCoreApplication::exec();
}
