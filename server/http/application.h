// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/exchange.h"

#include <functional>
#include <memory>

namespace ceteris::http {

// What is served. One object for each listener thread, made and used on that thread only.
class Application
{
public:
    virtual ~Application() = default;
    virtual void handle(const ExchangePtr& exchange) = 0;
};

using ApplicationFactory = std::function<std::unique_ptr<Application>()>;

} // namespace ceteris::http
