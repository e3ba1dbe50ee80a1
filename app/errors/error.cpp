// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/errors/error.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ceteris {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(errors)
};

QString pattern(ErrorCode code)
{
    switch (code) {
    case ErrorCode::CannotReadFile:
        return Text::tr("Cannot read %1: %2.");
    case ErrorCode::CannotWriteFile:
        return Text::tr("Cannot write %1: %2.");
    case ErrorCode::ProgramMissing:
        return Text::tr("%1 is not installed; on Debian it comes with: apt install %2");
    case ErrorCode::ChildDidNotStart:
        return Text::tr("%1 did not start: %2.");
    case ErrorCode::ChildNotReady:
        return Text::tr("%1 was not ready after %2 s. Its last lines:\n%3");
    case ErrorCode::ChildFailed:
        return u"%1: %2"_s;
    case ErrorCode::ChildDied:
        return Text::tr("%1 ended in the middle of the work. Its last lines:\n%2");
    case ErrorCode::StoreUnreachable:
        return Text::tr("The session store at %1 does not answer: %2.");
    case ErrorCode::NotAResultsFolder:
        return Text::tr("%1 is not a results folder: %2 is missing.");
    case ErrorCode::ResultsFolderBusy:
        return Text::tr("%1 is being written by process %2; stop that experiment first.");
    case ErrorCode::ResultsFromOther:
        return Text::tr("%1 cannot be continued here: %2.");
    case ErrorCode::TargetUnreachable:
        return Text::tr("%1 does not answer: %2. Nothing was measured.");
    case ErrorCode::BadUrl:
        return Text::tr("%1 cannot be used as a target: %2.");
    case ErrorCode::LoadNotStarted:
        return Text::tr("The load generator did not start: %1.");
    case ErrorCode::PreflightFailed:
        return Text::tr("The experiment was not started. %1");
    case ErrorCode::EnvironmentUnfit:
        return u"%1"_s;
    case ErrorCode::SessionsLeaked:
        return Text::tr("The experiment was stopped in trial %2: \"%1\" showed a user the data of another one. What "
                        "was seen is in violations.csv.");
    case ErrorCode::TrialsKeepFailing:
        return Text::tr("%1 trials failed in a row; the experiment was given up. The last one: %2");
    case ErrorCode::TrialSkipped:
        return Text::tr("A person skipped it %1 s after it began.");
    case ErrorCode::TrialDidNotFail:
        return Text::tr("Trial %1 cannot be run again: only a failed one can, and of those there are: %2.");
    case ErrorCode::Stopped:
        return Text::tr("Stopped by %1.");
    }
    return Text::tr("Unknown error.");
}

} // namespace

QString describe(const Error& error)
{
    auto sentence = pattern(error.code);
    for (qsizetype i = 0; i < error.facts.size(); ++i)
        sentence.replace(u'%' + QString::number(i + 1), error.facts[i]);
    return sentence;
}

} // namespace ceteris
