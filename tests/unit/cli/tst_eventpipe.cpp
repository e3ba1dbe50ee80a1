// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eventpipe.h"

#include <QTest>

#include <array>
#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace ceteris;
using cli::EventPipe;

namespace {

struct Pipe
{
    Pipe() { opened = pipe(ends.data()) == 0; }
    ~Pipe()
    {
        closeReader();
        ::close(ends[1]);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    void closeReader()
    {
        if (ends[0] >= 0)
            ::close(ends[0]);
        ends[0] = -1;
    }
    QByteArray take() const
    {
        std::array<char, 65536> bytes;
        const auto count = ::read(ends[0], bytes.data(), bytes.size());
        return { bytes.data(), count > 0 ? static_cast<qsizetype>(count) : 0 };
    }

    std::array<int, 2> ends { -1, -1 };
    bool opened = false;
};

results::Entry entry(int trial)
{
    return { 0, {}, results::Note { trial, u"run"_s, u"warning"_s, QString(1000, u'x') } };
}

constexpr int many = 1000; // about 1 MB, which no pipe holds

} // namespace

class TestEventPipe : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    // Nobody reads while all is written, and yet nothing is lost and nothing waits.
    void aSleepingReader()
    {
        Pipe pipe;
        QVERIFY(pipe.opened);
        EventPipe events(pipe.ends[1]);
        for (int i = 1; i <= many; ++i)
            events.write(entry(i));
        QVERIFY(events.hasReader());
        QByteArray text;
        for (int i = 1; i <= many && text.count('\n') < many; ++i) {
            text += pipe.take();
            events.write(entry(many + i));
        }
        const auto lines = text.split('\n');
        QVERIFY(lines.size() > many);
        for (int i = 1; i <= many; ++i) {
            const auto read = results::entryFromLine(lines[i - 1]);
            QVERIFY2(read, lines[i - 1].constData());
            QCOMPARE(std::get<results::Note>(read->event).trial, i);
        }
        pipe.closeReader(); // or the end would wait for it
    }

    void aReaderWhoLeft()
    {
        Pipe pipe;
        EventPipe events(pipe.ends[1]);
        events.write(entry(1));
        QVERIFY(events.hasReader());
        pipe.closeReader();
        events.write(entry(2));
        QVERIFY(!events.hasReader());
        events.write(entry(3)); // and nothing happens
    }

    void refusalIsAnEnd()
    {
        const Pipe pipe;
        EventPipe(pipe.ends[1]).fail(u"No."_s);
        const auto lines = pipe.take().split('\n');
        QCOMPARE(lines.size(), 3);
        const auto end = results::entryFromLine(lines[1]);
        QVERIFY(end);
        QCOMPARE(std::get<results::ExperimentFinished>(end->event).outcome, u"failed"_s);
        QCOMPARE(std::get<results::ExperimentFinished>(end->event).text, u"No."_s);
    }
};

QTEST_GUILESS_MAIN(TestEventPipe)
#include "tst_eventpipe.moc"
