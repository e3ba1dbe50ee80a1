// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/errors/error.h"

#include <QString>
#include <QStringList>

namespace ceteris::models {

// What a person has added to an experiment: annotations.json in its folder. The engine neither reads nor hashes it.
struct Annotations
{
    bool starred = false;
    QStringList tags;
    QString note;

    bool operator==(const Annotations&) const = default;
};

Annotations readAnnotations(const QString& folder); // none where there is no such file, or none that can be read
Result<void> writeAnnotations(const QString& folder, const Annotations& annotations);

QStringList tagsOf(const QString& text); // "demo, first try" as people type it: each once, in order

} // namespace ceteris::models
