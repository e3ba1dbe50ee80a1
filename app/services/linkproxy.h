// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QString>

#include <chrono>
#include <memory>

namespace ceteris::services {

enum class LinkMode {
    Pass,
    Hold, // nothing flows, nothing is lost; new connections wait
    Cut, // connections end as if closed by the other side, new ones are refused
    Reset, // connections are reset, new ones are refused
};

struct LinkState
{
    LinkMode mode = LinkMode::Pass;
    std::chrono::milliseconds delay {}; // added in each direction

    bool operator==(const LinkState&) const = default;
};

// Stands in TCP links of the loopback network and disturbs them when told. One thread for all of them, which sleeps
// when nothing flows. Any thread may call.
class LinkProxy
{
public:
    LinkProxy();
    ~LinkProxy(); // ends every connection
    Q_DISABLE_COPY_MOVE(LinkProxy)

    // The port that leads to `target` from now on. One link may have several. Failure: ChildDidNotStart.
    Result<quint16> open(const QString& link, quint16 target);
    void set(const QString& link, const LinkState& state);
    quint64 bytesPassed() const; // in both directions, over all links

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ceteris::services
