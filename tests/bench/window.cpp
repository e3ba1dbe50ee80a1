// SPDX-License-Identifier: GPL-3.0-or-later
// The window while a run is on its screen. Arguments: seconds to watch, then what: nothing, a recording at its own
// pace; `busy`, a stream as 5 000 users make it, with a talkative log; or a plan, which is run. Prints, a line each,
// the cores that the window uses, the milliseconds that a key waits at most, and those of a core that an event takes at
// most.
#include "app/models/recordings.h"
#include "app/results/layout.h"
#include "app/results/stream.h"
#include "app/window/mainwindow.h"
#include "app/window/owncpu.h"
#include "app/window/runfeed.h"
#include "server/metrics/histogramcodec.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>
#include <utility>

using namespace Qt::StringLiterals;
using namespace ceteris;

namespace {

// The longest that this thread computes before it looks for keys again: what a key waits on a machine with a free core.
class Watched : public QApplication
{
public:
    using QApplication::QApplication;

    double longestMs = 0;

    bool notify(QObject* receiver, QEvent* event) override
    {
        const bool outermost = std::exchange(m_inside, true) == false;
        const double before = outermost ? cpuMs() : 0;
        const bool done = QApplication::notify(receiver, event);
        if (outermost) {
            longestMs = std::max(longestMs, cpuMs() - before);
            m_inside = false;
        }
        return done;
    }

private:
    static double cpuMs()
    {
        timespec used {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) * 1e-6;
    }

    bool m_inside = false;
};

// How long a key waits in the queue of events; timed when the window gets it.
class Keys : public QObject
{
public:
    explicit Keys(QWidget* window)
        : QObject(window)
        , m_window(window)
    {
        window->installEventFilter(this);
        connect(&m_timer, &QTimer::timeout, this, &Keys::press);
        m_timer.start(97); // not in step with the second
    }

    double worstMs = 0;

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::KeyPress)
            worstMs = std::max(worstMs, static_cast<double>(m_pressed.nsecsElapsed()) / 1e6);
        return false;
    }

private:
    // The timer itself is late when the event loop is held up: that belongs to what a person would wait.
    void press()
    {
        const auto lateMs = m_sincePress.isValid() ? static_cast<double>(m_sincePress.elapsed()) - 97 : 0;
        worstMs = std::max(worstMs, lateMs);
        m_sincePress.start();
        m_pressed.start();
        QCoreApplication::postEvent(m_window, new QKeyEvent(QEvent::KeyPress, Qt::Key_Shift, Qt::NoModifier));
    }

    QWidget* m_window;
    QTimer m_timer;
    QElapsedTimer m_pressed;
    QElapsedTimer m_sincePress;
};

// What an engine with 5 000 users who think writes: ticks with full histograms and some remarks every second, into a
// folder that the window is attached to.
class BusyStream : public QObject
{
public:
    explicit BusyStream(QObject* parent)
        : QObject(parent)
        , m_lock(QDir(m_folder.path()).filePath(results::file::lock))
    {
        m_lock.tryLock();
        m_file.setFileName(QDir(m_folder.path()).filePath(results::file::live));
        (void)m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
        write(results::ExperimentStarted {
            u"busy"_s, {}, m_folder.path(), { u"memory"_s, u"redis"_s }, { u"5 000 users"_s }, 6, 12, 0, 7200 });
        write(results::TrialStarted { 1, 1, 1, u"redis"_s, u"5 000 users"_s, 600, 12 });
        write(results::PhaseStarted { 1, u"measure"_s, 600 });
        for (int second = 0; second < before; ++second)
            writeSecond();
        connect(&m_timer, &QTimer::timeout, this, &BusyStream::writeSecond);
        m_timer.start(1000);
    }

    window::RunningFolder folder() const { return { m_folder.path(), QCoreApplication::applicationPid() }; }

private:
    static constexpr int before = 300; // seconds of the trial that are there already

    void write(const results::Event& event) { m_file.write(results::toLine({ m_second + 1.0, {}, event })); }

