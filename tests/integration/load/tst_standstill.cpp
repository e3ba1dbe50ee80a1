// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/nullserver.h"
#include "tests/integration/load/loadrun.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <signal.h>

#include <cmath>
#include <cstdio>
#include <thread>

using namespace ceteris;
using namespace ceteris::load;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double ratePerS = 200;
constexpr double windowS = 4;

LoadSpec spec(const QString& url, int users)
{
    LoadSpec it;
    it.url = url;
    it.model = plan::LoadModel::Rate;
    it.arrivals = plan::Arrivals::Fixed;
    it.ratePerS = ratePerS;
    it.users = users;
    it.timeoutS = 10;
    it.timeline = { .loginS = 0, .warmupS = 0, .measureS = windowS, .logoutS = 0, .drainS = 3 };
    return it;
}

// This program itself, as a process that can be stopped: it says one line when it has begun.
class Child
{
public:
    explicit Child(const QStringList& arguments)
    {
        m_process.start(QCoreApplication::applicationFilePath(), arguments);
    }
    ~Child()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QString line() // empty when none comes in 10 s
    {
        [[maybe_unused]] const bool came = QTest::qWaitFor([this] { return m_process.canReadLine(); }, 10'000);
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    void standStill(std::chrono::milliseconds length)
    {
        kill(pid_t(m_process.processId()), SIGSTOP);
        std::this_thread::sleep_for(length);
        kill(pid_t(m_process.processId()), SIGCONT);
    }

private:
    QProcess m_process;
};

int serve()
{
    const auto server = NullServer::start({});
    if (!server)
        return 1;
    std::puts(qPrintable((*server)->url()));
    std::fflush(stdout);
    std::getchar(); // until the parent is gone
    return 0;
}

int generate(const QString& url)
{
    constexpr int enough = 100; // that a user is free for each request, whenever it is sent
    Generator generator(spec(url, enough));
    if (!generator.start())
        return 1;
    std::puts("begun");
    std::fflush(stdout);
    const auto result = generator.finish();
    std::printf(
        "%ld %ld\n", long(result.health.hiccup.quantileUs(0.999)), long(result.measured().lag.quantileUs(0.99)));
    return 0;
}

} // namespace

// SIGSTOP on real processes: whose standstill is it?
class StandstillTest : public QObject
{
    Q_OBJECT

private slots:
    void ofTheServerIsInTheResponse();
    void ofTheGeneratorIsItsOwn();
};

// The stall law: D − (1 − p)·T·(1 − ρ), with a ρ near 0.
void StandstillTest::ofTheServerIsInTheResponse()
{
    constexpr double stallS = 1;
    Child server({ u"serve"_s });
    const auto url = server.line();
    QVERIFY(!url.isEmpty());
    constexpr int few = 4; // those that are stuck with the server are less than 1 % of the requests
    Generator generator(spec(url, few));
    QVERIFY(generator.start());
    QTRY_VERIFY_WITH_TIMEOUT(generator.elapsedS() > 1, 5000);
    server.standStill(1000ms);
    QTRY_VERIFY_WITH_TIMEOUT(generator.finished(), 15'000);
    const auto measured = generator.finish().measured();
    QCOMPARE(measured.counts.ok, std::uint64_t(ratePerS * windowS));
    const auto response = double(measured.response.quantileUs(0.99)) / 1e6;
    const double predicted = stallS - 0.01 * windowS;
    qInfo("p99 of response %.3f s, predicted %.3f", response, predicted);
    QVERIFY(std::abs(response / predicted - 1) < 0.1);
    QVERIFY(double(measured.service.quantileUs(0.99)) / 1e6 < response / 3);
    QVERIFY(double(measured.lag.quantileUs(0.99)) / 1e6 < response / 3);
}

void StandstillTest::ofTheGeneratorIsItsOwn()
{
    const auto server = NullServer::start({});
    QVERIFY(server);
    const auto run = [&](std::chrono::milliseconds standstill) {
        Child child({ u"generate"_s, (*server)->url() });
        if (child.line() != u"begun"_s)
            return std::pair(-1.0, -1.0);
        QTest::qWait(1000);
        if (standstill > 0ms)
            child.standStill(standstill);
        const auto figures = child.line().split(u' ');
        return figures.size() == 2 ? std::pair(figures[0].toDouble(), figures[1].toDouble()) : std::pair(-1.0, -1.0);
    };
    const auto [calmHiccupUs, calmLagUs] = run(0ms);
    const auto [hiccupUs, lagUs] = run(300ms);
    qInfo("hiccup %.0f us, lag %.0f us; calm %.0f and %.0f", hiccupUs, lagUs, calmHiccupUs, calmLagUs);
    QVERIFY(calmHiccupUs > 0 && calmLagUs > 0);
    QVERIFY(hiccupUs > 3 * calmHiccupUs && hiccupUs > 200'000);
    QVERIFY(lagUs > 3 * calmLagUs && lagUs > 200'000);
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const auto arguments = application.arguments();
    if (arguments.value(1) == u"serve"_s)
        return serve();
    if (arguments.value(1) == u"generate"_s)
        return generate(arguments.value(2));
    StandstillTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_standstill.moc"
