// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartpane.h"

#include "widgets/chart/picture.h"
#include "widgets/table/tabledialog.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMetaMethod>
#include <QPainter>
#include <QToolTip>

#include <utility>

using namespace Qt::StringLiterals;

namespace ceteris::widgets {

// Calls render() and asks for tool tips.
class ChartPane::Plot : public QWidget
{
public:
    explicit Plot(ChartPane* pane)
        : QWidget(pane)
        , m_pane(pane)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }

    QSize minimumSizeHint() const override { return { 160, 6 * fontMetrics().height() }; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setFont(font());
        if (!m_pane->isEmpty() || m_pane->message().isEmpty())
            m_pane->render(painter, rect(), theme());
    }

    bool event(QEvent* event) override
    {
        if (event->type() != QEvent::ToolTip)
            return QWidget::event(event);
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto text = m_pane->tipAt(help->pos(), rect());
        text.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), text, this);
        return true;
    }

private:
    ChartPane* m_pane;
};

ChartPane::ChartPane(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setupLayout();
    muteSubtitle();
    setPlot(new Plot(this));
    connect(m_legend, &LegendBar::toggled, this, [this](const QString& name, bool shown) {
        shown ? (void)m_hidden.remove(name) : (void)m_hidden.insert(name);
        legendToggled();
    });
}

void ChartPane::setupLayout()
{
    m_header = new QWidget(this);
    m_title = new QLabel(m_header);
    m_title->setObjectName(u"chartTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    auto bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_subtitle = new QLabel(m_header);
    m_subtitle->setTextFormat(Qt::PlainText);
    m_subtitle->setMinimumWidth(1); // the unit never asks for a wider card
    m_legend = new LegendBar(m_header);
    m_notice = new QLabel(this);
    m_notice->setObjectName(u"chartMessage"_s);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    m_notice->setMargin(8);
    m_notice->setMinimumWidth(200);
    m_notice->setBackgroundRole(QPalette::Base); // readable over lines
    m_notice->setAutoFillBackground(true);
    m_notice->hide();

    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    row->addWidget(m_title, 0, Qt::AlignTop);
    row->addWidget(m_subtitle, 0, Qt::AlignTop | Qt::AlignLeft);
    row->addWidget(m_legend, 1);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 4, 4, 4);
    grid->setSpacing(0);
    grid->addWidget(m_header, 0, 0);
    grid->setRowStretch(1, 1);
    grid->addWidget(m_notice, 1, 0, Qt::AlignCenter);
}

QString ChartPane::title() const
{
    return m_title->text();
}

void ChartPane::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
    fitHeader();
}

void ChartPane::setMessage(const QString& message)
{
    if (std::exchange(m_message, message) == message)
        return;
    showMessage();
    refresh();
}

QString ChartPane::message() const
{
    return m_message;
}

void ChartPane::setHeaderShown(bool shown)
{
    m_header->setVisible(shown);
}

bool ChartPane::isShown(const QString& name) const
{
    return !m_hidden.contains(name);
}

void ChartPane::showMessage()
{
    m_notice->setText(m_message);
    m_notice->setVisible(!m_message.isEmpty());
    m_notice->raise();
}

void ChartPane::renderPicture(QPainter& painter, const QRectF& target) const
{
    const auto theme = lightTheme();
    painter.setFont(font());
    painter.fillRect(target, theme.surface);
    const auto inner = target.adjusted(8, 8, -8, -8);
    const auto rest = drawHeader(painter, inner, { title(), m_unit, m_legend->entries() }, theme);
    isEmpty() && !m_message.isEmpty() ? painter.drawText(rest, Qt::AlignCenter | Qt::TextWordWrap, m_message)
                                      : render(painter, rest, theme);
}

QImage ChartPane::picture(QSize size, double scale) const
{
    return pictureOf(size, scale, [this](QPainter& painter, const QRectF& rect) { renderPicture(painter, rect); });
}

