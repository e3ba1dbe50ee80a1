// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/results/comparison.h"
#include "app/results/objections.h"
#include "app/results/orderdrift.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace ceteris::models {

// What the engine concluded, as it stands in verdict.json: the window shows these figures and makes none.
struct Verdict
{
    QString scope; // for what it holds, in one line
    int blocksValid = 0;
    int blocksVoid = 0;
    int marks = 0; // checks that were kept and listed
    std::vector<results::Comparison> comparisons; // registered first, then the exploratory, then the twin
    std::vector<results::Objection> objections;
    QStringList oracle; // a sentence for each arm
    QStringList loadDependence; // sentences
    std::vector<results::OrderDrift> drifts; // over the order of trials, the striking ones
};

Verdict verdictFrom(const QJsonObject& json); // of verdict.json or results::verdictJson()

} // namespace ceteris::models
