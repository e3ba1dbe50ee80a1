// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/junit.h"

#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::results {
namespace {

using stats::Verdict;

enum class Kind { Passed, Failure, Error, Skipped };

Kind kindOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Worse:
        return Kind::Failure;
    case Verdict::NotComparable:
        return Kind::Error;
    case Verdict::Pilot:
    case Verdict::Inconclusive:
        return Kind::Skipped;
    case Verdict::Better:
    case Verdict::Equivalent:
    case Verdict::Different:
        break;
    }
    return Kind::Passed;
}

struct Case
{
    QString group;
    QString name;
    Kind kind = Kind::Passed;
    QString type; // the verdict
    QString text;
};

std::vector<Case> casesOf(const JUnitRun& run, const std::vector<Comparison>& comparisons)
{
    std::vector<Case> cases;
    for (const auto& it : comparisons)
        if (it.primary && !it.isTwin)
            cases.push_back({ u"%1.%2.%3"_s.arg(run.experiment, it.level, it.operation),
                u"%1: %2 against %3"_s.arg(it.metric, it.arm, it.control), kindOf(it.decision.verdict),
                QString::fromLatin1(stats::name(it.decision.verdict).data()), it.sentence });
    if (!run.trouble.isEmpty())
        cases.push_back(
            { run.experiment, u"the experiment comes to its end"_s, Kind::Error, u"experiment"_s, run.trouble });
    return cases;
}

void write(QXmlStreamWriter& xml, const Case& it)
{
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, it.group);
    xml.writeAttribute(u"name"_s, it.name);
    xml.writeAttribute(u"time"_s, u"0"_s);
    if (it.kind == Kind::Passed) {
        xml.writeTextElement(u"system-out"_s, it.text);
    } else {
        const auto element = it.kind == Kind::Failure ? u"failure"_s
            : it.kind == Kind::Error                  ? u"error"_s
                                                      : u"skipped"_s;
        xml.writeStartElement(element);
        xml.writeAttribute(u"message"_s, it.text);
        if (it.kind != Kind::Skipped)
            xml.writeAttribute(u"type"_s, it.type);
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

} // namespace

QByteArray junitXml(const JUnitRun& run, const std::vector<Comparison>& comparisons)
{
    const auto cases = casesOf(run, comparisons);
    const auto count = [&cases](Kind kind) { return QString::number(std::ranges::count(cases, kind, &Case::kind)); };
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, run.experiment);
    xml.writeAttribute(u"tests"_s, QString::number(cases.size()));
    xml.writeAttribute(u"failures"_s, count(Kind::Failure));
    xml.writeAttribute(u"errors"_s, count(Kind::Error));
    xml.writeAttribute(u"skipped"_s, count(Kind::Skipped));
    xml.writeAttribute(u"time"_s, u"0"_s);
    if (!run.startedUtc.isEmpty())
        xml.writeAttribute(u"timestamp"_s, run.startedUtc);
    for (const auto& it : cases)
        write(xml, it);
    xml.writeEndDocument();
    return bytes;
}

} // namespace ceteris::results
