// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace ceteris::monitor {

// Fetches small pages, one after the other, over connections that it keeps. One thread at a time.
class HttpGet
{
public:
    HttpGet();

    // The body of a 200; nothing for anything else, and for more than 8 MiB.
    std::optional<QByteArray> get(const QString& url, std::chrono::milliseconds timeout);

private:
    struct Free
    {
        void operator()(void* handle) const;
    };
    std::unique_ptr<void, Free> m_handle;
};

} // namespace ceteris::monitor
