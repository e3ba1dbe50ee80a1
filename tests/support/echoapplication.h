// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/application.h"

#include <QObject>

namespace ceteris::test {

// A small application for tests of the HTTP layer:
//   /            "hello, world\n"
//   /echo        method, path, query, headers and body, a line each
//   /slow?ms=N   "slow\n" after N milliseconds
//   /large?bytes=N   N times x
//   /forgotten   never answered by the application
class EchoApplication final : public http::Application
{
public:
    void handle(const http::ExchangePtr& exchange) override;

private:
    QObject m_context; // ends what waits when the application ends
};

} // namespace ceteris::test
