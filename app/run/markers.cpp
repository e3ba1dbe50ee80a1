// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/markers.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

constexpr qsizetype longestLine = 4096; // more is no marker of ours

} // namespace

Markers::Markers(int descriptor, std::function<void(const QString&)> marked)
    : m_marked(std::move(marked))
    , m_notifier(descriptor, QSocketNotifier::Read)
{
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { read(); });
}

void Markers::read()
{
    std::array<char, 4096> bytes;
    const auto count = ::read(static_cast<int>(m_notifier.socket()), bytes.data(), bytes.size());
    if (count <= 0) {
        m_notifier.setEnabled(false);
        return;
    }
    m_rest.append(bytes.data(), count);
    for (auto end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        const auto text = QJsonDocument::fromJson(m_rest.left(end)).object().value(u"marker"_s).toString().trimmed();
        m_rest.remove(0, end + 1);
        if (!text.isEmpty())
            m_marked(text);
    }
    if (m_rest.size() > longestLine)
        m_rest.clear();
}

} // namespace ceteris::run
