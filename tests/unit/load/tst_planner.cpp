// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load/planner.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace ceteris;
using namespace ceteris::load;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::function<void(LoadSpec&)>)

class PlannerTest : public QObject
{
    Q_OBJECT

private slots:
    void drawsAreTheSameOnEveryMachine();
    void usersAreSpawnedAtAnEvenPace();
    void thinkTimesFillTheirRange();
    void writesHaveTheirShare();
    void visitsHaveTheirShareOfWhatIsNotWritten();
    void equalSpecsGiveEqualHashes();
    void hashSeesEveryChange_data();
    void hashSeesEveryChange();
    void hashIgnoresThreads();
    void fixedArrivalsAreExact();
    void poissonGapsAreExponential();
    void threadsShareTheArrivals();
    void noRateNoArrivals();
};

static LoadSpec usersSpec()
{
    LoadSpec spec;
    spec.users = 100;
    spec.spawnPerS = 50;
    spec.thinkMinS = 0.5;
    spec.thinkMaxS = 3;
    spec.writeShare = 0.25;
    spec.timeline = { .loginS = 2, .warmupS = 1, .measureS = 3, .logoutS = 0, .drainS = 5 };
    spec.seed = 7;
    return spec;
}

static LoadSpec rateSpec(plan::Arrivals arrivals, double ratePerS)
{
    auto spec = usersSpec();
    spec.model = plan::LoadModel::Rate;
    spec.arrivals = arrivals;
    spec.ratePerS = ratePerS;
    return spec;
}

static std::vector<Arrival> allOf(const LoadSpec& spec, int thread = 0, int threads = 1)
{
    std::vector<Arrival> all;
    Arrivals arrivals(spec, thread, threads);
    while (const auto arrival = arrivals.next())
        all.push_back(*arrival);
    return all;
}

void PlannerTest::drawsAreTheSameOnEveryMachine()
{
    // Written down once: a change here changes the load of every recorded experiment.
    const Stream stream(1, 2);
    QCOMPARE(stream.bits(0), std::uint64_t(0xe68e6fc01df08360));
    QCOMPARE(stream.bits(1000), std::uint64_t(0xa8845c2317e90469));
    QCOMPARE(stream.uniform(0), double(stream.bits(0) >> 11) / 9007199254740992.0);
}

void PlannerTest::usersAreSpawnedAtAnEvenPace()
{
    const auto spec = usersSpec();
    const Planner planner(spec);
    QCOMPARE(planner.spawn(0), Duration(0));
    QCOMPARE(planner.spawn(1), Duration(20ms));
    QCOMPARE(planner.spawn(99), Duration(1980ms));
}

