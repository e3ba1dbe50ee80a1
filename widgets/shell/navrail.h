// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QToolButton;

namespace ceteris::widgets {

// The pages of the window, one button for each action: icon and text, or icons alone where the window is narrow. Which
// one is shown is the actions' checked state, so menu, keyboard and rail agree.
class NavRail : public QWidget
{
    Q_OBJECT

public:
    explicit NavRail(QWidget* parent = nullptr);

    void setPages(const QList<QAction*>& pages); // checkable, of one exclusive group
    void setCompact(bool compact);
    bool isCompact() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyWidth();

    QList<QToolButton*> m_buttons;
    bool m_compact = false;
};

} // namespace ceteris::widgets
