// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/livewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <span>

namespace ceteris::models {
namespace {

struct Word
{
    const char* name;
    const char* text;
};

constexpr std::array phases {
    Word { "restart", QT_TRANSLATE_NOOP("ceteris::models", "restart") },
    Word { "idle", QT_TRANSLATE_NOOP("ceteris::models", "idle") },
    Word { "login", QT_TRANSLATE_NOOP("ceteris::models", "login") },
    Word { "warmup", QT_TRANSLATE_NOOP("ceteris::models", "warm-up") },
    Word { "measure", QT_TRANSLATE_NOOP("ceteris::models", "measure") },
    Word { "logout", QT_TRANSLATE_NOOP("ceteris::models", "logout") },
    Word { "drain", QT_TRANSLATE_NOOP("ceteris::models", "drain") },
    Word { "washout", QT_TRANSLATE_NOOP("ceteris::models", "washout") },
    Word { "probes", QT_TRANSLATE_NOOP("ceteris::models", "probes") },
};

constexpr std::array sources {
    Word { "run", QT_TRANSLATE_NOOP("ceteris::models", "experiment") },
    Word { "guard", QT_TRANSLATE_NOOP("ceteris::models", "guard") },
    Word { "generator", QT_TRANSLATE_NOOP("ceteris::models", "generator") },
    Word { "warmup", QT_TRANSLATE_NOOP("ceteris::models", "warm-up") },
    Word { "oracle", QT_TRANSLATE_NOOP("ceteris::models", "oracle") },
    Word { "fault", QT_TRANSLATE_NOOP("ceteris::models", "fault") },
    Word { "server", QT_TRANSLATE_NOOP("ceteris::models", "server") },
    Word { "user", QT_TRANSLATE_NOOP("ceteris::models", "user") },
};

constexpr std::array operations {
    Word { "all_requests", QT_TRANSLATE_NOOP("ceteris::models", "all requests") },
    Word { "image", QT_TRANSLATE_NOOP("ceteris::models", "image") },
    Word { "renew", QT_TRANSLATE_NOOP("ceteris::models", "renew") },
    Word { "visit", QT_TRANSLATE_NOOP("ceteris::models", "visit") },
    Word { "login_page", QT_TRANSLATE_NOOP("ceteris::models", "login page") },
    Word { "login", QT_TRANSLATE_NOOP("ceteris::models", "login") },
    Word { "refresh", QT_TRANSLATE_NOOP("ceteris::models", "refresh") },
    Word { "write", QT_TRANSLATE_NOOP("ceteris::models", "write") },
    Word { "logout", QT_TRANSLATE_NOOP("ceteris::models", "logout") },
};

constexpr std::array stages {
    Word { "read", QT_TRANSLATE_NOOP("ceteris::models", "read request") },
    Word { "session_load", QT_TRANSLATE_NOOP("ceteris::models", "load session") },
    Word { "user_lookup", QT_TRANSLATE_NOOP("ceteris::models", "look up user") },
    Word { "password_hash", QT_TRANSLATE_NOOP("ceteris::models", "password hash") },
    Word { "handler", QT_TRANSLATE_NOOP("ceteris::models", "handler") },
    Word { "serialise", QT_TRANSLATE_NOOP("ceteris::models", "serialise") },
    Word { "session_save", QT_TRANSLATE_NOOP("ceteris::models", "save session") },
    Word { "write", QT_TRANSLATE_NOOP("ceteris::models", "write response") },
};

QString textOf(std::span<const Word> words, const QString& name)
{
    const auto found = std::ranges::find_if(words, [&name](const Word& it) { return name == QLatin1String(it.name); });
    return found == words.end() ? name : QCoreApplication::translate("ceteris::models", found->text);
}

} // namespace

QString phaseText(const QString& phase)
{
    return textOf(phases, phase);
}

QString sourceText(const QString& source)
{
    return textOf(sources, source);
}

QString operationText(const QString& operation)
{
    return textOf(operations, operation);
}

QString stageText(const QString& stage)
{
    return textOf(stages, stage);
}

} // namespace ceteris::models
