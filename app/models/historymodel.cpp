// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/historymodel.h"

#include "app/models/experimentwords.h"
#include "app/models/figures.h"
#include "app/results/layout.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ceteris::models {
namespace {

Qt::Alignment alignmentOf(int column)
{
    const bool isNumber = column == HistoryModel::Blocks || column == HistoryModel::Duration;
    return (column == HistoryModel::Star ? Qt::AlignHCenter
                   : isNumber            ? Qt::AlignRight
                                         : Qt::AlignLeft)
        | Qt::AlignVCenter;
}

} // namespace

HistoryModel::HistoryModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &HistoryModel::refresh);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_soon.start(); });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_soon.start(); });
}

void HistoryModel::setRoot(const QString& folder)
{
    m_root = folder;
    refresh();
}

QString HistoryModel::root() const
{
    return m_root;
}

void HistoryModel::refresh()
{
    m_reading.run([root = m_root, known = m_entries] { return scan(root, known); },
        [this](const QList<HistoryEntry>& fresh) {
            take(fresh);
            watch();
            emit refreshed();
        });
}

// Row by row, so that views keep what is chosen and where they stand.
void HistoryModel::take(QList<HistoryEntry> fresh)
{
    for (auto row = m_entries.size() - 1; row >= 0; --row) {
        if (std::ranges::find(fresh, m_entries[row].folder, &HistoryEntry::folder) != fresh.end())
            continue;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_entries.removeAt(row);
        endRemoveRows();
    }
    for (qsizetype row = 0; row < fresh.size(); ++row) {
        const auto old = rowOf(fresh[row].folder);
        if (old < 0) {
            beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
            m_entries.insert(row, fresh[row]);
            endInsertRows();
        } else if (m_entries[old].stamp != fresh[row].stamp || m_entries[old].standing != fresh[row].standing) {
            m_entries[old] = fresh[row];
            emit dataChanged(index(old, 0), index(old, ColumnCount - 1));
        }
    }
}

