// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/sessions/sessionstore.h"

#include <QObject>

#include <memory>

namespace ceteris::testsupport {

// What some real session frameworks do not do. A store that imitates one says so, and shows in tests of its own what
// comes of it.
struct Promises
{
    bool refusesLateSaves = true; // a save whose session has gone says NotFound and leaves nothing
    bool mergesSaves = true; // parallel saves of different attributes are all kept
    bool goesByOurClock = true; // idle time is judged by `now`, not by the clock of the store
};

// What every SessionStore promises, as test cases. A test program for one store inherits them and says how the store is
// made; the cases may stand beside its own.
class StoreContract : public QObject
{
    Q_OBJECT

public:
    static constexpr int absoluteTimeoutS = 3600; // of the stores that makeStore() makes

protected:
    // One more object over the same sessions, as a second listener thread has it.
    virtual std::unique_ptr<sessions::SessionStore> makeStore() = 0;
    virtual Promises promises() const { return {}; }

private slots:
    void init();
    void cleanup();

    void findsWhatWasCreated_data();
    void findsWhatWasCreated();
    void knowsNothingOfStrangers_data();
    void knowsNothingOfStrangers();
    void savesOnlyTheDelta();
    void forgetsARemovedAttribute();
    void tellsAnEmptyAttributeFromARemovedOne();
    void savesNothingWithoutASession();
    void savesNothingAfterRemove();
    void rotatesTheId();
    void rotatesNothingWithoutASession();
    void removesTwice();
    void expiresWhenIdle();
    void staysAliveWhenUsed();
    void expiresAbsolutely();
    void mergesParallelSaves();
    void countsAndClears(); // perhaps a moment later: memcached passes over what an answer still holds
    void answersWhenItIsDestroyed();

private:
    std::unique_ptr<sessions::SessionStore> m_store;
};

} // namespace ceteris::testsupport
