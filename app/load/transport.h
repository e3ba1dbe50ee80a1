// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"
#include "app/load/loadresult.h"
#include "app/load/site.h"
#include "app/load/timeline.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ceteris::load {

struct Request
{
    plan::Operation operation = plan::Operation::Refresh;
    const std::string* form = nullptr; // POST when set; must live until the answer
    bool wantsBody = false;
    const std::string* cookies = nullptr; // sent besides those of the jar; must live until the answer
};

// How a request ended on the wire. Views are valid during the call only.
struct Answer
{
    std::optional<Failure> failure; // LocalResource, Connect or Status: there is no usable answer
    int status = 0;
    std::string_view redirect; // absolute URL of a 3xx
    std::string_view body; // when asked for
    std::uint64_t bytes = 0;
    bool newConnection = false;
    std::string cookies {}; // that a login page, a login or a renewal set, "name=value; name=value"
};

// The connections of one thread: a cookie jar for each of its users and a connection for each of their tabs, at most
// one request at a time on each. Tab t of a user has the number user + t × users; so the first one has the user's. The
// only part that knows libcurl.
class Transport
{
public:
    // Called from within wait(); must not call back into the transport.
    using Listener = std::function<void(int tab, const Answer& answer)>;

    // The site must outlive the transport.
    static Result<std::unique_ptr<Transport>> make(const Site& site, int users, Listener listener);
    ~Transport();

    void send(int tab, const Request& request);
    void cancel(int tab); // closes its connection; the listener is not called

    // Sleeps until something happens, at most until then, and tells the listener about what has ended.
    void wait(TimePoint until);
    void wake(); // from any thread

private:
    struct Shared;
    explicit Transport(std::unique_ptr<Shared> shared);

    std::unique_ptr<Shared> m_shared;
};

} // namespace ceteris::load
