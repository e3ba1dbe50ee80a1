// SPDX-License-Identifier: GPL-3.0-or-later
// What the oracle costs for each page, in ns: bench-oracle [PAGES]
#include "app/load/page.h"
#include "app/load/witness.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace ceteris;
using namespace ceteris::load;

namespace {

// As ceteris-server writes it: the mark follows a kilobyte of head, the form's token comes at the end.
std::string pageOf(std::uint64_t visits, std::string_view token)
{
    std::string head = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><style>";
    for (int rule = 0; rule < 20; ++rule)
        head += "dl div{display:flex;padding:.5rem;border:1px solid #ddd}";
    head += "</style></head><body>";
    return head + "<h1 data-user=\"user7\" data-visits=\"" + std::to_string(visits) + "\" data-count=\"0\" data-last=\""
        + std::string(token) + "\">user7</h1>" + std::string(1000, 'x')
        + "<input type=\"hidden\" name=\"_csrf\" value=\"0123456789abcdef0123456789abcdef\"></body></html>";
}

template <class Work>
void measure(const char* name, const std::vector<std::string>& pages, Work&& work)
{
    const auto begin = Clock::now();
    for (const auto& page : pages)
        work(page);
    const auto spent = toSeconds(Clock::now() - begin);
    std::printf("%-34s %8.0f ns\n", name, spent * 1e9 / double(pages.size()));
}

} // namespace

int main(int argc, char** argv)
{
    const auto count = std::uint64_t(argc > 1 ? std::atoll(argv[1]) : 100'000);
    const WitnessScope scope { { .marks = true, .run = QStringLiteral("bench"), .trial = 1, .arm = 1, .key = 7 }, 5 };
    OracleBook book;
    Witness witness(scope, book, { 7, "user7", "data-user=\"user7\"" });
    const std::string token(witness.tokenFor(plan::Operation::Login));
    Sight sight;
    sight.operation = plan::Operation::Login;
    sight.cookies = "SESSION=1";
    witness.saw(sight);
    sight = {};
    sight.status = 200;
    std::vector<std::string> pages;
    for (std::uint64_t visit = 1; visit <= count; ++visit)
        pages.push_back(pageOf(visit, token));

    std::size_t sum = 0; // so that nothing is left out
    measure("field value", pages, [&](const std::string& page) { sum += fieldValue(page, "_csrf").size(); });
    measure("marks", pages, [&](const std::string& page) { sum += marksOf(page).visits.value_or(0); });
    measure("nonce read", pages, [&](const std::string&) { sum += readNonce(token, scope.spec.key)->isGenuine; });
    measure("nonce written", pages, [&](const std::string&) { sum += textOf({}, scope.spec.key).size(); });
    measure("page judged", pages, [&](const std::string& page) {
        sight.body = page;
        witness.saw(sight);
    });
    const auto report = OracleBook::conclude({ &book });
    const auto& reads = report.of(Invariant::ReadYourWrites);
    return sum > 0 && reads.checks == count && reads.violations == 0 ? 0 : 1;
}
