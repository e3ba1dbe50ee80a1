// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/livemodel.h"
#include "app/models/recordings.h"
#include "app/models/replay.h"
#include "app/pages/demopage.h"
#include "app/pages/livepage.h"

#include <QtTest>

// A shipped recording on the pages, and streams made by hand.
namespace ceteris::tests {

using namespace Qt::StringLiterals;

// A page over a recording; its model's time is the recording's.
template <class Page>
struct Played
{
    explicit Played(int recording = 0)
        : Played(models::recordings().at(recording).path)
    {
    }
    explicit Played(const QString& path)
    {
        model.setRecorded(true);
        QObject::connect(&replay, &models::Replay::rewound, &model, &models::LiveModel::reset);
        QObject::connect(&replay, &models::Replay::entry, &model, &models::LiveModel::take);
        QObject::connect(&replay, &models::Replay::advanced, &model, &models::LiveModel::advance);
        opened = replay.open(path).has_value();
    }

    void showAt(double s, QSize size = { 1112, 700 })
    {
        page.resize(size);
        page.show();
        replay.seek(s);
        QSignalSpy changed(&model, &models::LiveModel::changed);
        QVERIFY(changed.wait());
    }
    // The first moment at which it holds, in steps of half a second.
    template <class Condition>
    bool showWhen(const Condition& condition)
    {
        for (double s = 0; s <= replay.lengthS(); s += 0.5) {
            replay.seek(s);
            if (condition(model.state())) {
                showAt(s);
                return true;
            }
        }
        return false;
    }
    QString text(const QString& name) const
    {
        const auto* label = page.template findChild<QLabel*>(name);
        return label ? label->text() : QString();
    }

    models::LiveModel model;
    models::Replay replay;
    Page page { &model };
    bool opened = false;
};

// An experiment whose first trial measures.
inline void begin(models::LiveModel& model, const QString& folder = u"/r/x"_s)
{
    model.take(
        { 0, {}, results::ExperimentStarted { u"x"_s, {}, folder, { u"a"_s, u"b"_s }, { u"l"_s }, 1, 2, 0, 20 } });
    model.take({ 1, {}, results::TrialStarted { 1, 1, 1, u"a"_s, u"l"_s, 10, 2 } });
    model.take({ 1, {}, results::PhaseStarted { 1, u"measure"_s, 10 } });
}

struct Phase
{
    QString name;
    bool operator()(const models::LiveState& state) const
    {
        return state.stage == models::Stage::Running && state.phaseName() == name && state.phaseLeftS < 1.5;
    }
};

} // namespace ceteris::tests
