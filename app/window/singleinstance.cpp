// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/singleinstance.h"

#include <QDataStream>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

namespace ceteris::window {
namespace {

constexpr int timeoutMs = 1000; // on one machine: more means that nobody listens
constexpr auto streamVersion = QDataStream::Qt_6_4;
const auto answer = QByteArrayLiteral("taken");

} // namespace

SingleInstance::SingleInstance(QString name, QObject* parent)
    : QObject(parent)
    , m_name(std::move(name))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto* socket = m_server.nextPendingConnection())
            take(socket);
    });
}

QString SingleInstance::defaultName()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    return folder.filePath(u"ceteris.socket"_s);
}

bool SingleInstance::handOver(const QStringList& files)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(timeoutMs))
        return false;
    QDataStream out(&socket);
    out.setVersion(streamVersion);
    out << files;
    socket.flush();
    // An answer, or the first one hangs and a window of its own is the better offer.
    return socket.waitForReadyRead(timeoutMs);
}

bool SingleInstance::listen()
{
    if (m_server.listen(m_name))
        return true;
    // Nobody took what handOver() offered: the socket is what a crash left behind.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

void SingleInstance::take(QLocalSocket* socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    const auto read = [this, socket] {
        QDataStream in(socket);
        in.setVersion(streamVersion);
        in.startTransaction();
        QStringList files;
        in >> files;
        if (!in.commitTransaction())
            return;
        socket->write(answer);
        socket->flush();
        emit received(files);
    };
    connect(socket, &QLocalSocket::readyRead, this, read);
    if (socket->bytesAvailable() > 0)
        read();
}

} // namespace ceteris::window
