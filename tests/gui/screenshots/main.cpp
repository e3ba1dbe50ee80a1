// SPDX-License-Identifier: GPL-3.0-or-later
// ceteris-screenshots OUT RESULTS… [--only TEXT]: every screen and state as <screen>-<state>-<size>-<theme>-<lang>.png.
#include "states.h"

#include "app/window/settings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace ceteris;
using namespace ceteris::screenshots;

namespace {

struct Look
{
    QSize size;
    QString theme;
    QString language;

    QString name() const { return u"%1x%2-%3-%4"_s.arg(size.width()).arg(size.height()).arg(theme, language); }
};

std::vector<Look> looks()
{
    std::vector<Look> all;
    for (const auto size : { QSize(1280, 800), QSize(1920, 1080) })
        for (const auto& theme : { u"light"_s, u"dark"_s })
            for (const auto& language : { u"en"_s, u"ko"_s })
                all.push_back({ size, theme, language });
    return all;
}

// A window of its own for each picture: no state leaks into the next one.
bool take(const State& state, const Look& look, const Material& material, const QString& root, const QDir& out)
{
    window::Settings settings;
    settings.set(window::key::resultsFolder, state.name == u"empty" ? QDir::home().filePath(u"Ceteris"_s) : root);
    settings.set(window::key::lastRun, state.name == u"idle" ? material.folders.front() : QString());
    window::StartOptions options;
    options.language = look.language;
    options.theme = look.theme;
    window::MainWindow window(options);
    window.resize(look.size);
    window.show();
    settle(20);
    auto* shown = state.show(window, material);
    settle(state.screen == u"results" || state.screen == u"compare" ? 600 : 150);
    const auto name = u"%1-%2-%3.png"_s.arg(state.screen, state.name, look.name());
    const bool saved = (shown ? shown : &window)->grab().save(out.filePath(name));
    if (shown)
        shown->close();
    return saved;
}

Material materialIn(const QString& root)
{
    QStringList folders;
    const QDir dir(root);
    for (const auto& name : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        if (dir.exists(name + u"/live.ndjson"_s))
            folders += dir.filePath(name);
    // The longest recording first: it has the most to show.
    std::sort(folders.begin(), folders.end(), [](const QString& a, const QString& b) {
        const auto size = [](const QString& folder) { return QFileInfo(folder + u"/live.ndjson"_s).size(); };
        return size(a) > size(b);
    });
    return { folders, Story(folders.value(0)) };
}

// A home that is nobody's: no path of this machine is in a picture. Empty: it cannot be made.
QString atHome(const QTemporaryDir& home, const QString& results)
{
    qputenv("HOME", home.path().toLocal8Bit());
    const auto root = home.filePath(u"Documents/Ceteris"_s);
    const bool made = QDir(home.path()).mkpath(u"Documents"_s) && QFile::link(results, root);
    return made ? root : QString();
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication::setApplicationName(u"Ceteris"_s);
    QApplication::setOrganizationName(u"Ceteris"_s);
    QApplication::setApplicationVersion(QStringLiteral(CETERIS_VERSION));
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"out"_s, u"Folder for the pictures"_s);
    parser.addPositionalArgument(u"results"_s, u"Folder of results folders"_s);
    parser.addOption({ u"only"_s, u"Pictures whose name contains this"_s, u"text"_s });
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 2)
        parser.showHelp(64);

    const QDir out(QDir(parser.positionalArguments().at(0)).absolutePath());
    const QTemporaryDir home;
    const auto root = atHome(home, QDir(parser.positionalArguments().at(1)).absolutePath());
    const auto material = materialIn(root);
    if (material.story.isEmpty() || !out.mkpath(u"."_s)) {
        std::fputs("there is no results folder with a recording, or the pictures cannot be written\n", stderr);
        return 1;
    }
    int pictures = 0;
    for (const auto& look : looks()) {
        for (const auto& state : states()) {
            const auto name = u"%1-%2-%3"_s.arg(state.screen, state.name, look.name());
            if (!name.contains(parser.value(u"only"_s)))
                continue;
            if (!take(state, look, material, root, out)) {
                std::fprintf(stderr, "%s could not be written\n", qPrintable(name));
                return 1;
            }
            ++pictures;
        }
    }
    std::printf("%d pictures in %s\n", pictures, qPrintable(out.absolutePath()));
    return 0;
}
