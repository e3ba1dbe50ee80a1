// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/replay.h"

#include "app/results/files.h"
#include "app/results/layout.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace ceteris::models {
namespace {

constexpr int frameMs = 100;

double steadySeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// The time of a line without reading all of it: an index of an 8-hour stream is made at once.
std::optional<double> timeOf(const QByteArray& line)
{
    static const QByteArray key = "\"t_s\":";
    const auto begin = line.indexOf(key);
    if (begin < 0 || !line.endsWith('}'))
        return std::nullopt;
    auto end = begin + key.size();
    while (end < line.size() && line[end] != ',' && line[end] != '}')
        ++end;
    bool ok = false;
    const auto tS = line.mid(begin + key.size(), end - begin - key.size()).toDouble(&ok);
    return ok ? std::optional(tS) : std::nullopt;
}

} // namespace

Replay::Replay(QObject* parent, Clock clock)
    : QObject(parent)
    , m_clock(clock ? std::move(clock) : Clock(steadySeconds))
{
    m_frame.setInterval(frameMs);
    connect(&m_frame, &QTimer::timeout, this, &Replay::frame);
}

Replay::~Replay() = default;

Result<void> Replay::open(const QString& path)
{
    pause();
    m_lines.clear();
    m_next = 0;
    m_positionS = 0;
    m_path = path;
    const auto name = QFileInfo(path).isDir() ? QString(path + u'/' + results::file::live) : path;
    if (name.endsWith(u".z")) {
        const auto packed = results::readWhole(name);
        if (!packed)
            return tl::unexpected(packed.error());
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(qUncompress(*packed));
        m_device = std::move(buffer);
    } else {
        m_device = std::make_unique<QFile>(name);
    }
    if (!m_device->open(QIODevice::ReadOnly))
        return fail(ErrorCode::CannotReadFile, { name, m_device->errorString() });
    const auto indexed = index();
    emit rewound();
    emit changed();
    return indexed;
}

Result<void> Replay::index()
{
    double offsetS = 0;
    double lastS = 0;
    for (qint64 offset = 0; !m_device->atEnd();) {
        const auto line = m_device->readLine();
        const auto length = line.size();
        if (const auto tS = timeOf(line.trimmed())) {
            if (*tS + offsetS < lastS)
                offsetS = lastS; // resumed: its clock began anew
            lastS = *tS + offsetS;
            m_lines.push_back({ offset, length, lastS });
        }
        offset += length;
    }
    if (m_lines.empty())
        return fail(ErrorCode::CannotReadFile, { m_path, tr("it holds no events") });
    return {};
}

double Replay::lengthS() const
{
    return m_lines.empty() ? 0 : m_lines.back().tS;
}

void Replay::seek(double s)
{
    const auto to = std::clamp(s, 0.0, lengthS());
    if (to < m_positionS) {
        m_next = 0;
        m_positionS = 0;
        emit rewound();
    }
    m_frameS = m_clock();
    runTo(to);
    emit changed();
}

void Replay::setSpeed(double factor)
{
    m_speed = std::clamp(factor, slowest, fastest);
    emit changed();
}

void Replay::play()
{
    if (m_lines.empty() || isPlaying())
        return;
    if (isAtEnd())
        seek(0);
    m_frameS = m_clock();
    m_frame.start();
    emit changed();
}

void Replay::pause()
{
    if (!isPlaying())
        return;
    m_frame.stop();
    emit changed();
}

void Replay::frame()
{
    const auto now = m_clock();
    const auto passedS = now - std::exchange(m_frameS, now);
    runTo(std::min(m_positionS + passedS * m_speed, lengthS()));
    if (isAtEnd())
        m_frame.stop();
    emit changed();
}

void Replay::runTo(double s)
{
    m_positionS = s;
    for (; m_next < m_lines.size() && m_lines[m_next].tS <= s; ++m_next) {
        const auto& line = m_lines[m_next];
        m_device->seek(line.offset);
        auto event = results::entryFromLine(m_device->read(line.length));
        if (!event)
            continue; // cut off by a crash
        event->tS = line.tS;
        emit entry(*event);
    }
    emit advanced(s);
}

} // namespace ceteris::models
