// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/sqlitefile.h"

using namespace Qt::StringLiterals;

namespace ceteris::services {

SqliteFile::SqliteFile(const SqlOptions& options)
    : m_settings(options.settings)
    , m_folder(options.folder + u"/sqlite-XXXXXX"_s)
{
}

Result<std::unique_ptr<SqliteFile>> SqliteFile::start(const SqlOptions& options)
{
    std::unique_ptr<SqliteFile> file(new SqliteFile(options));
    if (!file->m_folder.isValid())
        return fail(ErrorCode::CannotWriteFile, { options.folder, file->m_folder.errorString() });
    return file;
}

contract::SqlAddress SqliteFile::address() const
{
    contract::SqlAddress address;
    address.engine = u"sqlite"_s;
    address.file = m_folder.filePath(u"sessions.sqlite"_s);
    return address;
}

void SqliteFile::tell(contract::ServerConfig& config) const
{
    config.store.sql.address = address();
    config.store.sql.connections = m_settings.connections;
    config.store.sql.durable = m_settings.durable;
}

} // namespace ceteris::services
