// SPDX-License-Identifier: GPL-3.0-or-later
// ceteris-icons DRAWING PICTURE…: renders a drawing into pictures whose folders say their sizes ("…/48x48/apps/x.png").
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

bool render(QSvgRenderer& drawing, const QString& path)
{
    static const QRegularExpression folder(u"/(\\d+)x\\d+/"_s);
    const int size = folder.match(path).captured(1).toInt();
    if (size <= 0 || !QDir().mkpath(QFileInfo(path).path()))
        return false;
    QImage picture(size, size, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    drawing.render(&painter);
    painter.end();
    return picture.save(path);
}

} // namespace

int main(int count, char** words)
{
    if (count < 3) {
        std::fputs("usage: ceteris-icons DRAWING PICTURE...\n", stderr);
        return 64;
    }
    QSvgRenderer drawing(QString::fromLocal8Bit(words[1]));
    for (int i = 2; i < count; ++i) {
        if (!drawing.isValid() || !render(drawing, QString::fromLocal8Bit(words[i]))) {
            std::fprintf(stderr, "cannot render %s as %s\n", words[1], words[i]);
            return 1;
        }
    }
    return 0;
}
