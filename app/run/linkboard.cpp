// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/linkboard.h"

namespace ceteris::run {

LinkBoard::LinkBoard(QStringList links)
    : m_links(std::move(links))
    , m_proxy(m_links.isEmpty() ? nullptr : std::make_unique<services::LinkProxy>())
{
}

services::Through LinkBoard::through()
{
    if (!m_proxy)
        return {};
    return [this](const QString& link, quint16 port) {
        if (!m_links.contains(link))
            return port;
        const auto opened = m_proxy->open(link, port);
        if (!opened)
            m_failure = opened.error();
        return opened.value_or(port);
    };
}

void LinkBoard::set(const QString& link, const services::LinkState& state)
{
    if (m_proxy)
        m_proxy->set(link, state);
}

} // namespace ceteris::run
