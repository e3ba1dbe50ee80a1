// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan/differences.h"

#include "app/plan/fields.h"
#include "app/plan/tomltext.h"

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

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
    explicit KeyLister(bool every = false)
        : m_every(every)
    {
    }

    void text(QLatin1StringView key, const QString& value, const TextRule&, const Presence& presence = optional)
    {
        add(key, quoted(value), presence);
    }
    template <class Number>
    void number(QLatin1StringView key, Number value, Number, Number, const Presence& presence = optional)
    {
        add(key, QString::number(value), presence);
    }
    void flag(QLatin1StringView key, bool value, const Presence& presence = optional)
    {
        add(key, value ? u"true"_s : u"false"_s, presence);
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
        if (presence.kind == Presence::Absent && !m_every)
            return;
        KeyLister inner(m_every);
        fields(inner, part);
        for (const auto& [name, value] : inner.settings)
            settings.push_back({ key + u'.' + name, value });
    }
    bool sound(QLatin1StringView) const { return true; }

    std::vector<Setting> settings;

private:
    void add(QLatin1StringView key, const QString& value, const Presence& presence)
    {
        if (presence.kind != Presence::Absent || m_every)
            settings.push_back({ key, value });
    }

    bool m_every; // also what makes no sense beside the other keys
};

// A mapping says where things are, not what they do.
bool isTreatment(const QString& key)
{
    return key != u"name" && !key.startsWith(u"mapping.");
}

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
        // A key that only one of them has came along with another one.
        if (isTreatment(key) && other != others.end() && other->value != value)
            found.push_back({ key, value, other->value });
    }
    return found;
}

bool isArmKey(const QString& text)
{
    Arm arm;
    KeyLister lister(true);
    fields(lister, arm);
    return isTreatment(text) && std::ranges::find(lister.settings, text, &Setting::key) != lister.settings.end();
}

} // namespace ceteris::plan
