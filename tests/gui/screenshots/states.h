// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "story.h"

#include "app/window/mainwindow.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace ceteris::screenshots {

// What there is to show: results folders, the first with the clearest result.
struct Material
{
    QStringList folders;
    Story story; // of the first
};

// One picture: brings a window into a state, and says which widget to take; nullptr: the whole window.
struct State
{
    QString screen; // plan, live, results, compare, demo
    QString name;
    std::function<QWidget*(window::MainWindow& window, const Material& material)> show;
};

std::vector<State> states();

void settle(int ms); // lets what is loading and drawing come to an end

} // namespace ceteris::screenshots
