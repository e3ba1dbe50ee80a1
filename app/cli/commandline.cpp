// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "app/cli/commands.h"
#include "app/cli/signals.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace ceteris::cli {
namespace {

constexpr auto examples = R"(Examples:
  ceteris-cli run quick-look                       two session stores compared in about 90 s
  ceteris-cli presets --show blog > my.ceteris.toml  start your own plan from a shipped one
  ceteris-cli check my.ceteris.toml                every problem of a plan, and how long it will take
  ceteris-cli calibrate my.ceteris.toml            find the warm-up; --aa: what can this machine resolve?
  ceteris-cli run my.ceteris.toml --output results
  ceteris-cli resume results/20260131T101500Z-my   go on after a stop, a crash or a power cut
  ceteris-cli export results/20260131T101500Z-my --format html
  ceteris-cli import other/20260131T101500Z-my.zip k6.json run_stats.csv --into results
  ceteris-cli load http://127.0.0.1:8080/ --users 50 --duration 10 --json

Exit codes: 0 done, 1 the decision says worse, 2 no verdict possible or stopped, 3 could not run, 64 usage.)";

QString text(const std::string& value)
{
    return QString::fromLocal8Bit(value.c_str());
}

// What the parser fills; one member for each option of each command.
struct Arguments
{
    std::string plan, output = "results", folder, format, exportOutput, preset, url, think = "0", junit;
    std::vector<std::string> imported;
    bool events = false, json = false, withItself = false, withoutPreflight = false;
    double pilotS = 240;
    std::vector<int> again;
    LoadOptions load;
    double duration = 10;
};

using Command = std::function<ExitCode(const run::StopSignal&)>;

void addPreflightFlag(CLI::App& sub, Arguments& a)
{
    sub.add_flag("--no-preflight", a.withoutPreflight,
        "Start at once, asking nothing of the machine: limits that stand on its idle floor become unavailable");
}

void addJUnit(CLI::App& sub, Arguments& a)
{
    sub.add_option("--junit", a.junit, "Write the decision as JUnit XML, for a CI server");
}

void addPreflight(CLI::App& app, Arguments& a, Command& command)
{
    auto* sub = app.add_subcommand("preflight", "Ask the machine what a plan needs of it; run no trial");
    sub->add_option("plan", a.plan, "A plan file or the name of a preset")->required();
    sub->add_flag("--events", a.events, "Print the event stream (one JSON object a line) instead of the list");
    sub->callback([&] { command = [&](const auto& stop) { return preflight(text(a.plan), a.events, stop); }; });
}

void addRun(CLI::App& app, Arguments& a, Command& command)
{
    auto* sub = app.add_subcommand("run", "Run the experiment of a plan");
    sub->add_option("plan", a.plan, "A plan file (*.ceteris.toml) or the name of a preset")->required();
    sub->add_option("-o,--output", a.output, "Where the results folder is made")->capture_default_str();
    sub->add_flag("--events", a.events, "Print the event stream (one JSON object a line) instead of progress");
    addPreflightFlag(*sub, a);
    addJUnit(*sub, a);
    sub->callback([&] {
        command = [&](const auto& stop) {
            return run({ text(a.plan), text(a.output), a.events, !a.withoutPreflight, text(a.junit) }, stop);
        };
    });
}

void addCalibrate(CLI::App& app, Arguments& a, Command& command)
{
    auto* sub = app.add_subcommand("calibrate", "Find the warm-up in a pilot and write it into the plan");
    sub->add_option("plan", a.plan, "A plan file or the name of a preset")->required();
    sub->add_option("-o,--output", a.output, "Where the results folder is made")->capture_default_str();
    sub->add_option(
           "--pilot-s", a.pilotS, "Length of a pilot trial in seconds; doubled up to 960 if it does not settle")
        ->check(CLI::Range(20.0, 960.0))
        ->capture_default_str();
    sub->add_flag("--aa", a.withItself,
        "Compare the control with itself instead: what can this machine tell apart, how often does it err?");
    sub->callback([&] {
        command = [&](const auto& stop) {
            return calibrate({ text(a.plan), text(a.output), a.pilotS, a.withItself }, stop);
        };
    });
}

void addResume(CLI::App& app, Arguments& a, Command& command)
{
    auto* sub = app.add_subcommand("resume", "Go on with an experiment that was cut off: same schedule, same seed");
    sub->add_option("folder", a.folder, "Its results folder")->required();
    sub->add_flag("--events", a.events, "Print the event stream instead of progress");
    sub->add_option("--again", a.again, "A failed trial whose block is run again, behind all others; may be repeated")
        ->allow_extra_args(false);
    addPreflightFlag(*sub, a);
    addJUnit(*sub, a);
    sub->callback([&] {
        command = [&](const auto& stop) {
            return resume({ text(a.folder), {}, a.events, !a.withoutPreflight, text(a.junit), a.again }, stop);
        };
    });
}

