// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/demoverdict.h"

#include "app/models/enginetext.h"
#include "app/models/figures.h"
#include "app/models/livemodel.h"
#include "app/models/liveverdict.h"
#include "app/pages/demosizes.h"
#include "app/pages/livelines.h"
#include "widgets/chart/dotplot.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

// The level that the dots are of: the last one, by custom the busiest.
int shownLevel(const models::LiveState& state)
{
    return std::max(0, static_cast<int>(state.experiment.levels.size()) - 1);
}

QList<widgets::Dot> dotsOf(const models::LiveState& state)
{
    QList<widgets::Dot> dots;
    for (const auto& trial : state.trials)
        if (trial.level == shownLevel(state) && trial.measured.p99Us) {
            widgets::Dot dot;
            dot.group = trial.arm;
            dot.value = *trial.measured.p99Us / 1000;
            dot.arm = trial.arm;
            dot.excluded = trial.status != models::TrialStatus::Ok;
            dot.pair = trial.block;
            dots.append(dot);
        }
    return dots;
}

} // namespace

DemoVerdict::DemoVerdict(QWidget* parent)
    : QWidget(parent)
{
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(u"demoVerdictSentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_dots = new widgets::DotPlot(this);
    m_dots->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_dots->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_sentence);
    column->addWidget(m_dots, 1);
}

void DemoVerdict::setFrom(const models::LiveModel& model, const QString& folder)
{
    const auto& state = model.state();
    auto sentence = state.verdict.isEmpty() ? models::verdictSentence(folder) : models::engineText(state.verdict);
    if (!models::isActive(state.stage) && sentence.isEmpty())
        sentence = tr("No verdict: the experiment did not reach its end.");
    m_sentence->setText(models::isActive(state.stage)
            ? tr("Preliminary: %1 of %2 trials. There is no verdict before the end.")
                  .arg(state.countOf(models::TrialStatus::Ok))
                  .arg(state.experiment.trials)
            : sentence);
    QList<widgets::DotGroup> groups;
    for (const auto& arm : state.experiment.arms) {
        widgets::DotGroup group;
        group.name = arm;
        groups.append(group);
    }
    m_dots->setTitle(tr("p99 of every trial, %1").arg(state.experiment.levels.value(shownLevel(state))));
    m_dots->setAxis(responseAxis());
    m_dots->setData(dotsOf(state), groups);
    m_dots->setCaption(tr("One dot is one trial; trials of a block are joined; hollow: excluded"));
}

void DemoVerdict::setScreenHeight(int height)
{
    demo::setSize(m_sentence, height, demo::question, true);
    demo::setSize(m_dots, height, demo::small);
}

QString DemoVerdict::sentence() const
{
    return m_sentence->text();
}

} // namespace ceteris::pages
