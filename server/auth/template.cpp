// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/template.h"

#include <QtGlobal>

#include <algorithm>

namespace ceteris::auth {

Template::Template(QByteArrayView text, std::initializer_list<QByteArrayView> names)
{
    qsizetype from = 0;
    for (auto open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
        const auto close = text.indexOf("}}", open);
        Q_ASSERT(close > open);
        const auto name = text.sliced(open + 2, close - open - 2);
        const auto found = std::find(names.begin(), names.end(), name);
        Q_ASSERT_X(found != names.end(), "Template", name.toByteArray().constData());
        m_pieces.push_back(
            { text.sliced(from, open - from).toByteArray(), static_cast<std::size_t>(found - names.begin()) });
        from = close + 2;
    }
    m_tail = text.sliced(from).toByteArray();
}

QByteArray Template::filled(std::initializer_list<QByteArrayView> values) const
{
    auto size = m_tail.size();
    for (const auto& piece : m_pieces)
        size += piece.literal.size() + values.begin()[piece.value].size();
    QByteArray out(size, Qt::Uninitialized);
    auto* end = out.data();
    const auto append = [&end](QByteArrayView text) { end = std::copy(text.begin(), text.end(), end); };
    for (const auto& piece : m_pieces) {
        append(piece.literal);
        append(values.begin()[piece.value]);
    }
    append(m_tail);
    return out;
}

} // namespace ceteris::auth
