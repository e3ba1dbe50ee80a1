// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace ceteris {

// What can go wrong outside a plan's text. The facts of each, in order, are in the comment.
enum class ErrorCode {
    CannotReadFile, // path, reason
    CannotWriteFile, // path, reason
    ProgramMissing, // program, Debian package
    ChildDidNotStart, // program, reason
    ChildNotReady, // program, seconds waited, last log lines
    ChildFailed, // program, sentence of the child itself
    ChildDied, // program, last log lines
    StoreUnreachable, // address, reason
    NotAResultsFolder, // path, what is missing
    ResultsFolderBusy, // path, process id
    ResultsFromOther, // path, what differs
    TargetUnreachable, // address, reason
    BadUrl, // url, reason
    LoadNotStarted, // reason
    PreflightFailed, // what stands in the way, as sentences
    EnvironmentUnfit, // why, as a sentence
    SessionsLeaked, // arm, trial
    TrialsKeepFailing, // how many in a row, reason of the last
    TrialSkipped, // seconds since it began
    TrialDidNotFail, // number, those that did
    Stopped, // by whom
};

struct Error
{
    ErrorCode code;
    QStringList facts;

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, QStringList facts)
{
    return tl::unexpected(Error { code, std::move(facts) });
}

// The one place where an error becomes a sentence: what happened, where, and what to do.
QString describe(const Error& error);

} // namespace ceteris
