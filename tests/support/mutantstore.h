// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"
#include "tests/support/mutantmemory.h"

#include <memory>

namespace ceteris::testsupport {

// A store as it should be, but for one fault.
class MutantStore : public sessions::SessionStore
{
public:
    MutantStore(std::unique_ptr<sessions::SessionStore> honest, std::shared_ptr<MutantMemory> memory);

    void find(const QByteArray& id, qint64 now, Found done) override;
    void create(const sessions::Session& session, Done done) override;
    void save(const sessions::Delta& delta, Done done) override;
    void rotateId(const QByteArray& newId, const sessions::Delta& delta, Done done) override;
    void remove(const QByteArray& id, Done done) override;
    void count(Counted done) override { m_honest->count(std::move(done)); }
    void clear(Done done) override { m_honest->clear(std::move(done)); }
    sessions::Capabilities capabilities() const override { return m_honest->capabilities(); }
    std::optional<qint64> bytes() const override { return m_honest->bytes(); }

private:
    sessions::Session falsified(sessions::Session found, qint64 now);
    void saveAll(const sessions::Session& base, const sessions::Delta& delta, Done done);
    void saveOrResurrect(const sessions::Delta& delta, Done done);

    std::unique_ptr<sessions::SessionStore> m_honest;
    std::shared_ptr<MutantMemory> m_memory;
};

} // namespace ceteris::testsupport
