// SPDX-License-Identifier: GPL-3.0-or-later
// ceteris-server with one fault, for the tests of what finds it: CETERIS_MUTANT names the fault (none: it is honest),
// CETERIS_MUTANT_RATE how often it strikes, if it is one of chance.
#include "server/program.h"
#include "tests/support/mutantstore.h"

#include <cstdio>

using namespace ceteris;
using testsupport::MutantMemory;
using testsupport::MutantStore;

namespace {

constexpr double usualRate = 1e-3;
constexpr int exitUsage = 64;

server::Parts mutated(const std::shared_ptr<MutantMemory>& memory)
{
    server::Parts parts;
    parts.newSessionId = [memory] { return memory->newSessionId(); };
    parts.stores = [memory](const contract::ServerConfig& config) {
        return sessions::storeFactory(config).map([&](const sessions::StoreFactory& honest) -> sessions::StoreFactory {
            return [=] { return std::make_unique<MutantStore>(honest(), memory); };
        });
    };
    return parts;
}

} // namespace

int main(int argc, char** argv)
{
    const auto name = qgetenv("CETERIS_MUTANT");
    const auto mutant = testsupport::mutantNamed({ name.constData(), static_cast<std::size_t>(name.size()) });
    bool isRate = true;
    const auto rateText = qgetenv("CETERIS_MUTANT_RATE");
    const auto rate = rateText.isEmpty() ? usualRate : rateText.toDouble(&isRate);
    if (!mutant || !isRate) {
        std::fprintf(
            stderr, "There is no mutant \"%s\" with the rate \"%s\".\n", name.constData(), rateText.constData());
        return exitUsage;
    }
    return server::runProgram(argc, argv, mutated(std::make_shared<MutantMemory>(*mutant, rate)));
}
