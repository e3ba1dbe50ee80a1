// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

#include <optional>

class QLabel;

namespace ceteris::widgets {

// The bottom line: what is measured, where results go, and what the window itself costs.
class StatusStrip : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void setTarget(const QString& target); // empty: none
    void setFolder(const QString& path);
    void setOwnCpu(std::optional<double> share); // of one core
    void setDroppedSamples(int count);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();

    QLabel* m_target = nullptr;
    QLabel* m_folder = nullptr;
    QLabel* m_cpu = nullptr;
    QLabel* m_dropped = nullptr;
    QString m_path;
    std::optional<double> m_share;
    int m_count = 0;
};

} // namespace ceteris::widgets