// A running experiment is seen by its growing table: a folder only tells of names.
void HistoryModel::watch()
{
    QStringList paths;
    if (QFileInfo::exists(m_root))
        paths += m_root;
    for (const auto& entry : std::as_const(m_entries)) {
        if (entry.standing != Standing::Running && entry.standing != Standing::Interrupted)
            continue;
        paths += entry.folder;
        if (const QString trials = QDir(entry.folder).filePath(results::file::trials); QFile::exists(trials))
            paths += trials;
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    for (const auto& path : watched)
        if (!paths.removeOne(path))
            m_watcher.removePath(path);
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
}

const HistoryEntry* HistoryModel::entry(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries[row] : nullptr;
}

int HistoryModel::rowOf(const QString& folder) const
{
    const auto found = std::ranges::find(m_entries, QDir(folder).absolutePath(), &HistoryEntry::folder);
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

Result<void> HistoryModel::annotate(const QString& folder, const Annotations& annotations)
{
    return writeAnnotations(folder, annotations).map([&] {
        if (const auto row = rowOf(folder); row >= 0) {
            m_entries[row].annotations = annotations;
            m_entries[row].stamp = stampOf(folder);
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    });
}

QString HistoryModel::trash() const
{
    return QDir(m_root).filePath(u".trash"_s);
}

Result<QString> HistoryModel::discard(const QString& folder)
{
    const QString target = trash() + u'/' + QFileInfo(folder).fileName();
    if (!QDir().mkpath(trash()) || !QDir().rename(folder, target))
        return fail(ErrorCode::CannotWriteFile, { target, tr("the folder could not be moved there") });
    if (const auto row = rowOf(folder); row >= 0) {
        beginRemoveRows({}, row, row);
        m_entries.removeAt(row);
        endRemoveRows();
    }
    refresh();
    return target;
}

Result<void> HistoryModel::restore(const QString& discarded)
{
    const QString target = QDir(m_root).filePath(QFileInfo(discarded).fileName());
    if (!QDir().rename(discarded, target))
        return fail(ErrorCode::CannotWriteFile, { target, tr("the folder could not be moved back") });
    refresh();
    return {};
}

void HistoryModel::emptyTrash()
{
    const QDir dir(trash());
    for (const auto& name : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QFile::moveToTrash(dir.filePath(name)); // without a system's trash it stays in ours
    QDir().rmdir(trash()); // only when it is empty
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::text(const HistoryEntry& it, int column) const
{
    switch (column) {
    case State:
        return QString(standingGlyph(it.standing) + u' ' + standingText(it.standing));
    case Star:
        return it.annotations.starred ? u"★"_s : u"☆"_s;
    case Name:
        return it.name;
    case Headline:
        if (it.standing == Standing::Unreadable)
            return tr("cannot be read: %1").arg(it.error);
        if (it.standing == Standing::Running)
            return tr("running %1 %").arg(it.percentDone);
        return it.standing == Standing::Interrupted ? tr("interrupted at %1 %").arg(it.percentDone) : it.headline;
    case Arms:
        return it.arms.join(u" · "_s);
    case Blocks:
        return it.blocksPlanned > 0 ? u"%1/%2"_s.arg(it.blocksUsed).arg(it.blocksPlanned) : u"—"_s;
    case Date:
        return it.started.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
    case Duration:
        return durationText(it.durationS);
    case Tags:
        return it.annotations.tags.join(u", "_s);
    default:
        return {};
    }
}

QVariant HistoryModel::sortValue(const HistoryEntry& it, int column) const
{
    switch (column) {
    case State:
        return static_cast<int>(it.standing);
    case Star:
        return it.annotations.starred ? 0 : 1;
    case Headline:
        return it.effect;
    case Blocks:
        return it.blocksUsed;
    case Date:
        return it.started;
    case Duration:
        return it.durationS;
    default:
        return text(it, column);
    }
}

QString HistoryModel::tip(const HistoryEntry& it) const
{
    QStringList lines { it.name + u" — "_s + standingText(it.standing) };
    if (!it.error.isEmpty())
        lines += it.error;
    if (!it.headline.isEmpty())
        lines += it.headline;
    if (it.blocksVoid > 0)
        lines += tr("%n block(s) void and run again", nullptr, it.blocksVoid);
    if (!it.annotations.note.isEmpty())
        lines += it.annotations.note;
    return lines.join(u'\n');
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    const auto* it = index.isValid() ? entry(index.row()) : nullptr;
    if (!it)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*it, index.column());
    case Qt::ToolTipRole:
        return tip(*it);
    case Qt::AccessibleTextRole:
        if (index.column() == State)
            return standingText(it->standing);
        if (index.column() == Star)
            return it->annotations.starred ? tr("Starred") : tr("Not starred");
        return text(*it, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(alignmentOf(index.column())));
    case FolderRole:
        return it->folder;
    case SortRole:
        return sortValue(*it, index.column());
    case StandingRole:
        return static_cast<int>(it->standing);
    case MoodRole:
        return static_cast<int>(index.column() == State ? moodOf(it->standing) : Mood::Plain);
    case Qt::CheckStateRole:
        return index.column() == State ? QVariant(m_chosen.contains(it->folder) ? Qt::Checked : Qt::Unchecked)
                                       : QVariant();
    case ErrorRole:
        return it->error;
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    const std::array names { tr("State"), QString(), tr("Name"), tr("Result"), tr("Arms"), tr("Blocks"), tr("Date"),
        tr("Duration"), tr("Tags") };
    const std::array tips { QString(), tr("Star"), QString(), tr("The registered metric"), QString(),
        tr("Blocks used of those planned"), QString(), QString(), QString() };
    const auto column = static_cast<std::size_t>(section);
    if (role == Qt::DisplayRole)
        return names[column];
    return role == Qt::ToolTipRole ? QVariant(tips[column]) : QVariant();
}

bool HistoryModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const auto* it = index.isValid() && index.column() == State ? entry(index.row()) : nullptr;
    if (!it || role != Qt::CheckStateRole || it->standing == Standing::Unreadable)
        return false;
    if (value.toInt() == Qt::Checked)
        m_chosen.insert(it->folder);
    else
        m_chosen.remove(it->folder);
    emit dataChanged(index, index, { Qt::CheckStateRole });
    emit chosenChanged();
    return true;
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const
{
    const auto* it = entry(index.row());
    const bool canBeTicked = index.column() == State && it && it->standing != Standing::Unreadable;
    return QAbstractTableModel::flags(index) | (canBeTicked ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

QStringList HistoryModel::chosen() const
{
    QStringList folders;
    for (const auto& it : m_entries)
        if (m_chosen.contains(it.folder))
            folders += it.folder;
    return folders;
}

void HistoryModel::clearChosen()
{
    m_chosen.clear();
    if (!m_entries.isEmpty())
        emit dataChanged(index(0, State), index(rowCount() - 1, State), { Qt::CheckStateRole });
    emit chosenChanged();
}

void HistoryModel::retranslate()
{
    if (!m_entries.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace ceteris::models
