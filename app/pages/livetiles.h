// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/livetile.h"

#include <array>

namespace ceteris::models {
class LiveModel;
}

namespace ceteris::pages {

// The six key figures of the current arm over the last 10 s, each against the other arm in the same second.
class LiveTiles : public QWidget
{
    Q_OBJECT

public:
    explicit LiveTiles(QWidget* parent = nullptr);

    void setFrom(const models::LiveModel& model);

private:
    std::array<LiveTile*, 6> m_tiles {};
};

} // namespace ceteris::pages
