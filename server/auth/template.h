// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>
#include <vector>

namespace ceteris::auth {

// A text with {{name}} gaps, split once so that filling it in is a handful of appends.
class Template
{
public:
    // The names give the order of the values of filled(); every gap must be among them.
    Template(QByteArrayView text, std::initializer_list<QByteArrayView> names);

    QByteArray filled(std::initializer_list<QByteArrayView> values) const; // values are escaped already

private:
    struct Piece
    {
        QByteArray literal;
        std::size_t value; // comes after the literal
    };

    std::vector<Piece> m_pieces;
    QByteArray m_tail;
};

} // namespace ceteris::auth
