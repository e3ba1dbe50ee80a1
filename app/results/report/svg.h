// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

namespace ceteris::results {

QString escaped(const QString& text); // for HTML and SVG, in text and in attributes

// A picture of lines, areas, texts and markers as it stands in a page. How things look is the style sheet's affair:
// every element has classes, "a0" … "a5" for the colour of an arm.
class Svg
{
public:
    Svg(double width, double height, const QString& title); // the title is what a screen reader says

    void line(QPointF from, QPointF to, const QString& classes);
    void path(const QList<QPointF>& points, const QString& classes, const QString& dash = {}); // a NaN is a gap
    void rect(const QRectF& rect, const QString& classes, const QString& tooltip = {});
    void text(QPointF at, const QString& text, const QString& classes); // start, middle or end of it is at `at`
    void marker(QPointF at, int arm, const QString& classes = {}, const QString& tooltip = {});

    QString html() const;

private:
    void element(const QString& name, const QString& attributes, const QString& classes, const QString& tooltip = {});

    QString m_head;
    QString m_body;
};

} // namespace ceteris::results