void PlannerTest::thinkTimesFillTheirRange()
{
    const auto spec = usersSpec();
    const Planner planner(spec);
    double sum = 0;
    double firstSum = 0;
    for (int user = 0; user < 100; ++user) {
        for (std::uint64_t action = 1; action <= 100; ++action) {
            const auto think = toSeconds(planner.thinkBefore(user, action));
            QVERIFY(think >= 0.5 && think < 3);
            sum += think;
        }
        const auto first = toSeconds(planner.firstAction(user));
        QVERIFY(first >= 0 && first < 3);
        firstSum += first;
    }
    QVERIFY(std::abs(sum / 10'000 - 1.75) < 0.03); // four standard errors
    QVERIFY(std::abs(firstSum / 100 - 0.875) < 0.25);
}

void PlannerTest::writesHaveTheirShare()
{
    auto spec = usersSpec();
    const auto writes = [&spec] {
        const Planner planner(spec);
        int count = 0;
        for (std::uint64_t action = 0; action < 10'000; ++action)
            count += planner.operation(3, action) == plan::Operation::Write ? 1 : 0;
        return count;
    };
    QVERIFY(std::abs(writes() - 2500) < 180);
    spec.writeShare = 0;
    QCOMPARE(writes(), 0);
    spec.writeShare = 1;
    QCOMPARE(writes(), 10'000);
}

void PlannerTest::visitsHaveTheirShareOfWhatIsNotWritten()
{
    auto spec = usersSpec();
    spec.botShare = 0.4;
    const Planner planner(spec);
    std::array<int, plan::operationCount> counts {};
    for (std::uint64_t action = 0; action < 10'000; ++action)
        ++counts[plan::index(planner.operation(3, action))];
    QVERIFY(std::abs(counts[plan::index(plan::Operation::Write)] - 2500) < 180);
    QVERIFY(std::abs(counts[plan::index(plan::Operation::Visit)] - 3000) < 180);
    QVERIFY(std::abs(counts[plan::index(plan::Operation::Refresh)] - 4500) < 180);
    QVERIFY(planner.hash() != Planner(usersSpec()).hash());
}

void PlannerTest::equalSpecsGiveEqualHashes()
{
    const auto one = usersSpec();
    auto other = usersSpec();
    other.url = QStringLiteral("http://somewhere.else"); // another arm of the block
    QCOMPARE(Planner(one).hash(), Planner(other).hash());
    const auto poisson = rateSpec(plan::Arrivals::Poisson, 100);
    const auto again = rateSpec(plan::Arrivals::Poisson, 100);
    QCOMPARE(Planner(poisson).hash(), Planner(again).hash());
}

void PlannerTest::hashSeesEveryChange_data()
{
    QTest::addColumn<std::function<void(LoadSpec&)>>("change");
    const auto row = [](const char* name, std::function<void(LoadSpec&)> change) { QTest::newRow(name) << change; };
    row("seed", [](LoadSpec& spec) { spec.seed = 8; });
    row("users", [](LoadSpec& spec) { spec.users = 101; });
    row("spawn rate", [](LoadSpec& spec) { spec.spawnPerS = 51; });
    row("think time", [](LoadSpec& spec) { spec.thinkMaxS = 3.1; });
    row("writes", [](LoadSpec& spec) { spec.writeShare = 0.3; });
    row("rate", [](LoadSpec& spec) { spec.ratePerS = 101; });
    row("arrivals", [](LoadSpec& spec) { spec.arrivals = plan::Arrivals::Poisson; });
    row("window", [](LoadSpec& spec) { spec.timeline.measureS = 3.1; });
}

void PlannerTest::hashSeesEveryChange()
{
    QFETCH(std::function<void(LoadSpec&)>, change);
    const auto seenBy = [&change](const LoadSpec& spec) {
        auto changed = spec;
        change(changed);
        return Planner(changed).hash() != Planner(spec).hash();
    };
    QVERIFY(seenBy(usersSpec()) || seenBy(rateSpec(plan::Arrivals::Fixed, 100)));
}

void PlannerTest::hashIgnoresThreads()
{
    auto spec = rateSpec(plan::Arrivals::Poisson, 100);
    const auto hash = Planner(spec).hash();
    spec.threads = 4;
    QCOMPARE(Planner(spec).hash(), hash);
}

void PlannerTest::fixedArrivalsAreExact()
{
    const auto arrivals = allOf(rateSpec(plan::Arrivals::Fixed, 250));
    QCOMPARE(arrivals.size(), std::size_t(1000)); // 4 s
    for (std::size_t i = 0; i < arrivals.size(); ++i)
        QCOMPARE(arrivals[i].at, Duration(4ms) * std::int64_t(i));
}

void PlannerTest::poissonGapsAreExponential()
{
    const auto arrivals = allOf(rateSpec(plan::Arrivals::Poisson, 10'000));
    QVERIFY(std::abs(double(arrivals.size()) - 40'000) < 4 * 200);
    QVERIFY(std::is_sorted(arrivals.begin(), arrivals.end(), [](const auto& a, const auto& b) { return a.at < b.at; }));
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 1; i < arrivals.size(); ++i) {
        const auto gap = toSeconds(arrivals[i].at - arrivals[i - 1].at) * 10'000;
        sum += gap;
        squares += gap * gap;
    }
    const auto mean = sum / double(arrivals.size() - 1);
    const auto variance = squares / double(arrivals.size() - 1) - mean * mean;
    QVERIFY(std::abs(variance / (mean * mean) - 1) < 0.08); // of a fixed spacing it is 0
}

void PlannerTest::threadsShareTheArrivals()
{
    const auto spec = rateSpec(plan::Arrivals::Poisson, 100);
    std::vector<std::uint64_t> numbers;
    for (int thread = 0; thread < 3; ++thread) {
        for (const auto& arrival : allOf(spec, thread, 3)) {
            QCOMPARE(arrival.number % 3, std::uint64_t(thread));
            numbers.push_back(arrival.number);
        }
    }
    std::sort(numbers.begin(), numbers.end());
    const auto all = allOf(spec);
    QCOMPARE(numbers.size(), all.size());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        QCOMPARE(numbers[i], std::uint64_t(i));
}

void PlannerTest::noRateNoArrivals()
{
    QVERIFY(allOf(rateSpec(plan::Arrivals::Fixed, 0)).empty());
}

QTEST_APPLESS_MAIN(PlannerTest)
#include "tst_planner.moc"
