// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations.h"

#include "sourcetree.h"

#include <QDir>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace ceteris::lint {
namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations; // one for each form of the plural
    bool isUnfinished = false;
};

QStringList placesIn(const QString& text)
{
    static const QRegularExpression place(u"%(?:L?\\d+|n)"_s);
    QStringList places;
    for (auto found = place.globalMatch(text); found.hasNext();)
        places += found.next().captured();
    places.removeDuplicates();
    places.sort();
    return places;
}

Message messageAt(QXmlStreamReader& xml, const QString& context)
{
    Message message { context, {}, {}, false };
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.isUnfinished = xml.attributes().hasAttribute(u"type"_s);
            QString text;
            while (
                !xml.atEnd() && !(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == "translation"_L1)) {
                if (xml.isStartElement()) // numerusform
                    message.translations += xml.readElementText();
                else if (xml.isCharacters())
                    text += xml.text();
            }
            if (message.translations.isEmpty())
                message.translations += text;
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QStringList objectionsTo(const Message& message)
{
    const auto said = u"%1: \"%2\""_s.arg(message.context, message.source);
    if (message.context == u"widgets" || message.context == u"std" || message.context == u"Text")
        return { said + u" is lost: lupdate takes a namespace for its context."_s };
    if (message.isUnfinished)
        return { said + u" is not translated."_s };
    QStringList sentences;
    for (const auto& translation : message.translations) {
        if (translation.trimmed().isEmpty())
            sentences += said + u" has an empty translation."_s;
        else if (placesIn(translation) != placesIn(message.source))
            sentences += said + u" has other places for figures in \"%1\"."_s.arg(translation);
    }
    return sentences;
}

} // namespace

QStringList objectionsToTranslations(const QByteArray& ts)
{
    QStringList sentences;
    QXmlStreamReader xml(ts);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            sentences += objectionsTo(messageAt(xml, context));
    }
    if (xml.hasError())
        sentences += xml.errorString();
    return sentences;
}

QStringList untranslatable(const QString& root)
{
    static const QRegularExpression call(
        u"\\b(setText|setToolTip|setStatusTip|setWhatsThis|setWindowTitle|setTitle|setTitleText|setPlaceholderText|"
        "setAccessibleName|setAccessibleDescription|setInformativeText|setDetailedText|setLabelText|setSuffix|"
        "addAction|addMenu|addTab|addRow|addItem|QLabel|QPushButton|QToolButton|QCheckBox|QRadioButton|"
        "QGroupBox|QAction|showMessage)\\s*[({]\\s*u?\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    static const QRegularExpression word(u"\\p{L}{2,}"_s);
    QStringList sentences;
    for (const auto& file :
        filesIn(root, { u"app/pages"_s, u"app/window"_s, u"widgets"_s }, { u"*.cpp"_s, u"*.h"_s })) {
        const auto text = linesOf(QDir(root).filePath(file)).join(u'\n');
        for (auto found = call.globalMatch(text); found.hasNext();) {
            const auto match = found.next();
            if (match.captured(2) != u"Ceteris" && word.match(match.captured(2)).hasMatch()) // a name is one everywhere
                sentences += u"%1: %2 shows \"%3\" without tr()."_s.arg(file, match.captured(1), match.captured(2));
        }
    }
    return sentences;
}

} // namespace ceteris::lint
