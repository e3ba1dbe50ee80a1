// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <cstdint>
#include <vector>

namespace ceteris::http {

// All connections of a thread in one epoll set, of which Qt's event loop watches one descriptor: Qt polls every
// descriptor it knows in each round, which would make each request dearer with every idle client.
class Poller
{
public:
    class Client
    {
    public:
        virtual void ready(std::uint32_t events) = 0; // EPOLLIN …
        virtual void roundEnded() = 0; // to whom asked for it

    protected:
        ~Client() = default;
    };

    Poller();
    ~Poller();
    Q_DISABLE_COPY_MOVE(Poller)

    // A client may be removed at any time but deleted only from the event loop: its event may be in the round that
    // runs.
    void add(int descriptor, std::uint32_t events, Client* client);
    void change(int descriptor, std::uint32_t events, Client* client);
    void remove(int descriptor);

    // True: roundEnded() follows after the last ready() of this round. False: no round runs.
    bool atRoundEnd(Client* client);

private:
    void dispatch();

    int m_epoll;
    QSocketNotifier m_notifier;
    bool m_inRound = false;
    std::vector<Client*> m_ending;
};

} // namespace ceteris::http
