<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>ceteris::models</name>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99 with failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU per request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory per session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>login page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PILOT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BETTER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WORSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EQUIVALENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DIFFERENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INCONCLUSIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT COMPARABLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment was stopped after %1 trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment is finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial %1 is contaminated: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial %1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial %1 is finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment begins: %1 trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment goes on: %1 of %2 trials were done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-flight: %1 checks, %2 warnings, %3 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a quiet machine: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial %1 begins: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>washout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look up user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>password hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serialise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded: sessions in memory and in Redis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan quick-look on a quiet machine with 2 cores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded: something else used the CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A compiler runs beside the experiment: its blocks are found out and run again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::models::HistoryModel</name>
    <message>
        <source>the folder could not be moved there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder could not be moved back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interrupted at %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) void and run again</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registered metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks used of those planned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::models::LiveModel</name>
    <message>
        <source>No samples for %1 s. The engine does not answer any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::models::Replay</name>
    <message>
        <source>it holds no events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::Banner</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::HeaderBar</name>
    <message>
        <source>%1 (changed)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::StatusStrip</name>
    <message>
        <source>Results: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UI %1 % CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this window uses of one core. It is measured because it is part of the experiment&apos;s noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped samples %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of the engine&apos;s event stream that could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::UndoBar</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::window</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::window::EngineProcess</name>
    <message>
        <source>ceteris-cli was not found next to this program or in PATH.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::window::Notifier</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::window::PlanFiles</name>
    <message>
        <source>Ceteris plans (*.ceteris.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::window::RunFeed</name>
    <message>
        <source>The engine ended without a word.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ceteris::window::ScreenLock</name>
    <message>
        <source>Demo mode</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not installed; on Debian it comes with: apt install %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not start: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not ready after %2 s. Its last lines:
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended in the middle of the work. Its last lines:
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session store at %1 does not answer: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a results folder: %2 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being written by process %2; stop that experiment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be continued here: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer: %2. Nothing was measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used as a target: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The load generator did not start: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment was not started. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment was stopped in trial %2: &quot;%1&quot; showed a user the data of another one. What was seen is in violations.csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 trials failed in a row; the experiment was given up. The last one: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown error.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message>
        <source>a name of its own (%1 in line %2 has this one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another name: twin = true takes this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most accounts.count, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most absolute_timeout_s, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no CPU that cpus.generator has too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a level: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an operation that the plan has (see server.csrf, load.write_share, load.logout)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in arm[1] %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arms that differ in one thing, or the keys that may differ in factor = [...]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same in every arm, because factor does not name %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2; allowed: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; allowed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only with model = &quot;rate&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only with stopping = &quot;precision&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only with load.model = &quot;users&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only without url</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only with store = &quot;redis&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only with url</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not the first key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above every other key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not valid TOML: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 1 MiB, which no plan is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 64 letters, digits, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;, the first a letter or digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 64 printable characters, no space at either end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 64 letters, digits and the signs !#$%&amp;&apos;*+-.^_`|~ (RFC 6265)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 100 letters, digits, &apos;:&apos;, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http://HOST:PORT or https://HOST:PORT, without a path or a slash at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a path that begins with &apos;/&apos;, without spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 100 printable characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most 100 printable characters; empty for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text with {n} where the number of the account belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key of [[arm]]: &quot;store&quot;, &quot;url&quot;, &quot;redis.namespace&quot;, &quot;redis.transport&quot;, &quot;redis.persistence&quot;, &quot;redis.max_memory_mib&quot;, &quot;redis.save&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, or two of them as [least, most]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the smaller number first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of different whole numbers from 0 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list with %1 twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of texts, each %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown key (did you mean %1?)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 tables, each under a line [[%3]]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only with load.model = &quot;rate&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>p50 response time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95 response time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99 response time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p99 response time with failures at the timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU per request (app and store)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory per session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the control against itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few errors to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only %1 of %2 blocks were run as planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rests on too few requests, or was not measured, in %2 of %3 blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the arms do not fail equally often, and times of successes alone would mislead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds over this window only: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a wrong answer is not fast (%1: %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a wrong answer is not fast (%1: %2, and so in %3 trials)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 trials of %3 were disturbed and %4 of %5 of %6: the guard reads the arms, not the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not steady in %2 of %3 trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order within a block mattered (t = %1): a trial leaves something behind, lengthen the wash-out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no block has both levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (95 % CI %1 to %2 times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ratio of %1&apos;s to %2&apos;s %3 (%4) is %5 times as large at %6 as at %7%8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot tell whether the gap between %1 and %2 in %3 (%4) depends on the load: %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PILOT: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the gap depends on the load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gap between %1 and %2 in %3 (%4) does not depend on the load within %5 from %6 to %7%8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot tell whether the gap between %1 and %2 in %3 (%4) depends on the load%5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unequal windows: %1, %2 was measured %3 with %4 and %5 with %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operations are mixed in one figure: with %1, %2 users logged in and no login is booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unequal schedules: in block %1, %2 and %3 ran on different seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one load level (%1), so none near idle: it says nothing about any other load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no load level near idle: %1 is the lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else disturbed the machine in %1 of %2 blocks: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the load generator fell short in %1 of %2 blocks: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one trial of each arm: no comparison possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (plan load.logout = true)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 of %3 checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INVALID, a promise was broken: %1 (see violations.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UNKNOWN in all %1 promises (%2 checks)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VALID in %1 of %2 promises (%3 checks; rate of violations below %4 each)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VALID in %1 of %2 promises (%3 checks)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions of %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; not exercised: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; too few checks: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; broken, yet tolerated: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; probed and kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; not promised by this store: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times %2&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same as %1&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lower than %2&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 higher than %2&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1 % CI %2 to %3 times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1 % CI %2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, lower in %1 of %2 blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, higher in %1 of %2 blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2&apos;s %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> About %1 more blocks would resolve %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2%3%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seems %2%3%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. A pilot: numbers, no verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, so it may be under the %2 that matters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 differs from %2&apos;s by no more than %3%4; a real but negligible %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 differs from %2&apos;s by no more than %3%4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be compared with %2&apos;s: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no block has both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no verdict, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot tell, the statistical methods disagree%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot tell%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of %1 (below %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (95 % CI %2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, more in %1 of %2 blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, fewer in %1 of %2 blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: no block has the errors of both %3 and %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: errors of %3 %4, of %5 %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2: the arms seem to differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot tell them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the control was not measured against itself in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the control against itself differs by %2%3 in %4: the noise floor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the disturbed block put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the disturbed %1 blocks put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 the verdict on %2 is %3: %4%5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise floor: the control differs from itself by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise floor: the control differs from itself by %1 (95 % CI %2 to %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only %1 of %2 blocks have been run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only %1 of %2 blocks have been run undisturbed, %3 more were disturbed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and the interval is wider than planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; the next look is after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 valid and %2 void blocks; warm-up %3, measured %4; %5, %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; noise floor %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; this machine, these versions, this load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
