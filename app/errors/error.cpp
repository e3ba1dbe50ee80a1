// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/errors/error.h"

using namespace Qt::StringLiterals;

namespace ceteris {
namespace {

QString pattern(ErrorCode code)
{
    switch (code) {
    case ErrorCode::CannotReadFile:
        return u"Cannot read %1: %2."_s;
    case ErrorCode::CannotWriteFile:
        return u"Cannot write %1: %2."_s;
    case ErrorCode::ProgramMissing:
        return u"%1 is not installed; on Debian it comes with: apt install %2"_s;
    case ErrorCode::ChildDidNotStart:
        return u"%1 did not start: %2."_s;
    case ErrorCode::ChildNotReady:
        return u"%1 was not ready after %2 s. Its last lines:\n%3"_s;
    case ErrorCode::ChildFailed:
        return u"%1: %2"_s;
    case ErrorCode::ChildDied:
        return u"%1 ended in the middle of the work. Its last lines:\n%2"_s;
    case ErrorCode::StoreUnreachable:
        return u"The session store at %1 does not answer: %2."_s;
    case ErrorCode::NotAResultsFolder:
        return u"%1 is not a results folder: %2 is missing."_s;
    case ErrorCode::ResultsFolderBusy:
        return u"%1 is being written by process %2; stop that experiment first."_s;
    case ErrorCode::ResultsFromOther:
        return u"%1 cannot be continued here: %2."_s;
    case ErrorCode::TargetUnreachable:
        return u"%1 does not answer: %2. Nothing was measured."_s;
    case ErrorCode::BadUrl:
        return u"%1 cannot be used as a target: %2."_s;
    case ErrorCode::LoadNotStarted:
        return u"The load generator did not start: %1."_s;
    case ErrorCode::PreflightFailed:
        return u"The experiment was not started. %1"_s;
    case ErrorCode::EnvironmentUnfit:
        return u"%1"_s;
    case ErrorCode::SessionsLeaked:
        return u"The experiment was stopped in trial %2: \"%1\" showed a user the data of another one. What was seen "
               u"is "
               "in violations.csv."_s;
    case ErrorCode::TrialsKeepFailing:
        return u"%1 trials failed in a row; the experiment was given up. The last one: %2"_s;
    case ErrorCode::Stopped:
        return u"Stopped by %1."_s;
    }
    return u"Unknown error."_s;
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
