// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

class QString;

namespace ceteris::pages {

// What the form of a plan asks, as tables. Texts are marked for translation in the context PlanForm and translated
// when they are shown.

enum class FieldKind { Text, TextOrNone, Number, Flag, Choice, LevelName, ArmNames, Cpus, Words, Span };

struct FieldChoice
{
    const char* value;
    const char* text;
};

struct FieldSpec
{
    const char* key; // within its table: "redis.transport"
    FieldKind kind;
    const char* label;
    const char* unit;
    const char* hint;
    std::span<const FieldChoice> choices;
};

struct SectionSpec
{
    const char* name; // of the widget
    const char* title;
    const char* sentence;
    std::span<const FieldSpec> fields;
    const char* list; // of tables that the section shows too: "arm"; empty: none
};

std::span<const SectionSpec> planSections();
std::span<const FieldSpec> armFields();
std::span<const FieldSpec> levelFields();
std::span<const FieldSpec> eventFields();
std::span<const FieldSpec> elementFields(const QString& list); // of an "arm", a "level" or an "event"

QString formText(const char* text); // translated

} // namespace ceteris::pages
