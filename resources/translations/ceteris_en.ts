<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ceteris::models::HistoryModel</name>
    <message numerus="yes">
        <source>%n block(s) void and run again</source>
        <translation>
            <numerusform>%n block void and run again</numerusform>
            <numerusform>%n blocks void and run again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ComparePage</name>
    <message numerus="yes">
        <source>Not comparable: %n difference(s) beside the factor. What differs may be the cause.</source>
        <translation>
            <numerusform>Not comparable: %n difference beside the factor. What differs may be the cause.</numerusform>
            <numerusform>Not comparable: %n differences beside the factor. What differs may be the cause.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::pages::LiveCharts</name>
    <message numerus="yes">
        <source>No samples for %n s</source>
        <translation>
            <numerusform>No samples for %n s</numerusform>
            <numerusform>No samples for %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanPage</name>
    <message numerus="yes">
        <source>Mend %n problem(s) first.</source>
        <translation>
            <numerusform>Mend %n problem first.</numerusform>
            <numerusform>Mend %n problems first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n arm(s)</source>
        <translation>
            <numerusform>%n arm</numerusform>
            <numerusform>%n arms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n block</numerusform>
            <numerusform>%n blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanParibus</name>
    <message numerus="yes">
        <source>%n difference(s) – %1 was not declared</source>
        <translation>
            <numerusform>%n difference – %1 was not declared</numerusform>
            <numerusform>%n differences – %1 was not declared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n intended difference(s)</source>
        <translation>
            <numerusform>%n intended difference</numerusform>
            <numerusform>%n intended differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanSchedule</name>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation>
            <numerusform>%n trial</numerusform>
            <numerusform>%n trials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanText</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsHistory</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n experiment(s)</source>
        <translation>
            <numerusform>%n experiment</numerusform>
            <numerusform>%n experiments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsSummary</name>
    <message numerus="yes">
        <source>%n check(s) marked: kept and listed under Checks</source>
        <translation>
            <numerusform>%n check marked: kept and listed under Checks</numerusform>
            <numerusform>%n checks marked: kept and listed under Checks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsTrials</name>
    <message numerus="yes">
        <source>Without %n trial(s), for viewing; the verdict does not change</source>
        <translation>
            <numerusform>Without %n trial, for viewing; the verdict does not change</numerusform>
            <numerusform>Without %n trials, for viewing; the verdict does not change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsView</name>
    <message numerus="yes">
        <source>%n block(s) void</source>
        <translation>
            <numerusform>%n block void</numerusform>
            <numerusform>%n blocks void</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::HeatMap</name>
    <message numerus="yes">
        <source>%1: %2 to %3, %n request(s)</source>
        <translation>
            <numerusform>%1: %2 to %3, %n request</numerusform>
            <numerusform>%1: %2 to %3, %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::window::HeaderText</name>
    <message numerus="yes">
        <source>%n contaminated</source>
        <translation>
            <numerusform>%n contaminated</numerusform>
            <numerusform>%n contaminated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::window::MainWindow</name>
    <message numerus="yes">
        <source>Saved %n file(s) to %1.</source>
        <translation>
            <numerusform>Saved %n file to %1.</numerusform>
            <numerusform>Saved %n files to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished trial(s) are saved; the current one is discarded.</source>
        <translation>
            <numerusform>%n finished trial is saved; the current one is discarded.</numerusform>
            <numerusform>%n finished trials are saved; the current one is discarded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished trial(s) are saved; the current one is discarded. It can be resumed later.</source>
        <translation>
            <numerusform>%n finished trial is saved; the current one is discarded. It can be resumed later.</numerusform>
            <numerusform>%n finished trials are saved; the current one is discarded. It can be resumed later.</numerusform>
        </translation>
    </message>
</context>
</TS>
