// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/comparepage.h"

#include "app/models/comparecsv.h"
#include "app/models/historymodel.h"
#include "app/pages/compareeffects.h"
#include "app/pages/compareshapes.h"
#include "app/pages/comparewatermark.h"
#include "app/pages/resultstab.h"
#include "app/results/files.h"
#include "widgets/shell/banner.h"
#include "widgets/shell/emptystate.h"

#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
ComparePage::ComparePage(models::HistoryModel* history, QWidget* parent)
    : QWidget(parent)
    , m_history(history)
    , m_stack(new QStackedWidget(this))
    , m_empty(new widgets::EmptyState(this))
    , m_choose(m_empty->addButton(u"chooseRuns"_s))
    , m_latest(m_empty->addButton(u"compareLatest"_s))
    , m_swap(new QPushButton(this))
    , m_second(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_banner(new widgets::Banner(this))
{
    m_empty->setObjectName(u"compareEmpty"_s);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(setupBody());
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_stack);
    setAcceptDrops(true);
    connect(m_choose, &QPushButton::clicked, this, &ComparePage::resultsRequested);
    connect(m_latest, &QPushButton::clicked, this, [this] { setFolders(models::latestTwoOf(*m_history)); });
    connect(m_swap, &QPushButton::clicked, this, &ComparePage::swap);
    connect(m_second, &QPushButton::clicked, this, &ComparePage::addSecond);
    connect(m_export, &QPushButton::clicked, this, &ComparePage::askWhereToExport);
    connect(m_history, &models::HistoryModel::refreshed, this, [this] {
        if (m_sides.size() < 2)
            showEmpty();
    });
    retranslate();
}

QWidget* ComparePage::setupBar()
{
    auto* const bar = new QWidget(this);
    m_swap->setObjectName(u"compareSwap"_s);
    m_second->setObjectName(u"compareSecond"_s);
    m_export->setObjectName(u"compareExport"_s);
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    m_boxes = new QHBoxLayout;
    row->addLayout(m_boxes);
    row->addWidget(m_swap);
    row->addStretch(1);
    row->addWidget(m_second);
    row->addWidget(m_export);
    return bar;
}

QWidget* ComparePage::setupBody()
{
    m_charts = new QTabWidget(this);
    m_charts->setObjectName(u"compareTabs"_s);
    m_charts->setDocumentMode(true);
    m_effects = new CompareEffects(m_charts);
    m_shapes = new CompareShapes(m_charts);
    m_charts->addTab(m_effects, QString());
    m_charts->addTab(m_shapes, QString());
    connect(m_effects, &CompareEffects::measureChanged, m_shapes, &CompareShapes::setMeasure);

    auto* const right = new QWidget(this);
    auto* const column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    m_metrics = newTable(&m_metricRows, u"compareMetrics"_s, this);
    m_differences = newTable(&m_differenceRows, u"compareDifferences"_s, this);
    m_metricTitle = new QLabel(this);
    m_differenceTitle = new QLabel(this);
    m_why = new QLabel(this);
    m_why->setWordWrap(true);
    column->addWidget(m_differenceTitle);
    column->addWidget(m_differences, 2);
    column->addWidget(m_metricTitle);
    column->addWidget(m_metrics, 3);
    column->addWidget(m_why);

    auto* const split = new QSplitter(this);
    split->addWidget(m_charts);
    split->addWidget(right);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({ 600, 480 });
    split->setChildrenCollapsible(false);
    auto* const body = new QWidget(this);
    auto* const all = new QVBoxLayout(body);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(setupBar());
    all->addWidget(m_banner);
    all->addWidget(split, 1);
    m_banner->setObjectName(u"compareBanner"_s);
    m_watermark = new CompareWatermark(m_charts);
    return body;
}

void ComparePage::retranslate()
{
    m_choose->setText(tr("Choose in &Results"));
    m_latest->setText(tr("Compare the &latest two of one plan"));
    m_swap->setText(tr("S&wap A and B"));
    m_second->setText(tr("&Add a second run"));
    m_export->setText(tr("&Export…"));
    m_charts->setTabText(0, tr("Effects"));
    m_charts->setTabText(1, tr("Distribution and time"));
    m_metricTitle->setText(tr("Metrics"));
    m_differenceTitle->setText(tr("Differences"));
    m_metrics->setAccessibleName(tr("Metrics"));
    m_differences->setAccessibleName(tr("Differences"));
    showSides();
}

void ComparePage::setFolders(const QStringList& folders)
{
    QStringList absolute;
    for (const auto& folder : folders.mid(0, models::mostSides))
        absolute += QDir(folder).absolutePath();
    m_folders = absolute;
    load();
}

QStringList ComparePage::folders() const
{
    return m_folders;
}

void ComparePage::load()
{
    using Read = std::pair<QList<models::ExperimentPtr>, QString>;
    m_reading.run(
        [folders = m_folders] {
            Read read;
            for (const auto& folder : folders) {
                auto one = models::readExperiment(folder);
                if (one)
                    read.first.append(std::make_shared<const models::Experiment>(*std::move(one)));
                else
                    read.second = describe(one.error());
            }
            return read;
        },
        [this](const Read& read) {
            m_experiments = read.first;
            m_error = read.second;
            m_sides = models::sidesOf(m_experiments);
            showSides();
            emit loaded();
        });
}

