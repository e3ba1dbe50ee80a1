// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/proctext.h"

#include <algorithm>

namespace ceteris::monitor {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::optional<double> number(QByteArrayView word)
{
    bool ok = false;
    const auto value = word.toULongLong(&ok);
    return ok ? std::optional(static_cast<double>(value)) : std::nullopt;
}

// Calls with each line, without its end, until the callee says stop.
template <class Callee>
void forEachLine(QByteArrayView text, Callee callee)
{
    while (!text.isEmpty()) {
        const auto line = firstLine(text);
        if (!callee(line))
            return;
        text = text.sliced(std::min(text.size(), line.size() + 1));
    }
}

// Whether the line is "key value" or "key: value".
bool hasKey(QByteArrayView line, QByteArrayView key)
{
    return line.startsWith(key) && line.size() > key.size() && (isBlank(line[key.size()]) || line[key.size()] == ':');
}

std::optional<double> secondWord(QByteArrayView line)
{
    const auto parts = words(line);
    return parts.size() < 2 ? std::nullopt : number(parts[1]);
}

} // namespace

std::vector<QByteArrayView> words(QByteArrayView line)
{
    std::vector<QByteArrayView> found;
    for (qsizetype at = 0; at < line.size();) {
        const auto begin = at;
        while (at < line.size() && !isBlank(line[at]))
            ++at;
        if (at > begin)
            found.push_back(line.sliced(begin, at - begin));
        ++at;
    }
    return found;
}

QByteArrayView firstLine(QByteArrayView text)
{
    const auto end = text.indexOf('\n');
    return end < 0 ? text : text.first(end);
}

std::optional<double> numberAfter(QByteArrayView key, QByteArrayView text)
{
    std::optional<double> found;
    forEachLine(text, [&](QByteArrayView line) {
        const bool is = hasKey(line, key);
        if (is)
            found = secondWord(line);
        return !is;
    });
    return found;
}

std::optional<double> sumOfAll(QByteArrayView keyBegin, QByteArrayView text)
{
    std::optional<double> sum;
    forEachLine(text, [&](QByteArrayView line) {
        if (const auto value = line.startsWith(keyBegin) ? secondWord(line) : std::nullopt)
            sum = sum.value_or(0) + *value;
        return true;
    });
    return sum;
}

std::optional<double> tableCell(QByteArrayView table, QByteArrayView column, QByteArrayView text)
{
    std::optional<std::size_t> place;
    std::optional<double> found;
    forEachLine(text, [&](QByteArrayView line) {
        if (!hasKey(line, table))
            return true;
        const auto cells = words(line);
        if (place) {
            if (*place < cells.size())
                found = number(cells[*place]);
            return false;
        }
        const auto at = std::find(cells.begin(), cells.end(), column);
        if (at != cells.end())
            place = static_cast<std::size_t>(at - cells.begin());
        return place.has_value();
    });
    return found;
}

std::optional<double> pressureTotal(QByteArrayView text)
{
    std::optional<double> found;
    forEachLine(text, [&](QByteArrayView line) {
        if (!line.startsWith("some "))
            return true;
        if (const auto at = line.lastIndexOf("total="); at >= 0)
            found = number(line.sliced(at + 6).trimmed());
        return false;
    });
    return found;
}

CpuTimes& CpuTimes::operator+=(const CpuTimes& other)
{
    task += other.task;
    interrupt += other.interrupt;
    steal += other.steal;
    return *this;
}

std::optional<CpuTimes> cpuTimes(QByteArrayView name, QByteArrayView stat)
{
    std::optional<CpuTimes> found;
    forEachLine(stat, [&](QByteArrayView line) {
        if (!hasKey(line, name))
            return line.startsWith("cpu"); // these lines come first
        enum Field { Name, User, Nice, System, Idle, IoWait, Irq, SoftIrq, Steal };
        const auto parts = words(line);
        if (parts.size() <= Steal)
            return false;
        const auto at = [&](Field field) { return number(parts[field]).value_or(0); };
        if (number(parts[User]) && number(parts[Steal]))
            found = CpuTimes { at(User) + at(Nice) + at(System), at(Irq) + at(SoftIrq), at(Steal) };
        return false;
    });
    return found;
}

std::vector<int> cpusIn(QByteArrayView stat)
{
    std::vector<int> cpus;
    forEachLine(stat, [&](QByteArrayView line) {
        if (!line.startsWith("cpu"))
            return false;
        bool ok = false;
        const auto cpu = words(line).front().sliced(3).toInt(&ok);
        if (ok)
            cpus.push_back(cpu);
        return true;
    });
    return cpus;
}

std::optional<ProcessTimes> processTimes(QByteArrayView stat)
{
    const auto open = stat.indexOf('(');
    const auto close = stat.lastIndexOf(')'); // the name may contain anything, brackets too
    if (open < 0 || close < open)
        return std::nullopt;
    enum Field { State, Parent, User = 11, System, ChildUser, ChildSystem, Started = 19 }; // after the name
    const auto fields = words(firstLine(stat.sliced(close + 1)));
    if (fields.size() <= Started)
        return std::nullopt;
    const auto at = [&](Field field) { return number(fields[field]).value_or(0); };
    return ProcessTimes { stat.sliced(open + 1, close - open - 1).toByteArray(), fields[Parent].toLongLong(),
        at(User) + at(System), at(ChildUser) + at(ChildSystem), at(Started) };
}

} // namespace ceteris::monitor
