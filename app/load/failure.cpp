// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/failure.h"

#include <curl/curl.h>

#include <cerrno>

namespace ceteris::load {
namespace {

// The kernel refused us something of our own: descriptors, local ports, memory.
bool isLocal(int systemError)
{
    return systemError == EMFILE || systemError == ENFILE || systemError == EADDRNOTAVAIL || systemError == ENOMEM
        || systemError == ENOBUFS || systemError == EAGAIN;
}

} // namespace

std::optional<Failure> failureOf(int curlCode, int systemError)
{
    switch (curlCode) {
    case CURLE_OK:
        return std::nullopt;
    case CURLE_OPERATION_TIMEDOUT:
        return Failure::Timeout;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
    case CURLE_INTERFACE_FAILED:
        return Failure::LocalResource;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL: // it does not begin with HTTP/
    case CURLE_BAD_CONTENT_ENCODING:
        return Failure::Status; // something came, but it is no HTTP answer
    default:
        return isLocal(systemError) ? Failure::LocalResource : Failure::Connect;
    }
}

} // namespace ceteris::load