    void writeSecond()
    {
        results::Tick tick { 1, ++m_second + 0.0, u"measure"_s, 1, {}, 5000, 40, readings() };
        for (const auto& [operation, count] : { std::pair(u"refresh"_s, 1667), std::pair(u"write"_s, 300) })
            tick.operations[operation] = answers(count);
        write(tick);
        for (int i = 0; i < 20; ++i)
            write(results::Note { 1, u"server"_s, u"warning"_s, u"Remark %1 of second %2"_s.arg(i).arg(m_second) });
    }

    results::OperationTick answers(int count)
    {
        std::lognormal_distribution<double> responseUs(std::log(3000), 0.8);
        metrics::Histogram histogram;
        for (int i = 0; i < count; ++i)
            histogram.record(std::lround(responseUs(m_random)));
        const auto all = static_cast<std::uint64_t>(count);
        const auto at = [&](double q) { return static_cast<double>(histogram.quantileUs(q)); };
        const auto encoded = metrics::encode(histogram);
        return { all, all, all, 0, 0, all, at(0.5), at(0.95), at(0.99), encoded, encoded };
    }

    std::map<QString, double> readings()
    {
        std::map<QString, double> all { { u"redis_used_memory"_s, 2e7 + 1e4 * m_second }, { u"redis_keys"_s, 5000 },
            { u"sessions_live"_s, 5000 } };
        for (const auto* part : { "app", "store", "generator", "other" })
            all[u"cpu_"_s + QLatin1StringView(part)] = share();
        for (const auto* route : { "home", "login" })
            for (const auto* stage : { "read", "session_load", "handler", "serialise", "session_save", "write" })
                all[u"stage_us."_s + QLatin1StringView(route) + u'.' + QLatin1StringView(stage)] = 100 * share();
        return all;
    }

    double share() { return std::uniform_real_distribution<double>(0.2, 0.8)(m_random); }

    QTemporaryDir m_folder;
    QLockFile m_lock;
    QFile m_file;
    QTimer m_timer;
    std::mt19937 m_random { 5000 };
    int m_second = 0;
};

void show(window::MainWindow& window, const QString& what)
{
    if (what.isEmpty()) {
        auto* recording = window.feed()->recording();
        recording->seek(recording->lengthS() / 3); // where there are trials to draw
    } else if (what == u"busy") {
        window.feed()->attach((new BusyStream(&window))->folder());
    } else {
        static const QTemporaryDir root;
        window.feed()->run(what, root.path());
        QObject::connect(window.feed(), &window::RunFeed::ended, [] { std::puts("the run has ended"); });
    }
}

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setOrganizationName(u"CeterisBench"_s);
    Watched application(argc, argv);
    const int seconds = std::max(2, application.arguments().value(1).toInt());
    const auto what = application.arguments().value(2);
    window::StartOptions options;
    options.page = u"live"_s;
    if (what.isEmpty())
        options.replay = models::recordings().front().path;
    window::MainWindow window(options);
    show(window, what);
    window.resize(1280, 800);
    window.show();

    Keys keys(&window);
    double usedS = 0;
    QElapsedTimer watched;
    QTimer::singleShot(2000, &window, [&] { // the first paint is another figure
        usedS = window::OwnCpu::usedS();
        keys.worstMs = 0;
        application.longestMs = 0;
        watched.start();
    });
    QTimer::singleShot((seconds + 2) * 1000, &window, [&] {
        const auto passedS = static_cast<double>(watched.nsecsElapsed()) * 1e-9;
        std::printf("cores %.4f\nkey ms %.1f\nevent ms %.1f\n", (window::OwnCpu::usedS() - usedS) / passedS,
            keys.worstMs, application.longestMs);
        std::fflush(stdout);
        if (!window.feed()->isOurs())
            return QApplication::exit(); // quit() would ask the window first
        QObject::connect(window.feed(), &window::RunFeed::ended, [] { QApplication::exit(); });
        window.feed()->stop();
    });
    return QApplication::exec();
}
