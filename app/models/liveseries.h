// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/livestate.h"
#include "app/results/stream.h"
#include "server/metrics/histogram.h"

#include <QHash>
#include <QList>
#include <QPointF>

#include <cstdint>
#include <deque>
#include <map>
#include <vector>

namespace ceteris::models {

struct HeatCell // of one operation: so many answers in a bucket of response time
{
    double x = 0; // seconds since the trial began
    double lowUs = 0;
    double highUs = 0;
    double count = 0;
};

// The current trial, second by second. Flat memory: past `capacity` rows neighbours are merged, their histograms too.
class LiveSeries
{
public:
    static constexpr std::size_t capacity = 3600;
    static constexpr double windowS = 10; // of the key figures
    static constexpr double fewestS = 3; // a window has before there are figures
    static constexpr double fewestAnswers = 20; // that percentiles of a second stand on

    void clear();
    void add(const results::Tick& tick);

    bool isEmpty() const { return m_rows.empty(); }
    std::size_t rowCount() const { return m_rows.size(); }
    double endS() const { return m_rows.empty() ? 0 : m_rows.back().toS; }
    QString operation() const { return m_operation; } // that the key figures are of: login, refresh or logout
    KeyFigures window() const { return m_window; } // all absent: still collecting
    double collectedS() const; // in the window
    const QList<QPair<double, KeyFigures>>& windows() const { return m_windows; } // of each second; x: since `measure`
    KeyFigures measured() const; // of refreshes over the whole measure window

    // Lines over the time since the trial began; NaN where seconds are missing.
    enum class Figure { P50, P95, P99, Planned, Achieved, Errors };
    QList<QPointF> line(const QString& operation, Figure figure) const; // microseconds or per second
    QList<double> weak(const QString& operation) const; // when it had answers, but too few for percentiles
    QList<QPointF> total(Figure figure) const; // Planned, Achieved, Errors of all operations
    QList<QPointF> reading(const QString& metric) const;
    std::optional<double> lastReading(const QString& metric) const;
    QList<int> instances() const; // numbers of those that are told apart; rising
    std::optional<double> firstReading(const QString& metric) const;
    QList<HeatCell> heat(const QString& operation) const;

private:
    using Bins = std::map<int, std::uint64_t>; // ten a decade

    struct Operation
    {
        double planned = 0, completed = 0, errors = 0;
        std::optional<double> p50Us, p95Us, p99Us;
        QByteArray response; // encoded, to be merged with its neighbour's
        Bins bins;
    };
    struct Row
    {
        double fromS = 0, toS = 0;
        std::map<QString, Operation> operations;
        std::vector<double> readings; // by m_metrics; NaN: not read
    };
    struct Interval // of the window
    {
        double lengthS = 0, planned = 0, completed = 0, errors = 0;
        metrics::Histogram response;
    };

    Row rowOf(const results::Tick& tick);
    void slide(const results::Tick& tick, const metrics::Histogram& response);
    KeyFigures figuresOfWindow() const;
    KeyFigures figuresOf(const Interval& sum) const;
    void halve();
    static Row merged(const Row& a, const Row& b);
    template <class Value>
    QList<QPointF> collect(const Value& value) const;

    std::vector<Row> m_rows;
    QHash<QString, std::size_t> m_metrics; // name -> place in Row::readings
    std::map<QString, metrics::Histogram> m_latest; // response of the newest tick
    QString m_phase;
    QString m_operation;
    std::deque<Interval> m_intervals;
    KeyFigures m_window;
    QList<QPair<double, KeyFigures>> m_windows;
    std::optional<double> m_measureFromS;
    double m_measuredS = 0;
    Interval m_whole; // of the measure window
};

} // namespace ceteris::models
