// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/plan/plan.h"
#include "app/services/backend.h"
#include "app/services/child.h"

#include <memory>
#include <vector>

namespace ceteris::services {

struct MemcachedOptions
{
    plan::Memcached settings;
    std::vector<int> cpus;
    Through through = {}; // for the link "store"; empty: it is reached directly
};

// A private memcached on a loopback port, without UDP. It has no passwords on this protocol: whoever can open a
// connection on this machine can read it.
class MemcachedService : public Backend
{
public:
    static Result<std::unique_ptr<MemcachedService>> start(const MemcachedOptions& options);

    const contract::MemcachedAddress& address() const { return m_told; } // as its clients are told

    void tell(contract::ServerConfig& config) const override;
    std::vector<Part> parts() const override; // "store"
    Result<void> restart(const QString& part) override; // on its port; it comes back empty
    QString lastLines(const QString&) const override { return m_child->lastLines(); }
    std::optional<contract::MemcachedAddress> memcached() const override { return m_address; }

private:
    explicit MemcachedService(const MemcachedOptions& options);
    Result<void> launch();
    bool answers() const;

    const MemcachedOptions m_options;
    contract::MemcachedAddress m_address; // where it listens itself
    contract::MemcachedAddress m_told;
    std::unique_ptr<Child> m_child;
};

} // namespace ceteris::services
