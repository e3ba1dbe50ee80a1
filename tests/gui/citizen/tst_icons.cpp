// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/icons.h"
#include "widgets/shell/theme.h"

#include <QDir>
#include <QDirIterator>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace ceteris;

namespace {

// The colour of the most opaque point: lines are smoothed at their edges.
QColor inkOf(const QPixmap& pixmap)
{
    const auto image = pixmap.toImage();
    QColor ink(Qt::transparent);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (const auto colour = image.pixelColor(x, y); colour.alpha() > ink.alpha())
                ink = colour;
    return ink;
}

QStringList names()
{
    auto files = QDir(u":/icons"_s).entryList({ u"*.svg"_s });
    files.removeIf([](const QString& file) { return file.startsWith("io."_L1); });
    return files.replaceInStrings(u".svg"_s, QString());
}

} // namespace

class Icons : public QObject
{
    Q_OBJECT

private slots:
    void drawing_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto& name : names())
            QTest::newRow(qPrintable(name)) << name;
    }

    void drawing()
    {
        QFETCH(const QString, name);
        QVERIFY(QSvgRenderer(u":/icons/%1.svg"_s.arg(name)).isValid());
        QVERIFY(!widgets::icon(name).isNull());
        QVERIFY(inkOf(widgets::icon(name).pixmap(18)).alpha() > 200);
    }

    void followsTheTheme()
    {
        const auto live = widgets::icon(u"live"_s, QPalette::HighlightedText);
        for (const auto choice : { widgets::ThemeChoice::Light, widgets::ThemeChoice::Dark }) {
            widgets::applyTheme(choice); // the icon was made before
            const auto theme = widgets::theme();
            QCOMPARE(inkOf(live.pixmap(96)), theme.text);
            QCOMPARE(inkOf(live.pixmap(96, QIcon::Disabled)), theme.muted);
            QCOMPARE(inkOf(live.pixmap(96, QIcon::Normal, QIcon::On)), theme.onAccent);
        }
    }

    void isSharpOnFineScreens()
    {
        const auto glyph = widgets::glyph(u"stop"_s, Qt::red, 20, 2);
        QCOMPARE(glyph.size(), QSize(40, 40));
        QCOMPARE(glyph.deviceIndependentSize(), QSizeF(20, 20));
        QCOMPARE(inkOf(glyph), QColor(Qt::red));
    }

    void unknownNameIsNull() { QVERIFY(widgets::icon(u"no-such-icon"_s).isNull()); }

    void namesInTheSourcesExist()
    {
        static const QRegularExpression call(u"\\b(?:icon|glyph)\\(u\"([^\"]+)\""_s);
        const auto known = names();
        for (const auto* folder : { "app", "widgets" }) {
            QDirIterator files(QStringLiteral(CETERIS_SOURCE_DIR "/") + QLatin1StringView(folder), { u"*.cpp"_s },
                QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                auto calls = call.globalMatch(QString::fromUtf8(file.readAll()));
                while (calls.hasNext()) {
                    const auto name = calls.next().captured(1);
                    QVERIFY2(known.contains(name), qPrintable(file.fileName() + u": no icon "_s + name));
                }
            }
        }
    }

    void appIcon()
    {
        for (const int size : { 16, 48, 256 })
            QCOMPARE(widgets::appIcon().pixmap(size).size(), QSize(size, size));
    }
};

QTEST_MAIN(Icons)
#include "tst_icons.moc"
