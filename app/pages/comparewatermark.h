// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ceteris::pages {

// A word across what lies below, so that no picture of it can be taken for more than it is. Lets everything through.
class CompareWatermark : public QWidget
{
    Q_OBJECT

public:
    explicit CompareWatermark(QWidget* below); // covers it as it grows

    void setText(const QString& text); // empty: none
    QString text() const { return m_text; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

} // namespace ceteris::pages
