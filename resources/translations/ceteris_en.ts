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
</TS>
