// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QByteArray>
#include <QString>

#include <utility>

namespace ceteris::results {

// A file that only grows: each append is there as a whole or not at all.
class AppendFile
{
public:
    static Result<AppendFile> open(const QString& path);

    AppendFile() = default;
    AppendFile(AppendFile&& other) noexcept { swap(other); }
    AppendFile& operator=(AppendFile&& other) noexcept
    {
        AppendFile(std::move(other)).swap(*this);
        return *this;
    }
    ~AppendFile();

    Result<void> append(QByteArrayView bytes); // one write(); a part that got through is taken back
    Result<void> sync(); // on the disk when it returns

private:
    void swap(AppendFile& other) noexcept;

    QString m_path;
    int m_descriptor = -1;
    qint64 m_size = 0;
};

Result<QByteArray> readWhole(const QString& path); // a file that is not there is an error
Result<void> replaceFile(const QString& path, const QByteArray& bytes); // atomic: the old one or the new one
Result<void> makeFolder(const QString& path); // with those above it
Result<void> syncFolder(const QString& path); // the names in it are on the disk when it returns
Result<QString> sha256(const QString& path);

} // namespace ceteris::results
