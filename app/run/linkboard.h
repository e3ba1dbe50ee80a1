// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/backend.h"
#include "app/services/linkproxy.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace ceteris::run {

// The links of an arm that the plan disturbs, led through a proxy; all others stay as they are.
class LinkBoard
{
public:
    explicit LinkBoard(QStringList links);

    services::Through through(); // empty when there is nothing to disturb
    const std::optional<Error>& failure() const { return m_failure; } // of the proxy, while links were opened
    void set(const QString& link, const services::LinkState& state);

private:
    QStringList m_links;
    std::unique_ptr<services::LinkProxy> m_proxy; // none without links
    std::optional<Error> m_failure;
};

} // namespace ceteris::run
