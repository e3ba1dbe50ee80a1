// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/template.h"
#include "server/sessions/session.h"

namespace ceteris::auth {

// The HTML of the app. Texts are escaped here; tokens of forms are empty when CSRF protection is off.
class Pages
{
public:
    Pages();

    QByteArray login(QByteArrayView nonce, QByteArrayView error = {}) const;
    QByteArray loginAfterSignup(QByteArrayView nonce) const;
    QByteArray signup(QByteArrayView nonce, QByteArrayView error = {}) const;
    QByteArray home(const sessions::Session& session, qint64 visits) const;
    QByteArray problem(QByteArrayView title, QByteArrayView sentence) const;
    const QByteArray& styleSheet() const { return m_styleSheet; }

private:
    Template m_login;
    Template m_signup;
    Template m_home;
    Template m_problem;
    QByteArray m_styleSheet;
};

} // namespace ceteris::auth