void addAnalyse(CLI::App& app, Arguments& a, Command& command)
{
    auto* sub = app.add_subcommand("analyse", "Compare the arms again from the files of a results folder");
    sub->add_option("folder", a.folder, "A results folder")->required();
    addJUnit(*sub, a);
    sub->callback([&] { command = [&](const auto&) { return analyse(text(a.folder), text(a.junit)); }; });
}

void addCheck(CLI::App& app, Arguments& a, Command& command)
{
    auto* sub = app.add_subcommand("check", "Say every problem of a plan at once; start nothing");
    sub->add_option("plan", a.plan, "A plan file or the name of a preset")->required();
    sub->callback([&] { command = [&](const auto&) { return check(text(a.plan)); }; });
}

void addPresets(CLI::App& app, Arguments& a, Command& command)
{
    auto* sub = app.add_subcommand("presets", "List the shipped plans");
    sub->add_option("--show", a.preset, "Print this one");
    sub->callback([&] { command = [&](const auto&) { return presets(text(a.preset)); }; });
}

void addExport(CLI::App& app, Arguments& a, Command& command)
{
    auto* sub = app.add_subcommand("export", "Write results in the format of another tool");
    sub->add_option("folder", a.folder, "A results folder")->required();
    sub->add_option("--format", a.format,
           "html: one file to read, print and send; csv: all tables; locust: its CSV files; hgrm: for the HdrHistogram "
           "plotter; jtl: for JMeter")
        ->required()
        ->check(CLI::IsMember({ "html", "csv", "locust", "hgrm", "jtl" }));
    sub->add_option("-o,--output", a.exportOutput,
        "The file (html, csv as X.zip) or folder to write (default: in the results folder)");
    sub->callback([&] {
        command = [&](const auto&) { return exportResults({ text(a.folder), text(a.format), text(a.exportOutput) }); };
    });
}

void addImport(CLI::App& app, Arguments& a, Command& command)
{
    auto* sub = app.add_subcommand("import", "Bring results from elsewhere into the folder for results");
    sub->add_option("file", a.imported,
           "A results folder, its CSV bundle or another .zip of it; k6's --out json (also .gz); one of the tables of "
           "Locust's --csv")
        ->required();
    sub->add_option("--into", a.output, "Where the results folder is made")->capture_default_str();
    sub->callback([&] {
        command = [&](const auto& stop) {
            QStringList files;
            for (const auto& file : a.imported)
                files += text(file);
            return importFiles({ files, text(a.output) }, stop);
        };
    });
}

ExitCode startLoad(Arguments& a, const run::StopSignal& stop)
{
    auto& spec = a.load.spec;
    a.load.url = text(a.url);
    a.load.json = a.json;
    spec.timeline.measureS = a.duration;
    spec.timeline.drainS = spec.timeoutS;
    if (spec.ratePerS > 0)
        spec.model = plan::LoadModel::Rate;
    if (!parseThink(text(a.think), spec.thinkMinS, spec.thinkMaxS)) {
        std::fprintf(
            stderr, "--think is \"%s\"; it must be seconds or a range of seconds, like 1 or 0.5-3.\n", a.think.c_str());
        return Usage;
    }
    return load(std::move(a.load), stop);
}

void addLoad(CLI::App& app, Arguments& a, Command& command)
{
    auto* sub = app.add_subcommand("load", "Drive any URL with the same generator: to calibrate, to compare tools");
    auto& spec = a.load.spec;
    sub->add_option("url", a.url, "http://host:port/path")->required();
    sub->add_option("-u,--users", spec.users, "Virtual users, one connection each")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    sub->add_option("--think", a.think, "Seconds between an answer and the next request: 1 or 0.5-3")
        ->capture_default_str();
    sub->add_option("--rate", spec.ratePerS, "Requests a second over all users on a fixed schedule, instead of --think")
        ->check(CLI::PositiveNumber);
    sub->add_option("-d,--duration", a.duration, "Seconds")->check(CLI::PositiveNumber)->capture_default_str();
    sub->add_option("--warmup", spec.timeline.warmupS, "Seconds before them that do not count")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    sub->add_option("--timeout", spec.timeoutS, "Seconds for one request")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    sub->add_option("-t,--threads", spec.threads, "Threads of the generator")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    sub->add_option("--seed", spec.seed, "Of think times and arrivals")->capture_default_str();
    sub->add_flag("--json", a.json, "Print the result as JSON");
    sub->callback([&] { command = [&](const auto& stop) { return startLoad(a, stop); }; });
}

} // namespace

int runCommandLine(int argc, char** argv)
{
    CLI::App app("Controlled load experiments on session-based authentication", "ceteris-cli");
    app.footer(examples);
    app.set_version_flag("--version", CETERIS_VERSION);
    app.require_subcommand(1);
    Arguments arguments;
    Command command;
    addRun(app, arguments, command);
    addCheck(app, arguments, command);
    addPreflight(app, arguments, command);
    addCalibrate(app, arguments, command);
    addResume(app, arguments, command);
    addAnalyse(app, arguments, command);
    addLoad(app, arguments, command);
    addPresets(app, arguments, command);
    addExport(app, arguments, command);
    addImport(app, arguments, command);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? Done : Usage;
    }
    return command(installSignals());
}

} // namespace ceteris::cli
