// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace ceteris::window {

// One window for each user: a second start hands its files to the first and leaves.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(QString name, QObject* parent = nullptr); // name: of the socket
    static QString defaultName(); // in XDG_RUNTIME_DIR

    bool handOver(const QStringList& files); // true: there was a first one and it has them
    bool listen(); // takes the place, also of one that died

signals:
    void received(const QStringList& files); // empty: show yourself

private:
    void take(QLocalSocket* socket);

    QString m_name;
    QLocalServer m_server;
};

} // namespace ceteris::window
