// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartdata.h"

#include <QPointF>

namespace ceteris::models {
class LiveModel;
class LiveSeries;
struct LiveState;
}

namespace ceteris::pages {

// What the charts of Live draw, made from the model: milliseconds, requests a second, percent of a core, bytes.
widgets::Axis responseAxis();
widgets::Axis throughputAxis();
widgets::Axis storeAxis(double unitBytes); // in KiB or MiB
double storeUnit(const models::LiveSeries& series);
widgets::Axis stageAxis();
widgets::Axis coresAxis(const QList<widgets::Line>& lines); // from 0 to whole cores

QPointF rangeOf(const models::LiveModel& model); // from, to: the whole trial, or the last 5 minutes
QList<widgets::Phase> phasesOf(const models::LiveState& state);
QList<widgets::ChartEvent> eventsOf(const models::LiveState& state);

QString chartedOperation(const models::LiveSeries& series);
QString latencyTitle(const QString& operation);
QString heatTitle(const QString& operation);
QString throughputTitle(bool errors);
QString memoryTitle(const models::LiveSeries& series); // with keys and bytes per session

QList<widgets::Line> latencyLines(const models::LiveModel& model, const QString& operation);
QList<widgets::Band> latencyBands(const models::LiveModel& model, const QString& operation);
QList<widgets::Line> throughputLines(const models::LiveModel& model);
QList<widgets::Line> instanceLines(const models::LiveSeries& series); // a line each, and a colour
QList<widgets::Line> cpuLines(const models::LiveModel& model);
QList<widgets::Line> memoryLines(const models::LiveModel& model);
QString whyNoMemory(const models::LiveSeries& series);
QList<widgets::Layer> stageLayers(const models::LiveSeries& series, const QString& route);
QList<widgets::Cell> heatCells(const models::LiveSeries& series, const QString& operation);

} // namespace ceteris::pages
