// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/startoptions.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace ceteris::window {
namespace {

const QStringList pageNames { u"plan"_s, u"live"_s, u"results"_s, u"compare"_s };
const QStringList themes { u"system"_s, u"light"_s, u"dark"_s };
const QStringList languages { u"en"_s, u"ko"_s };

QString absolute(const QString& path)
{
    const QFileInfo file(path);
    return file.exists() ? file.absoluteFilePath() : path;
}

// One of a few words; anything else ends the program with the words there are.
QString oneOf(const QCommandLineParser& parser, const QString& option, const QStringList& allowed)
{
    const auto value = parser.value(option);
    if (parser.isSet(option) && !allowed.contains(value)) {
        const auto sentence = u"ceteris: --%1 is \"%2\"; allowed: %3.\n"_s.arg(option, value, allowed.join(u", "_s));
        fputs(qPrintable(sentence), stderr);
        exit(64);
    }
    return value;
}

bool anyOf(int argc, char* argv[], std::initializer_list<std::string_view> wanted)
{
    return std::any_of(argv + 1, argv + argc,
        [&](std::string_view given) { return std::find(wanted.begin(), wanted.end(), given) != wanted.end(); });
}

} // namespace

bool asksForTextOnly(int argc, char* argv[])
{
    return anyOf(argc, argv, { "--help", "-h", "--help-all", "--version", "-v" });
}

QString noDisplay(int argc, char* argv[])
{
    const bool chosen = qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || anyOf(argc, argv, { "-platform" });
    if (chosen || !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        return {};
    return u"ceteris: there is no display to open a window on. ceteris-cli does the same in a terminal.\n"_s;
}

StartOptions startOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Controlled load experiments on session-based authentication."_s);
    parser.addPositionalArgument(
        u"files"_s, u"Plans (*.ceteris.toml), names of presets, results folders"_s, u"[FILES…]"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    QCommandLineOption benchStart(u"bench-start"_s);
    benchStart.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({ { u"new-instance"_s, u"Open a window of its own even if there is one"_s },
        { u"page"_s, u"Show this page first: plan, live, results, compare"_s, u"page"_s },
        { u"lang"_s, u"Language of this window: en, ko"_s, u"language"_s },
        { u"theme"_s, u"Theme of this window: system, light, dark"_s, u"theme"_s },
        { u"replay"_s, u"Replay a results folder or a recording"_s, u"path"_s },
        { u"demo"_s, u"Begin in demo mode, for a projector"_s }, benchStart });
    parser.process(arguments);
    StartOptions options;
    for (const auto& file : parser.positionalArguments())
        options.files.append(absolute(file));
    options.newInstance = parser.isSet(u"new-instance"_s);
    options.page = oneOf(parser, u"page"_s, pageNames);
    options.language = oneOf(parser, u"lang"_s, languages);
    options.theme = oneOf(parser, u"theme"_s, themes);
    options.replay = parser.isSet(u"replay"_s) ? absolute(parser.value(u"replay"_s)) : QString();
    options.demo = parser.isSet(u"demo"_s);
    options.benchStart = parser.isSet(benchStart);
    return options;
}

} // namespace ceteris::window