void ComparePage::showSides()
{
    const bool enough = m_sides.size() >= 2;
    m_stack->setCurrentIndex(enough ? 1 : 0);
    if (!enough) {
        showEmpty();
        return;
    }
    const auto metrics = models::metricsOf(m_sides);
    const auto differences = models::differencesOf(m_sides);
    const auto fairness = models::fairnessOf(m_sides, differences);
    showSideBoxes();
    showBanner(fairness);
    m_export->setEnabled(!fairness.isPreliminary);
    m_metricRows.setTable(models::metricTable(m_sides, metrics));
    m_differenceRows.setTable(models::differenceTable(m_sides, differences));
    m_why->setText(models::sameExperiment(m_sides) ? tr("A and B: typical trial (geometric mean) of the blocks that "
                                                        "count. Interval: paired by block, by the engine.")
                                                   : tr("Trials of different experiments were not run in pairs, so "
                                                        "there is no interval: repeat both arms in one "
                                                        "experiment to get one."));
    if (!metrics.empty())
        m_shapes->setMeasure(metrics.front().measure);
    m_effects->setSides(m_sides, metrics);
    m_shapes->setSides(m_sides);
    m_second->setVisible(m_experiments.size() < 2);
}

void ComparePage::showSideBoxes()
{
    while (m_arms.size() < m_sides.size()) {
        const auto side = m_arms.size();
        m_arms.append(new QComboBox(this));
        m_arms.back()->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        m_arms.back()->setObjectName(u"compareSide%1"_s.arg(side));
        m_boxes->addWidget(m_arms.back());
        connect(m_arms.back(), &QComboBox::activated, this, [this, side](int arm) {
            m_sides[side].arm = arm;
            showSides();
        });
    }
    for (qsizetype i = 0; i < m_arms.size(); ++i) {
        auto* const box = m_arms[i];
        box->setVisible(i < m_sides.size());
        if (i >= m_sides.size())
            continue;
        const QSignalBlocker quiet(box);
        box->clear();
        auto named = m_sides;
        for (int arm = 0; arm < static_cast<int>(m_sides[i].experiment->results.plan.arms.size()); ++arm) {
            named[i].arm = arm;
            box->addItem(models::sideText(named, static_cast<int>(i)));
        }
        box->setCurrentIndex(m_sides[i].arm);
        box->setAccessibleName(i == 0 ? tr("A, the baseline") : models::letterOf(static_cast<int>(i)));
        box->setToolTip(m_sides[i].experiment->path());
    }
}

void ComparePage::showBanner(const models::Fairness& fairness)
{
    m_watermark->setText(!fairness.isComparable() ? tr("Not comparable")
            : fairness.isPreliminary              ? tr("Preliminary")
                                                  : QString());
    if (fairness.spoiling > 0)
        m_banner->setMessage(widgets::Tone::Warning,
            tr("Not comparable: %n difference(s) beside the factor. What differs may be the cause.", nullptr,
                fairness.spoiling));
    else if (!fairness.grounds.isEmpty())
        m_banner->setMessage(widgets::Tone::Warning, tr("Not comparable: %1").arg(fairness.grounds.join(u"; "_s)));
    else if (fairness.isPreliminary)
        m_banner->setMessage(widgets::Tone::Info, tr("Preliminary: an experiment is not finished."));
    else
        m_banner->clear();
}

void ComparePage::showEmpty()
{
    const bool one = m_experiments.size() == 1;
    m_empty->setTitle(one ? tr("Add a second run") : tr("Choose two runs"));
    m_empty->setSentence(!m_error.isEmpty() ? m_error
            : one                           ? tr("One arm alone has nothing to be compared with.")
                                            : tr("Two to four experiments, or the arms of one, beside each other."));
    m_latest->setVisible(models::latestTwoOf(*m_history).size() == 2);
}

void ComparePage::swap()
{
    if (m_sides.size() < 2)
        return;
    m_sides.swapItemsAt(0, 1);
    if (m_folders.size() >= 2)
        m_folders.swapItemsAt(0, 1);
    showSides();
}

// The latest other run of the same plan; without one a person chooses.
void ComparePage::addSecond()
{
    const auto second = models::secondFor(*m_history, *m_experiments.front());
    if (second.isEmpty())
        emit resultsRequested();
    else
        setFolders({ m_folders.front(), second });
}

Result<void> ComparePage::exportTo(const QString& path) const
{
    return results::replaceFile(
        path, models::comparedCsv(m_sides, models::metricsOf(m_sides), models::differencesOf(m_sides)));
}

void ComparePage::askWhereToExport()
{
    const auto proposed = QDir::home().filePath(u"comparison.csv"_s);
    const auto path = QFileDialog::getSaveFileName(this, tr("Export the comparison"), proposed, tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    if (const auto written = exportTo(path); !written)
        emit exportFailed(describe(written.error()));
    else
        emit exported(path);
}

void ComparePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ComparePage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ComparePage::dropEvent(QDropEvent* event)
{
    auto folders = m_folders;
    for (const auto& url : event->mimeData()->urls())
        if (const auto path = url.toLocalFile(); QDir(path).exists() && !folders.contains(path))
            folders += path;
    setFolders(folders);
    event->acceptProposedAction();
}

} // namespace ceteris::pages
