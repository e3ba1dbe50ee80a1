// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/resultsenvironment.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

// Files are listed under Raw, each with its hash.
QJsonObject withoutFiles(QJsonObject manifest)
{
    manifest.remove(u"files"_s);
    return manifest;
}

bool isPlain(const QJsonArray& array)
{
    return std::none_of(array.begin(), array.end(), [](const auto& it) { return it.isObject() || it.isArray(); });
}

QString textOf(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (!value.isArray())
        return value.toString();
    QStringList parts;
    for (const auto& it : value.toArray())
        parts += textOf(it);
    return parts.join(u", "_s);
}

void add(QTreeWidgetItem* parent, const QString& key, const QJsonValue& value)
{
    const bool isList = value.isArray() && !isPlain(value.toArray());
    auto* const item = new QTreeWidgetItem(parent, { key, value.isObject() || isList ? QString() : textOf(value) });
    if (value.isObject()) {
        const auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            add(item, it.key(), it.value());
    } else if (isList) {
        int number = 0;
        for (const auto& it : value.toArray())
            add(item, QString::number(++number), it);
    }
    item->setExpanded(!isList);
}

} // namespace

ResultsEnvironment::ResultsEnvironment(QWidget* parent)
    : ResultsTab(parent)
    , m_tree(new QTreeWidget(this))
    , m_copy(new QPushButton(this))
{
    m_tree->setObjectName(u"manifestTree"_s);
    m_tree->setColumnCount(2);
    m_tree->setAlternatingRowColors(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_copy->setObjectName(u"copyManifest"_s);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_tree, 1);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    connect(m_copy, &QPushButton::clicked, this, &ResultsEnvironment::copy);
    retranslate();
}

void ResultsEnvironment::retranslate()
{
    m_tree->setHeaderLabels({ tr("Key"), tr("Value") });
    m_tree->setAccessibleName(tr("Environment"));
    m_copy->setText(tr("&Copy"));
}

void ResultsEnvironment::refresh()
{
    m_tree->clear();
    const auto manifest = withoutFiles(experiment().results.manifest);
    for (auto it = manifest.begin(); it != manifest.end(); ++it)
        add(m_tree->invisibleRootItem(), it.key(), it.value());
}

void ResultsEnvironment::copy() const
{
    if (shared())
        QApplication::clipboard()->setText(
            QString::fromUtf8(QJsonDocument(withoutFiles(experiment().results.manifest)).toJson()));
}

} // namespace ceteris::pages
