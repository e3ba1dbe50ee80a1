// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QString>

#include <memory>
#include <vector>

namespace ceteris::load {

// The server that does nothing: answers every GET with the same short page as fast as one thread can. What the
// generator measures against it is the generator itself. Any free port of 127.0.0.1.
class NullServer
{
public:
    // On these CPUs, which should not be the generator's; empty: as they come.
    static Result<std::unique_ptr<NullServer>> start(const std::vector<int>& cpus);
    ~NullServer();

    QString url() const;

private:
    class Loop;
    explicit NullServer(std::unique_ptr<Loop> loop);

    std::unique_ptr<Loop> m_loop;
};

} // namespace ceteris::load
