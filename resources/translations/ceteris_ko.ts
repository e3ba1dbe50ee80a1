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
    <name>checks</name>
    <message>
        <source>CPU of other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU of other programs, 5 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU of short-lived processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stolen CPU time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stolen CPU time, 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thermal throttling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time throttled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU governor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power supply changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed piece of work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory stalls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out-of-memory kills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU pressure of the generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU quota of the generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator waited for a CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator taken off its CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP segments sent again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full accept queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP timeouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client ports in TIME_WAIT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock was set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine slept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock source changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load average at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lateness of sending, p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests held up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hiccups of the generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned requests sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load in each second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users all waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread of arrivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps between arrivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU of the busiest thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads waiting for a CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headroom of the generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution against a null server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Little&apos;s law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Little&apos;s law for users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All requests accounted for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator and server agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinated omission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response over service time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same schedule in every arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same load in every arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same forms in every arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same pages in every arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drift over the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First half against second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up left in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds that depend on each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own writes are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never back in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out stays signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logout wins over slow requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of other users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of other trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New session id at each login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired sessions are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concurrent writes are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other sessions stay alive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session oracle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>Other programs used %1 of the experiment&apos;s CPUs (%2): requests waited for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs used %1 of the experiment&apos;s CPUs for 5 s (%2): that is enough to move a p99.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes that came and went used %1 (%2): they took CPU and caches from the experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host gave %1 of this machine&apos;s CPU time to others: everything here stood still meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host took %1 of the CPU time within one second: a gap that the tail latencies show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor slowed itself down because it was hot (events: %1): its speed is not that of other trials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor ran throttled for %1 of the time because it was hot: its speed is not that of other trials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The busy CPUs ran %1 slower than in the other trials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frequency governor was changed while it ran: trials are not alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine ran on battery, where it saves power by being slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The power supply was plugged or unplugged: the CPU changes speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed piece of work took %1 longer than in the other trials (%2): the CPUs were not as fast as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory was so short that programs had to wait for it (stalls: %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the memory is in use: caches are being dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory went to or came from swap (pages: %1): whoever needed it waited for a disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel killed processes for want of memory (%1), which frees caches and moves every figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something waited for memory during %1 of the time (busiest: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something waited for a disk during %1 of the time (busiest: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The load generator waited for a CPU during %1 of the time (busiest: %2): it measured its own queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CPU quota of its control group stopped the load generator (stops: %1): it measured its own stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator&apos;s thread %2 waited for a CPU during %1 of the time: that is in every latency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator was taken off its CPU %1 times as often as in the other trials (busiest: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the TCP segments had to be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the client ports are in TIME_WAIT: new connections will fail for want of a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time of day was set by %1: timestamps do not fit together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine slept for %1: nothing ran, and sessions grew old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel changed its clock source: times before and after differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The load average at the start was %1 above what the experiment brings (busiest: %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no single process stands out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new processes a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new processes a second, most of their work for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 probes could be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment is unfit: something else on this machine disturbed %1 blocks in a row; no single process stands out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment is unfit: something else on this machine disturbed %1 blocks in a row; most often %2. Stop it and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment is unfit: something else on this machine disturbed %1 of %2 planned blocks; no single process stands out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment is unfit: something else on this machine disturbed %1 of %2 planned blocks; most often %3. Stop it and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last time: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unavailable: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no earlier trial to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a process of the arm died: an outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most of what was written to disk was the experiment&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the generator is in no control group with a cpu.pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no control group of version 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the generator shares its control group with the arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cpu.stat of the generator&apos;s control group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no CPU was busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no thread of the generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the counter went backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no supply in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no figures in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no CPU times in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no TCP line in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU %1 may not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no RLIMIT_NOFILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file system at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The idle floor of this machine was not measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few requests were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests came every %1 us on average, too close for a clock that wakes %2 us late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the generator&apos;s threads waited for a CPU could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service under test does not count its requests for us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator sent late: %1 at p99, limit %2; latency may be overstated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator held up %1 of the requests for as long as the server took, limit %2; p99 is its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator&apos;s thread woke %1 late at p99.9, limit %2; something held it up, and latency with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator did not send %1 of the planned requests, limit %2; the server had less to do than planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one second the generator sent %1 more or less than was due, limit %2; the load was not as planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the planned requests were never sent because every user was waiting for the server, limit %2; it cannot take this load, and latency is understated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The requests did not come as a Poisson process: their index of dispersion is %1 off, limit %2; queues form in another way than planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gaps between requests are not exponential: Anderson-Darling %1, limit %2; queues form in another way than planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator&apos;s busiest thread took %1 cores, limit %2; its own queue may be in the latency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator&apos;s threads waited for a CPU for %1 of the time, limit %2; latency may be overstated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The load takes %1 of what the generator can send, limit %2; it may be measuring itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited by generator: a server that does nothing shows %1 of this p50, limit %2; differences look smaller than they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests in the system and rate times response time differ by %1, limit %2; one of the three is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users and rate times (response + think time) differ by %1, limit %2; some users did not do their part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator lost count of %1 of the requests, limit %2; its figures do not add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator and server disagree about %1 of the requests, limit %2; one of them counts wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed: latency understates stalls. While users waited, %1 as many requests as were sent went unasked, limit %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This arm was given another schedule than the first arm of its block; they cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This arm was sent %1 more or fewer requests than the first arm of its block, limit %2; they cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forms sent to this arm differ by %1 in size from those of the first arm of its block, limit %2; they cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages of this arm differ by %1 in size from those of the first arm of its block, limit %2; more than the declared factor may differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window has too few seconds with 20 answers or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response times rose by %1 over the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response times fell by %1 over the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second half of the window was %1 slower than the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second half of the window was %1 faster than the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 s were %2 slower than the rest: the warm-up is too short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 s were %2 faster than the rest: the warm-up is too short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbouring 5 s are alike: the window holds fewer independent figures than it seems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never exercised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never decided: %1 unclear answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never decided: %1 unclear answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 violations in %2 checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 violation in %2 checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 violations in %2 check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 violation in %2 check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the rate is below %2 (95 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the rate is below %2 (95 %), fewer than the %3 checks it takes to see a rate of 1e-03</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: tolerated up to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: this store does not promise it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2 answers unclear after a timeout, reset or error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2 answer unclear after a timeout, reset or error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator lost count of %1 requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator lost count of its probes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator sent %1 %2 requests, the server counted %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: an answer showed a user the data of another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 of %2 users were signed in when the login window ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 users signed in, but the store held %2 sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No refresh was answered in the measure window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one CPU: generator, server and store share it, and every figure suffers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block %1, position %2, arm %3, level %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 trials done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other programs use %1 of the CPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other programs use %1 of the CPUs, most of all %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the client ports are in TIME_WAIT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fixed piece of work changed its time by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the CPUs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the CPUs, most of all %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They take CPU and caches from the experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close what is not needed, updates and browsers first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU accounting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with interrupts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without interrupts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a process&apos;s CPU time contains interrupts decides what is left for others; unknown, both ends are given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a kernel that shows /proc/PID/task/TID/schedstat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generator and target share a CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator and target that share a CPU measure each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a machine with 4 CPUs or more, or name the sets in [cpus].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed piece of work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same work takes a different time: the CPUs are not equally fast all the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the machine is cool and quiet; set the governor to performance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU governor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other governors change the frequency with the load, so arms run at different speeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turbo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turbo follows the temperature: later trials run slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo (or 0 to cpufreq/boost)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power supply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On battery the machine saves power by being slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stolen CPU time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host gives this machine&apos;s CPUs to others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a machine of your own, or a quieter hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control group stops the generator when its CPU quota is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise cpu.max of the control group, or start outside of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clock that is set, or a sleep, breaks the order of events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the time service has settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short of memory, the kernel drops caches and swaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close what is not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes back from swap makes requests wait for a disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sudo swapoff -a, then sudo swapon -a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sockets in TIME_WAIT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They keep client ports: new connections fail when none is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every connection of the generator needs one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every connection is an open file, here and in the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the hard limit (ulimit -Hn) as root or in /etc/security/limits.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A full disk ends the recording in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder with --output, or make room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests/s at most, %2 planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twice what is planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A generator near its own limit measures itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan fewer requests a second, or give the generator more threads (load.threads) and CPUs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: Target answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an answer nothing can be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the server, or correct the address in the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in, refresh, sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: Sign in, refresh, sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign in: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refresh: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load on a login that fails measures errors, not sessions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the paths, fields and test users of the plan with the target; see its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1, maxmemory %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without its store the target serves errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Redis, or correct its address in the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis eviction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A store that evicts loses sessions when its memory is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maxmemory-policy noeviction, and enough maxmemory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redis keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of others take memory and time, and may be sessions of an earlier run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an empty Redis of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cores</source>
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
