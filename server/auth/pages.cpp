// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/pages.h"

#include "server/auth/attributes.h"
#include "server/http/forms.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace ceteris::auth {
namespace {

QByteArray resource(const QString& name)
{
    QFile file(u":/ceteris/auth/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The page %s is not in the program.", qPrintable(name));
    return file.readAll();
}

// Puts a page into the frame that all pages have.
QByteArray framed(const QString& name, QByteArrayView title)
{
    static const Template shell(resource(u"shell.html"_s), { "title", "content" });
    return shell.filled({ title, resource(name) });
}

QByteArray hiddenToken(QByteArrayView token)
{
    if (token.isEmpty())
        return {};
    return "<input type=\"hidden\" name=\"_csrf\" value=\"" + http::htmlEscaped(token) + "\">";
}

QByteArray message(QByteArrayView kind, QByteArrayView role, QByteArrayView sentence)
{
    if (sentence.isEmpty())
        return {};
    return "<p class=\"" + kind.toByteArray() + "\" role=\"" + role.toByteArray() + "\">" + http::htmlEscaped(sentence)
        + "</p>";
}

QByteArray errorMessage(QByteArrayView sentence)
{
    return message("bad", "alert", sentence);
}

} // namespace

Pages::Pages()
    : m_login(framed(u"login.html"_s, "Sign in"), { "message", "csrf" })
    , m_signup(framed(u"signup.html"_s, "Sign up"), { "message", "csrf" })
    , m_home(framed(u"home.html"_s, "Home"), { "user", "visits", "count", "last", "shown-last", "csrf", "image" })
    , m_problem(framed(u"problem.html"_s, "{{title}}"), { "title", "sentence" })
    , m_styleSheet(resource(u"style.css"_s))
{
}

QByteArray Pages::login(QByteArrayView nonce, QByteArrayView error) const
{
    return m_login.filled({ errorMessage(error), hiddenToken(nonce) });
}

QByteArray Pages::loginAfterSignup(QByteArrayView nonce) const
{
    return m_login.filled({ message("good", "status", "Your account is made. Sign in with it."), hiddenToken(nonce) });
}

QByteArray Pages::signup(QByteArrayView nonce, QByteArrayView error) const
{
    return m_signup.filled({ errorMessage(error), hiddenToken(nonce) });
}

QByteArray Pages::home(const sessions::Session& session, qint64 visits) const
{
    const auto last = http::htmlEscaped(text(session, attribute::last));
    const QByteArrayView image = session.attributes.contains(attribute::imageType)
        ? "<img src=\"/image\" alt=\"The image in your session\">"
        : "<p class=\"none\">None yet.</p>";
    return m_home.filled({ http::htmlEscaped(text(session, attribute::user)), QByteArray::number(visits),
        QByteArray::number(number(session, attribute::count)), last, last.isEmpty() ? QByteArrayLiteral("none") : last,
        hiddenToken(text(session, attribute::csrf)), image });
}

QByteArray Pages::problem(QByteArrayView title, QByteArrayView sentence) const
{
    return m_problem.filled({ http::htmlEscaped(title), http::htmlEscaped(sentence) });
}

} // namespace ceteris::auth
