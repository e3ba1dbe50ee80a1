// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/orderreader.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ceteris::run {
namespace {

constexpr qsizetype longestLine = 4096; // more is no order of ours

} // namespace

OrderReader::OrderReader(int descriptor, OrderHandlers handlers)
    : m_handlers(std::move(handlers))
    , m_notifier(descriptor, QSocketNotifier::Read)
{
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { read(); });
}

void OrderReader::read()
{
    std::array<char, 4096> bytes;
    const auto count = ::read(static_cast<int>(m_notifier.socket()), bytes.data(), bytes.size());
    if (count <= 0) {
        m_notifier.setEnabled(false);
        return;
    }
    m_rest.append(bytes.data(), count);
    for (auto end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        take(m_rest.left(end));
        m_rest.remove(0, end + 1);
    }
    if (m_rest.size() > longestLine)
        m_rest.clear();
}

void OrderReader::take(const QByteArray& line) const
{
    const auto order = QJsonDocument::fromJson(line).object();
    if (const auto text = order.value(u"marker"_s).toString().trimmed(); !text.isEmpty())
        m_handlers.mark(text);
    if (const auto trial = order.value(u"skip"_s).toInt(); trial > 0)
        m_handlers.skip(trial);
    if (const auto trial = order.value(u"again"_s).toInt(); trial > 0)
        m_handlers.again(trial);
}

} // namespace ceteris::run
