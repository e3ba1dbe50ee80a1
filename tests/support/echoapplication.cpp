// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/echoapplication.h"

#include "server/http/forms.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace ceteris::test {

namespace {
const QByteArray plain = "text/plain"_ba;

int number(const http::Request& request, const QByteArray& name)
{
    return http::parseForm(request.query).value(name).toInt();
}

QByteArray echoed(const http::Request& request)
{
    QByteArray text = QByteArray::number(int(request.method)) + ' ' + request.path + '?' + request.query + '\n';
    for (const auto& [name, value] : request.headers)
        text += name + '=' + value + '\n';
    return text + '\n' + request.body;
}
}

void EchoApplication::handle(const http::ExchangePtr& exchange)
{
    const http::Request& request = exchange->request();
    exchange->setRoute(contract::Route::Home);
    if (request.path == "/") {
        exchange->reply({ 200, plain, "hello, world\n"_ba, {} });
    } else if (request.path == "/echo") {
        exchange->reply({ 200, plain, echoed(request), {} });
    } else if (request.path == "/slow") {
        QTimer::singleShot(number(request, "ms"_ba), Qt::PreciseTimer, &m_context, [exchange] {
            exchange->reply({ 200, plain, "slow\n"_ba, {} });
        });
    } else if (request.path == "/large") {
        exchange->reply({ 200, plain, QByteArray(number(request, "bytes"_ba), 'x'), {} });
    } else if (request.path != "/forgotten") {
        exchange->reply({ 404, plain, "There is no such page.\n"_ba, {} });
    }
}

} // namespace ceteris::test
