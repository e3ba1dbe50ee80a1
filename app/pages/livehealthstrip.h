// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/livehealth.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace ceteris::pages {

// Whether generator and machine can be believed, as six chips: glyph, name, value.
class LiveHealthStrip : public QWidget
{
    Q_OBJECT

public:
    explicit LiveHealthStrip(QWidget* parent = nullptr);

    void setChips(const std::vector<models::HealthChip>& chips);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();

    std::vector<models::HealthChip> m_chips;
    std::vector<QLabel*> m_labels;
};

} // namespace ceteris::pages
