// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/differences.h"

#include "app/plan/fields.h"
#include "app/plan/tomltext.h"

#include <algorithm>
#include <span>

namespace ceteris::plan {
namespace {

struct Setting
{
    QString key;
    QString value;
};

// The keys of an arm with their values; of the shape that fields() wants.
class KeyLister
{
public:
    void text(QLatin1StringView key, const QString& value, const TextRule&, const Presence& presence = optional)
    {
        add(key, quoted(value), presence);
    }
    template <class Number>
    void number(QLatin1StringView key, Number value, Number, Number)
    {
        add(key, QString::number(value), optional);
    }
    template <class Enum>
    void choice(QLatin1StringView key, Enum value, std::span<const QLatin1StringView> names,
        const Presence& presence = optional)
    {
        add(key, quoted(names[static_cast<std::size_t>(value)]), presence);
    }
    template <class Part>
    void part(QLatin1StringView key, Part& part, const Presence& presence)
    {
        if (presence.kind == Presence::Absent)
            return;
        KeyLister inner;
        fields(inner, part);
        for (const auto& [name, value] : inner.settings)
            settings.push_back({ key + u'.' + name, value });
    }
    bool sound(QLatin1StringView) const { return true; }

    std::vector<Setting> settings;

private:
    void add(QLatin1StringView key, const QString& value, const Presence& presence)
    {
        if (presence.kind != Presence::Absent)
            settings.push_back({ key, value });
    }
};

std::vector<Setting> settingsOf(const Arm& arm)
{
    auto copy = arm; // fields() serves the reader too
    KeyLister lister;
    fields(lister, copy);
    return lister.settings;
}

} // namespace

std::vector<Difference> differences(const Arm& arm, const Arm& control)
{
    const auto others = settingsOf(control);
    std::vector<Difference> found;
    for (const auto& [key, value] : settingsOf(arm)) {
        const auto other = std::ranges::find(others, key, &Setting::key);
        // A key that only one of them has came along with another one; a mapping says where things are, not what they
        // do.
        const auto counts = key != u"name" && !key.startsWith(u"mapping.");
        if (counts && other != others.end() && other->value != value)
            found.push_back({ key, value, other->value });
    }
    return found;
}

} // namespace ceteris::plan
