// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sessions/stores/hiredisadapter.h"

#include <hiredis/async.h>

namespace ceteris::sessions {
namespace {

HiredisAdapter* adapter(void* data)
{
    return static_cast<HiredisAdapter*>(data);
}

} // namespace

HiredisAdapter::HiredisAdapter(redisAsyncContext* context, std::function<void()> ended)
    : m_context(context)
    , m_ended(std::move(ended))
    , m_readable(context->c.fd, QSocketNotifier::Read)
    , m_writable(context->c.fd, QSocketNotifier::Write)
{
    connect(&m_readable, &QSocketNotifier::activated, this, [this] { redisAsyncHandleRead(m_context); });
    connect(&m_writable, &QSocketNotifier::activated, this, &HiredisAdapter::flush);
    m_readable.setEnabled(false);

    m_context->ev.data = this;
    m_context->ev.addRead = [](void* data) { adapter(data)->m_readable.setEnabled(true); };
    m_context->ev.delRead = [](void* data) { adapter(data)->m_readable.setEnabled(false); };
    m_context->ev.addWrite = [](void* data) { adapter(data)->wantWrite(); };
    m_context->ev.delWrite = [](void* data) { adapter(data)->m_writable.setEnabled(false); };
    m_context->ev.cleanup = [](void* data) {
        adapter(data)->letGo();
        adapter(data)->m_ended();
    };
}

HiredisAdapter::~HiredisAdapter()
{
    close();
}

void HiredisAdapter::close()
{
    auto* context = m_context;
    letGo();
    if (!context)
        return;
    context->ev = {}; // inside a callback hiredis frees it only afterwards, and must not call us then
    context->data = nullptr;
    redisAsyncFree(context);
}

// All that is asked for in one turn of the event loop goes out in one write, without polling for it first.
void HiredisAdapter::wantWrite()
{
    if (m_socketIsFull || !(m_context->c.flags & REDIS_CONNECTED)) {
        m_writable.setEnabled(true);
    } else if (!m_flushIsPosted) {
        m_flushIsPosted = true;
        QMetaObject::invokeMethod(this, &HiredisAdapter::flush, Qt::QueuedConnection);
    }
}

void HiredisAdapter::flush()
{
    m_flushIsPosted = false;
    if (!m_context)
        return;
    m_socketIsFull = true; // what hiredis still wants to write after this write does not fit
    redisAsyncHandleWrite(m_context);
    m_socketIsFull = m_context && m_writable.isEnabled();
}

void HiredisAdapter::letGo()
{
    m_context = nullptr;
    m_readable.setEnabled(false); // before hiredis closes the descriptor
    m_writable.setEnabled(false);
}

} // namespace ceteris::sessions
