// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/resultssummary.h"

#include "app/models/experimenttables.h"
#include "app/models/experimentwords.h"
#include "app/pages/charttexts.h"
#include "app/pages/mooddelegate.h"
#include "widgets/chart/effectplot.h"
#include "widgets/shell/banner.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ceteris::pages {
namespace {

QLabel* newText(QWidget* parent, const QString& name)
{
    auto* const label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QFont larger(QFont font, double factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(true);
    return font;
}

} // namespace

ResultsSummary::ResultsSummary(QWidget* parent)
    : ResultsTab(parent)
    , m_word(newText(this, u"verdictWord"_s))
    , m_sentence(newText(this, u"verdictSentence"_s))
    , m_scope(newText(this, u"verdictScope"_s))
    , m_limits(newText(this, u"verdictLimits"_s))
    , m_withVoided(new QCheckBox(this))
    , m_banner(new widgets::Banner(this))
    , m_effects(new widgets::EffectPlot(this))
    , m_table(newTable(&m_comparisons, u"comparisonTable"_s, this))
    , m_detail(newText(this, u"comparisonSentence"_s))
{
    m_word->setFont(larger(font(), 1.2));
    m_sentence->setFont(larger(font(), 1.3));
    m_withVoided->setObjectName(u"withVoided"_s);
    m_banner->setObjectName(u"summaryBanner"_s);
    m_effects->setObjectName(u"effectPlot"_s);
    setupLayout();
    connect(m_withVoided, &QCheckBox::toggled, this, &ResultsSummary::refresh);
    connect(m_banner, &widgets::Banner::chosen, this, &ResultsSummary::resumeRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& row) { showSentence(row.data(models::TableModel::IdRole).toInt()); });
    retranslate();
}

void ResultsSummary::setupLayout()
{
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_banner);
    column->addWidget(m_word);
    column->addWidget(m_sentence);
    column->addWidget(m_scope);
    column->addWidget(m_limits);
    column->addWidget(m_withVoided);
    // Many contrasts are many rows: the plot scrolls, the table stays in view.
    m_scrolled = new QScrollArea(this);
    m_scrolled->setWidget(m_effects);
    m_scrolled->setWidgetResizable(true);
    m_scrolled->setFrameShape(QFrame::NoFrame);
    m_scrolled->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scrolled, 5); // 13 rows with their axis at 1920 x 1080
    column->addWidget(m_table, 3);
    column->addWidget(m_detail);
}

void ResultsSummary::retranslate()
{
    m_withVoided->setText(tr("&Show excluded: the figures with the void blocks put back"));
    m_effects->setTitle(tr("Ratio to the control"));
    m_table->setAccessibleName(tr("Comparisons"));
}

void ResultsSummary::refresh()
{
    m_withVoided->setVisible(experiment().verdict.blocksVoid > 0);
    showStanding();
    showVerdict();
    showEffects();
    showTable();
}

void ResultsSummary::showStanding()
{
    const int finished = static_cast<int>(experiment().trials.size());
    const QString so = tr("%1 of %2 trials").arg(finished).arg(experiment().plannedTrials);
    switch (experiment().standing()) {
    case models::Standing::Running:
        m_banner->setMessage(widgets::Tone::Info, tr("Preliminary – %1").arg(so));
        break;
    case models::Standing::Interrupted:
        m_banner->setMessage(widgets::Tone::Warning,
            tr("Interrupted – %1. What is there is kept; there is no verdict before the end.").arg(so),
            { tr("&Resume") });
        break;
    case models::Standing::Pilot:
        m_banner->setMessage(widgets::Tone::Info, tr("PILOT – fewer than 6 blocks: figures, never a verdict."));
        break;
    default:
        m_banner->clear();
    }
}

void ResultsSummary::showVerdict()
{
    const auto& verdict = experiment().verdict;
    const bool isOver = experiment().progress == models::Progress::Complete;
    QStringList words, sentences;
    for (const auto& it : verdict.comparisons) {
        if (!it.primary)
            continue;
        const bool putBack = m_withVoided->isChecked() && it.withVoided;
        words += models::verdictText(putBack ? it.withVoided->decision.verdict : it.decision.verdict);
        sentences += putBack ? withVoidedText(it) : it.sentence;
    }
    words.removeDuplicates();
    const auto mood = models::moodOf(experiment().standing());
    m_word->setText(QString(models::standingGlyph(experiment().standing()) + u"  " + words.join(u" · "_s)));
    auto colours = palette();
    colours.setColor(QPalette::WindowText, widgets::theme().tone(toneOf(mood)));
    m_word->setPalette(colours);
    m_word->setVisible(isOver);
    m_sentence->setText(isOver ? sentences.join(u'\n') : tr("No verdict yet."));
    m_scope->setText(verdict.scope);

    QStringList limits;
    for (const auto& it : verdict.objections)
        limits += (it.refuses ? u"✖ "_s : u"⚠ "_s) + it.text;
    limits += verdict.loadDependence;
    if (verdict.marks > 0)
        limits += tr("%n check(s) marked: kept and listed under Checks", nullptr, verdict.marks);
    m_limits->setText(limits.join(u'\n'));
    m_limits->setVisible(!limits.isEmpty());
}

void ResultsSummary::showEffects()
{
    QList<widgets::Estimate> rows;
    int withVoided = 0;
    for (const auto& it : experiment().verdict.comparisons)
        if (!it.isTwin && !it.errors && it.paired.blocks > 0) {
            rows.append(estimateOf(experiment(), it, m_withVoided->isChecked()));
            withVoided = std::max(withVoided, it.withVoided ? static_cast<int>(it.withVoided->paired.blocks) : 0);
        }
    m_effects->setRows(rows);
    m_scrolled->setMaximumHeight(2 * m_effects->minimumSizeHint().height()); // few rows leave the table more
    m_effects->setMessage(
        rows.isEmpty() ? tr("Nothing was measured in both arms often enough to compare.") : QString());
    m_effects->setCaption(m_withVoided->isChecked() && withVoided > 0
            ? tr("%1 blocks with the void ones; paired by block; shaded: the smallest difference that matters")
                  .arg(withVoided)
            : tr("%1 of %2 blocks; paired by block; shaded: the smallest difference that matters")
                  .arg(experiment().verdict.blocksValid)
                  .arg(plan::mostBlocks(experiment().results.plan)));
}

void ResultsSummary::showTable()
{
    m_comparisons.setTable(models::comparisonTable(experiment(), m_withVoided->isChecked()));
    showSentence(0);
}

void ResultsSummary::showSentence(int comparison)
{
    const auto& all = experiment().verdict.comparisons;
    const auto index = static_cast<std::size_t>(comparison);
    m_detail->setText(index < all.size() ? all[index].sentence : QString());
}

} // namespace ceteris::pages
