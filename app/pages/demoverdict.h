// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace ceteris::models {
class LiveModel;
}
namespace ceteris::widgets {
class DotPlot;
}

namespace ceteris::pages {

// What came of it: the sentence, and every trial as a dot.
class DemoVerdict : public QWidget
{
    Q_OBJECT

public:
    explicit DemoVerdict(QWidget* parent = nullptr);

    void setFrom(const models::LiveModel& model, const QString& folder);
    void setScreenHeight(int height);
    QString sentence() const;

private:
    QLabel* m_sentence = nullptr;
    widgets::DotPlot* m_dots = nullptr;
};

} // namespace ceteris::pages