bool ChartPane::savePicture(const QString& path, QSize size) const
{
    return writePicture(
        path, size, title(), [this](QPainter& painter, const QRectF& rect) { renderPicture(painter, rect); });
}

void ChartPane::copyPicture() const
{
    QGuiApplication::clipboard()->setImage(picture(size().expandedTo({ 640, 320 })));
}

void ChartPane::copyData() const
{
    QGuiApplication::clipboard()->setText(tabSeparated(table()));
}

void ChartPane::showTable()
{
    if (isSignalConnected(QMetaMethod::fromSignal(&ChartPane::tableRequested))) {
        emit tableRequested();
        return;
    }
    const auto shown = table();
    auto* dialog = new TableDialog(title(), shown.headings, shown.rows, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void ChartPane::askWhereToSave()
{
    const auto path = QFileDialog::getSaveFileName(this, tr("Save picture as"), title() + u".png"_s,
        tr("PNG picture (*.png);;PDF document (*.pdf);;SVG drawing (*.svg)"));
    if (!path.isEmpty() && !savePicture(path, size().expandedTo({ 960, 400 })))
        QMessageBox::warning(this, tr("Save picture as"),
            tr("%1 could not be written. Choose another folder, or a name that ends in .png, .pdf or .svg.").arg(path));
}

QString ChartPane::tipAt(const QPointF&, const QRectF&) const
{
    return {};
}

void ChartPane::legendToggled()
{
    refresh();
}

void ChartPane::setPlot(QWidget* plot)
{
    delete m_plot;
    m_plot = plot;
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->addWidget(plot, 1, 0);
    m_notice->raise();
}

QWidget* ChartPane::plot() const
{
    return m_plot;
}

void ChartPane::setSubtitle(const QString& text)
{
    m_unit = text;
    fitHeader();
}

void ChartPane::setReadout(const QString& text)
{
    if (std::exchange(m_readout, text) != text)
        fitHeader();
}

// The first to give way is the unit, which the axis says too; where the cursor is stays.
void ChartPane::fitHeader()
{
    const auto& text = m_readout.isEmpty() ? m_unit : m_readout;
    if (m_subtitle->text() != text)
        m_subtitle->setText(text);
    const auto margins = layout()->contentsMargins();
    const int legend = m_legend->entries().isEmpty() ? 0 : m_legend->sizeHint().width() + 8;
    const int rest = width() - margins.left() - margins.right() - m_title->sizeHint().width() - 8 - legend;
    m_subtitle->setVisible(!m_readout.isEmpty() || (!text.isEmpty() && m_subtitle->sizeHint().width() <= rest));
}

void ChartPane::setLegend(const QList<LegendEntry>& entries)
{
    m_legend->setEntries(entries);
    m_legend->setVisible(!entries.isEmpty());
    fitHeader();
}

void ChartPane::refresh()
{
    m_plot->update();
}

bool ChartPane::event(QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

void ChartPane::paintEvent(QPaintEvent*)
{
    const auto colours = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(colours.accent, 2) : QPen(colours.outline, 1));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

void ChartPane::muteSubtitle()
{
    auto muted = m_subtitle->palette();
    muted.setColor(QPalette::WindowText, theme().muted);
    m_subtitle->setPalette(muted);
}

void ChartPane::fillMenu(QMenu& menu)
{
    menu.addAction(tr("Copy &picture"), this, &ChartPane::copyPicture);
    menu.addAction(tr("Copy &data"), this, &ChartPane::copyData);
    menu.addAction(tr("Show as &table"), this, &ChartPane::showTable);
    menu.addSeparator();
    menu.addAction(tr("&Save picture as…"), this, &ChartPane::askWhereToSave);
    menu.addSeparator();
    m_legend->addTo(menu);
}

void ChartPane::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu;
    fillMenu(menu);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu.exec(byKey ? mapToGlobal(rect().center()) : event->globalPos());
}

void ChartPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeader();
}

void ChartPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) {
        muteSubtitle();
        refresh();
    }
}

} // namespace ceteris::widgets
