// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <cstdint>

namespace ceteris::results {

// The sentences about results, in the language of the program that says them. Files of results are English: the engine
// writes them, and it has no translator.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(results)
};

bool isEnglish(); // they are said as the files say them

QString operationWord(const QString& operation); // in the files' own words: "login_page"
QString percent(double share); // "1.2 %", of its size; no more digits than it deserves
QString smallPercent(double share); // "0.0042 %": two digits, for rates of errors
QString signedPercent(double ratio); // of a ratio: "+3.1 %", "−1.8 %", "0 %"
bool isSame(double ratio); // whether percent() shows nothing of it
QString factor(double ratio); // "1.52"
QString grouped(std::uint64_t count); // "12 000"
QString seconds(double length); // "1 800 s", "0.5 s"

} // namespace ceteris::results
