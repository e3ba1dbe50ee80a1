// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/stores/connectstore.h"
#include "server/sessions/stores/indexedstore.h"
#include "server/sessions/stores/redisstore.h"

namespace ceteris::testsupport {

enum class Layout { Spring, Indexed, Connect };

inline std::unique_ptr<sessions::SessionStore> makeStore(Layout layout, const sessions::RedisStoreOptions& options)
{
    if (layout == Layout::Connect)
        return std::make_unique<sessions::ConnectStore>(options);
    if (layout == Layout::Indexed)
        return std::make_unique<sessions::IndexedStore>(options);
    return std::make_unique<sessions::RedisStore>(options);
}

} // namespace ceteris::testsupport
