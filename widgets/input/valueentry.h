// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace ceteris::widgets {

// A line of text, or a number: any text may be typed, for what is wrong is said beside it and not forbidden. The arrow
// keys change a number.
class ValueEntry : public QLineEdit
{
    Q_OBJECT

public:
    enum class Kind { Text, Number };

    explicit ValueEntry(Kind kind, QWidget* parent = nullptr);

    void setValue(const QString& value); // keeps the cursor; not an edit
    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool step(int by);

    Kind m_kind;
};

} // namespace ceteris::widgets
