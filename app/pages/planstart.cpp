// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/planstart.h"

#include "app/plan/read.h"

#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

struct PresetTitle
{
    const char* name;
    const char* title;
};

// What a shipped plan is an example of; one that is not described here goes by its name.
constexpr PresetTitle titles[] {
    { "quick-look", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Quick look: memory vs Redis, 90 s") },
    { "blog", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Open example: memory vs Redis, 5 000 users") },
    { "flush-all", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "FLUSHALL under load") },
    { "image-in-session", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "An image in every session") },
    { "jdk-or-json", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Java or JSON values") },
    { "login-surge", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Everybody signs in at once") },
    { "look-aside", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Look-aside cache") },
    { "memcached", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "A memcached that is too small") },
    { "redis-cluster", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Redis Cluster") },
    { "redis-layouts", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Layouts in Redis") },
    { "redis-outage", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Redis killed for 5 s") },
    { "replicated", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Replicated sessions") },
    { "scale-out", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "1, 2 and 4 instances") },
    { "sentinel-failover", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Sentinel failover") },
    { "sentinel-sign-outs", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Sign-outs lost in a failover") },
    { "session-expiry", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Short-lived tokens with renewal") },
    { "session-server", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Session server") },
    { "sql-stores", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Sessions in SQL") },
    { "sticky-or-shared", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Sticky or shared") },
    { "token", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Signed tokens") },
    { "touch", QT_TRANSLATE_NOOP("ceteris::pages::PlanStart", "Last visit written once a minute") },
};

QString presetText(const QString& name)
{
    const auto found
        = std::ranges::find_if(titles, [&](const PresetTitle& it) { return name == QLatin1StringView(it.name); });
    return found != std::end(titles) ? PlanStart::tr(found->title) : name;
}

// What most begin with.
bool isFirst(const QString& name)
{
    return name == u"quick-look" || name == u"blog";
}

} // namespace

PlanStart::PlanStart(QWidget* parent)
    : EmptyState(parent)
{
    m_new = addButton(u"newPlan"_s);
    connect(m_new, &QPushButton::clicked, this, &PlanStart::newRequested);
    setupPresets();
    m_open = addButton(u"openPlan"_s);
    connect(m_open, &QPushButton::clicked, this, [this] { emit openRequested({}); });
    addWidget(m_examples);
    m_recent = new QWidget(this);
    m_files = new QVBoxLayout(m_recent);
    m_files->setSpacing(4);
    m_recentTitle = new QLabel(m_recent);
    m_files->addWidget(m_recentTitle, 0, Qt::AlignHCenter);
    addWidget(m_recent);
    setRecent({});
    retranslate();
}

// The first two are what most begin with; a row of all would be wider than the window.
void PlanStart::setupPresets()
{
    constexpr int columns = 4;
    m_examples = new QWidget(this);
    m_examplesTitle = new QLabel(m_examples);
    auto* grid = new QGridLayout(m_examples);
    grid->setSpacing(4);
    grid->addWidget(m_examplesTitle, 0, 0, 1, columns, Qt::AlignHCenter);
    int place = columns; // behind the title's row
    for (const auto& name : plan::presetNames()) {
        QAbstractButton* button = nullptr;
        if (isFirst(name)) {
            button = addButton(QString(u"preset."_s + name));
        } else {
            auto* small = new QToolButton(m_examples);
            small->setObjectName(QString(u"preset."_s + name));
            small->setAutoRaise(true);
            small->setFocusPolicy(Qt::StrongFocus);
            grid->addWidget(small, place / columns, place % columns, Qt::AlignHCenter);
            ++place;
            button = small;
        }
        connect(button, &QAbstractButton::clicked, this, [this, name] { emit presetRequested(name); });
        button->setProperty("preset", name);
        m_presets += button;
    }
}

void PlanStart::setRecent(const QStringList& paths)
{
    for (auto* button : m_recent->findChildren<QToolButton*>())
        button->deleteLater();
    for (const auto& path : paths) {
        auto* button = new QToolButton(m_recent);
        button->setObjectName(u"recent"_s);
        button->setText(QFileInfo(path).fileName());
        button->setToolTip(path);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, path] { emit openRequested(path); });
        m_files->addWidget(button, 0, Qt::AlignHCenter);
    }
    m_recent->setVisible(!paths.isEmpty());
}

void PlanStart::retranslate()
{
    setTitle(tr("No plan yet"));
    setSentence(tr("A plan says what changes, what stays the same and how often to repeat it."));
    m_new->setText(tr("&New plan"));
    m_open->setText(tr("&Open file …"));
    m_recentTitle->setText(tr("Recent"));
    m_examplesTitle->setText(tr("More examples"));
    for (auto* button : m_presets)
        button->setText(presetText(button->property("preset").toString()));
}

void PlanStart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    EmptyState::changeEvent(event);
}

} // namespace ceteris::pages
