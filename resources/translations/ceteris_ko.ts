<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>LiveText</name>
    <message>
        <source>Response time, ms</source>
        <translation>응답 시간, ms</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>초당 요청 수</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Time per request</source>
        <translation>요청당 시간</translation>
    </message>
    <message>
        <source>% of one core</source>
        <translation>코어 하나 대비 %</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>With the void blocks put back (%1 blocks): %2, %3 %4 of %5 against %6.</source>
        <translation>무효 블록을 포함하면(블록 %1개): %2, %6 대비 %5의 %3 %4.</translation>
    </message>
    <message>
        <source>Trial %1 · block %2 · %3</source>
        <translation>시행 %1 · 블록 %2 · %3</translation>
    </message>
    <message>
        <source>Not shown: a percentile needs 50 requests beyond it, and no trial had so many.</source>
        <translation>표시하지 않음: 백분위수에는 그 너머의 요청이 50건 필요하지만 그만큼 있는 시행이 없습니다.</translation>
    </message>
    <message>
        <source>Not measured in any trial.</source>
        <translation>어느 시행에서도 측정되지 않았습니다.</translation>
    </message>
    <message>
        <source>The run did not begin. Press Space for a recorded one.</source>
        <translation>실험이 시작되지 않았습니다. 스페이스를 누르면 녹화를 재생합니다.</translation>
    </message>
    <message>
        <source>What a change does to logins and sessions, measured with all else equal. Press Space to begin.</source>
        <translation>다른 조건을 모두 같게 두고, 변경이 로그인과 세션에 미치는 영향을 측정합니다. 스페이스를 눌러 시작하세요.</translation>
    </message>
    <message>
        <source>Before the first trial</source>
        <translation>첫 시행 전</translation>
    </message>
    <message>
        <source>Making the accounts: %1 of %2</source>
        <translation>계정 만드는 중: %2개 중 %1개</translation>
    </message>
    <message>
        <source>Waiting for a quiet machine</source>
        <translation>시스템이 조용해지기를 기다리는 중</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>사전 점검</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Failed – Space shows a recorded run</source>
        <translation>실패 – 스페이스를 누르면 녹화를 재생합니다</translation>
    </message>
    <message>
        <source>Running – %1, %2 left</source>
        <translation>실행 중 – %1, %2 남음</translation>
    </message>
    <message>
        <source>Running – %1</source>
        <translation>실행 중 – %1</translation>
    </message>
    <message>
        <source>trial %1 of %2</source>
        <translation>시행 %1 / %2</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>중간 결과</translation>
    </message>
    <message>
        <source>REPLAY ×%1</source>
        <translation>재생 ×%1</translation>
    </message>
    <message>
        <source>❚❚ REPLAY ×%1</source>
        <translation>❚❚ 재생 ×%1</translation>
    </message>
    <message>
        <source>The experiment failed: %1 The charts keep what was measured until then.</source>
        <translation>실험 실패: %1 차트에는 그때까지 측정한 값이 남아 있습니다.</translation>
    </message>
    <message>
        <source>Finished · %1 of %2 · %3 excluded</source>
        <translation>완료 · %1 / %2 · 제외 %3개</translation>
    </message>
    <message>
        <source>Stopped · %1 of %2 trials are saved; the rest can be run later</source>
        <translation>중지됨 · 시행 %2개 중 %1개가 저장되었습니다. 나머지는 나중에 실행할 수 있습니다</translation>
    </message>
    <message>
        <source>Trial %1 is contaminated: %2 Its block will be run again.</source>
        <translation>시행 %1 오염됨: %2 해당 블록을 다시 실행합니다.</translation>
    </message>
    <message>
        <source>Show results</source>
        <translation>결과 보기</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>이어서 실행</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>진단 정보 저장</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>No samples for %1 s: the charts have a gap until the engine answers</source>
        <translation>%1초 동안 샘플이 없습니다. 엔진이 응답할 때까지 차트가 비어 있습니다</translation>
    </message>
    <message>
        <source>warm-up, not counted</source>
        <translation>워밍업, 집계 제외</translation>
    </message>
    <message>
        <source>Response time of %1, each second</source>
        <translation>%1 응답 시간, 초 단위</translation>
    </message>
    <message>
        <source>All response times of %1</source>
        <translation>모든 %1 응답 시간</translation>
    </message>
    <message>
        <source>Throughput and errors</source>
        <translation>처리량과 오류</translation>
    </message>
    <message>
        <source>Throughput · 0 errors</source>
        <translation>처리량 · 오류 0건</translation>
    </message>
    <message>
        <source>Session store: memory</source>
        <translation>세션 저장소: 메모리</translation>
    </message>
    <message>
        <source>Session store: memory · %1 sessions</source>
        <translation>세션 저장소: 메모리 · 세션 %1개</translation>
    </message>
    <message>
        <source>Session store: memory · %1 sessions, %2 each</source>
        <translation>세션 저장소: 메모리 · 세션 %1개, 개당 %2</translation>
    </message>
    <message>
        <source>p50 to p95</source>
        <translation>p50~p95</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>achieved</source>
        <translation>달성</translation>
    </message>
    <message>
        <source>server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>store</source>
        <translation>저장소</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>부하 생성기</translation>
    </message>
    <message>
        <source>others</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Redis used</source>
        <translation>Redis 사용량</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>상주 메모리</translation>
    </message>
    <message>
        <source>sessions in the server</source>
        <translation>서버의 세션</translation>
    </message>
    <message>
        <source>= as in %1</source>
        <translation>= %1 대비 같음</translation>
    </message>
    <message>
        <source>▲ %1 % above %2</source>
        <translation>▲ %2보다 %1% 높음</translation>
    </message>
    <message>
        <source>▼ %1 % below %2</source>
        <translation>▼ %2보다 %1% 낮음</translation>
    </message>
    <message>
        <source>collecting – first value in %1 s</source>
        <translation>수집 중 – %1초 후 첫 값</translation>
    </message>
    <message>
        <source>Achieved / planned, per s</source>
        <translation>달성 / 계획, 초당</translation>
    </message>
    <message>
        <source>⚠ less than planned</source>
        <translation>⚠ 계획보다 적음</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>계획대로</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>오류율</translation>
    </message>
    <message>
        <source>⚠ some requests failed</source>
        <translation>⚠ 실패한 요청 있음</translation>
    </message>
    <message>
        <source>0 errors</source>
        <translation>오류 0건</translation>
    </message>
    <message>
        <source>Redis memory</source>
        <translation>Redis 메모리</translation>
    </message>
    <message>
        <source>no Redis in this arm</source>
        <translation>이 비교군에는 Redis가 없음</translation>
    </message>
    <message>
        <source>app</source>
        <translation>앱</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>used_memory</source>
        <translation>used_memory</translation>
    </message>
    <message>
        <source>CPU, of one core</source>
        <translation>CPU, 코어 하나 대비</translation>
    </message>
    <message>
        <source>Sessions and processes</source>
        <translation>세션과 프로세스</translation>
    </message>
    <message>
        <source>Not measured: this arm is a service that Ceteris did not start</source>
        <translation>측정 안 됨: 이 비교군은 Ceteris가 시작하지 않은 서비스입니다</translation>
    </message>
    <message>
        <source>No reading of the session store yet</source>
        <translation>세션 저장소를 아직 읽지 못했습니다</translation>
    </message>
    <message>
        <source>Trial %1 does not count: %2 Its block will be run again.</source>
        <translation>시행 %1 제외됨: %2 해당 블록을 다시 실행합니다.</translation>
    </message>
    <message>
        <source>Trial %1 failed: %2 The experiment goes on without it.</source>
        <translation>시행 %1 실패: %2 이 시행 없이 실험을 계속합니다.</translation>
    </message>
    <message>
        <source>Skip this trial</source>
        <translation>이 시행 건너뛰기</translation>
    </message>
    <message>
        <source>Run them again</source>
        <translation>모두 다시 실행</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>제외하고 계속</translation>
    </message>
    <message>
        <source>session tables</source>
        <translation>세션 테이블</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>The last one</source>
        <translation>마지막 수준</translation>
    </message>
    <message>
        <source>Memory of the server</source>
        <translation>서버 메모리</translation>
    </message>
    <message>
        <source>Unix socket</source>
        <translation>유닉스 소켓</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Snapshots (RDB)</source>
        <translation>스냅샷(RDB)</translation>
    </message>
    <message>
        <source>Every write (AOF)</source>
        <translation>모든 쓰기(AOF)</translation>
    </message>
    <message>
        <source>As Spring Session: a look, then the writes</source>
        <translation>Spring Session 방식: 조회 후 쓰기</translation>
    </message>
    <message>
        <source>Atomic: one script</source>
        <translation>원자적: 스크립트 하나</translation>
    </message>
    <message>
        <source>Closed: users who wait for their answer, then think</source>
        <translation>폐쇄형: 응답을 기다린 뒤 생각하는 사용자</translation>
    </message>
    <message>
        <source>Open: requests at a rate</source>
        <translation>개방형: 정해진 속도의 요청</translation>
    </message>
    <message>
        <source>Evenly spaced</source>
        <translation>일정한 간격</translation>
    </message>
    <message>
        <source>At random (Poisson)</source>
        <translation>무작위(푸아송)</translation>
    </message>
    <message>
        <source>After the blocks above</source>
        <translation>위의 블록을 마친 뒤</translation>
    </message>
    <message>
        <source>When the interval is narrow enough</source>
        <translation>신뢰구간이 충분히 좁아지면</translation>
    </message>
    <message>
        <source>At 6, 10 or 15 blocks, as soon as it is decided</source>
        <translation>블록 6, 10, 15개에서 판정이 나는 대로</translation>
    </message>
    <message>
        <source>Login page</source>
        <translation>로그인 페이지</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>새로고침</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Logout</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>Response time, p50</source>
        <translation>응답 시간 p50</translation>
    </message>
    <message>
        <source>Response time, p95</source>
        <translation>응답 시간 p95</translation>
    </message>
    <message>
        <source>Response time, p99</source>
        <translation>응답 시간 p99</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>초당 요청 수</translation>
    </message>
    <message>
        <source>CPU per request</source>
        <translation>요청당 CPU</translation>
    </message>
    <message>
        <source>Memory per session</source>
        <translation>세션당 메모리</translation>
    </message>
    <message>
        <source>Run its block again at the end</source>
        <translation>해당 블록을 끝에 다시 실행</translation>
    </message>
    <message>
        <source>Keep it and mark it</source>
        <translation>유지하고 표시</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>저장소</translation>
    </message>
    <message>
        <source>Redis: key prefix</source>
        <translation>Redis: 키 접두사</translation>
    </message>
    <message>
        <source>Redis: transport</source>
        <translation>Redis: 연결 방식</translation>
    </message>
    <message>
        <source>Redis: persistence</source>
        <translation>Redis: 영속화</translation>
    </message>
    <message>
        <source>Redis: memory limit</source>
        <translation>Redis: 메모리 한도</translation>
    </message>
    <message>
        <source>Redis: how it saves</source>
        <translation>Redis: 저장 방식</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>Part of the name of the results folder.</source>
        <translation>결과 폴더 이름에 사용됩니다.</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>질문(&amp;Q)</translation>
    </message>
    <message>
        <source>One sentence that the experiment is to answer.</source>
        <translation>실험으로 답하려는 한 문장입니다.</translation>
    </message>
    <message>
        <source>May &amp;differ</source>
        <translation>달라도 되는 항목(&amp;D)</translation>
    </message>
    <message>
        <source>Choose none, and the arms may differ in any one thing.</source>
        <translation>선택하지 않으면 비교군은 아무것이나 한 가지만 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>Password hash</source>
        <translation>비밀번호 해시</translation>
    </message>
    <message>
        <source>Hash cost</source>
        <translation>해시 비용</translation>
    </message>
    <message>
        <source>Each step doubles the time of a login; 10 is usual.</source>
        <translation>1 늘어날 때마다 로그인 시간이 두 배가 됩니다. 보통 10을 사용합니다.</translation>
    </message>
    <message>
        <source>Server threads</source>
        <translation>서버 스레드</translation>
    </message>
    <message>
        <source>Hash threads</source>
        <translation>해시 스레드</translation>
    </message>
    <message>
        <source>0: one for each core of the server.</source>
        <translation>0: 서버의 코어마다 하나.</translation>
    </message>
    <message>
        <source>A login fetches the form for its CSRF token first</source>
        <translation>로그인 전에 CSRF 토큰을 받으려고 폼을 요청</translation>
    </message>
    <message>
        <source>Cookie</source>
        <translation>쿠키</translation>
    </message>
    <message>
        <source>Idle timeout</source>
        <translation>유휴 만료 시간</translation>
    </message>
    <message>
        <source>s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Absolute timeout</source>
        <translation>절대 만료 시간</translation>
    </message>
    <message>
        <source>CPUs of the generator</source>
        <translation>부하 생성기의 CPU</translation>
    </message>
    <message>
        <source>Choose none, and the machine chooses.</source>
        <translation>선택하지 않으면 자동으로 정합니다.</translation>
    </message>
    <message>
        <source>CPUs of the server</source>
        <translation>서버의 CPU</translation>
    </message>
    <message>
        <source>CPUs of the store</source>
        <translation>저장소의 CPU</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>도착 방식</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>per s</source>
        <translation>/초</translation>
    </message>
    <message>
        <source>While the users of a level log in.</source>
        <translation>사용자가 로그인하는 동안의 속도입니다.</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>of refreshes</source>
        <translation>새로고침 대비</translation>
    </message>
    <message>
        <source>A share: 0.1 is every tenth.</source>
        <translation>비율: 0.1이면 열 번에 한 번.</translation>
    </message>
    <message>
        <source>End with a logout of every user</source>
        <translation>끝에 모든 사용자 로그아웃</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>시간 초과</translation>
    </message>
    <message>
        <source>Generator threads</source>
        <translation>부하 생성기 스레드</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>유휴</translation>
    </message>
    <message>
        <source>What the processes use by just being there.</source>
        <translation>프로세스가 아무 일 없이 사용하는 양을 잽니다.</translation>
    </message>
    <message>
        <source>Login grace</source>
        <translation>로그인 여유 시간</translation>
    </message>
    <message>
        <source>For the last logins to end; users / logins per s comes before it.</source>
        <translation>마지막 로그인이 끝나기를 기다립니다. 그 앞에 (사용자 수 / 초당 로그인 수)만큼 걸립니다.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>Sent but not counted.</source>
        <translation>요청은 보내지만 집계하지 않습니다.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>마무리</translation>
    </message>
    <message>
        <source>At most, for answers still under way.</source>
        <translation>아직 오지 않은 응답을 기다리는 최대 시간입니다.</translation>
    </message>
    <message>
        <source>Washout</source>
        <translation>안정화</translation>
    </message>
    <message>
        <source>Rest between trials.</source>
        <translation>시행 사이의 휴지 시간입니다.</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Each runs every arm at every level once, in random order. A verdict needs six or more.</source>
        <translation>블록마다 모든 비교군을 모든 부하 수준에서 한 번씩 무작위 순서로 실행합니다. 판정에는 6개 이상이 필요합니다.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>All that is random follows from it.</source>
        <translation>모든 무작위 요소가 이 값에서 정해집니다.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>종료 규칙</translation>
    </message>
    <message>
        <source>Half-width</source>
        <translation>반폭</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>이하</translation>
    </message>
    <message>
        <source>A share: 0.05 is 5 %.</source>
        <translation>비율: 0.05이면 5%.</translation>
    </message>
    <message>
        <source>Blocks at most</source>
        <translation>최대 블록 수</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>부하 수준</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>The smallest difference that matters, as a share: 0.05 is 5 %.</source>
        <translation>의미 있는 최소 차이(비율): 0.05이면 5%.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>처리율</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Disturbed trial</source>
        <translation>방해받은 시행</translation>
    </message>
    <message>
        <source>Wait for quiet</source>
        <translation>조용해질 때까지 대기</translation>
    </message>
    <message>
        <source>At most, before the first trial.</source>
        <translation>첫 시행 전에 기다리는 최대 시간입니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Key prefix</source>
        <translation>키 접두사</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>연결 방식</translation>
    </message>
    <message>
        <source>Persistence</source>
        <translation>영속화</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>메모리 한도</translation>
    </message>
    <message>
        <source>0: none.</source>
        <translation>0: 제한 없음.</translation>
    </message>
    <message>
        <source>Saves</source>
        <translation>저장 방식</translation>
    </message>
    <message>
        <source>Of a service of your own; empty: the built-in server.</source>
        <translation>직접 운영하는 서비스의 URL입니다. 비우면 내장 서버를 사용합니다.</translation>
    </message>
    <message>
        <source>User field</source>
        <translation>사용자 필드</translation>
    </message>
    <message>
        <source>Password field</source>
        <translation>비밀번호 필드</translation>
    </message>
    <message>
        <source>CSRF field</source>
        <translation>CSRF 필드</translation>
    </message>
    <message>
        <source>Empty: none.</source>
        <translation>비우면 없음.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>사용자 이름</translation>
    </message>
    <message>
        <source>{n} stands for the number of the account.</source>
        <translation>{n} 자리에 계정 번호가 들어갑니다.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Must be in the page</source>
        <translation>페이지에 있어야 하는 텍스트</translation>
    </message>
    <message>
        <source>{user} stands for the user name. Empty: not checked.</source>
        <translation>{user} 자리에 사용자 이름이 들어갑니다. 비우면 검사하지 않습니다.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Over all users.</source>
        <translation>모든 사용자를 합한 값입니다.</translation>
    </message>
    <message>
        <source>Think time</source>
        <translation>생각 시간</translation>
    </message>
    <message>
        <source>One number, or least – most.</source>
        <translation>숫자 하나 또는 최소 – 최대.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>비교군</translation>
    </message>
    <message>
        <source>What is compared. The first is the one that others are compared with.</source>
        <translation>비교 대상입니다. 첫 번째가 다른 비교군의 기준(대조군)입니다.</translation>
    </message>
    <message>
        <source>The one factor</source>
        <translation>단 하나의 요인</translation>
    </message>
    <message>
        <source>What the arms may differ in. All else stays equal.</source>
        <translation>비교군 사이에 달라도 되는 것입니다. 나머지는 모두 같게 둡니다.</translation>
    </message>
    <message>
        <source>Held constant</source>
        <translation>같게 유지하는 것</translation>
    </message>
    <message>
        <source>The same for every arm.</source>
        <translation>모든 비교군에 똑같이 적용됩니다.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>부하</translation>
    </message>
    <message>
        <source>What the users do, and how many there are at each level.</source>
        <translation>사용자가 하는 일과 부하 수준별 사용자 수입니다.</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Every trial passes through them, equally long for every arm.</source>
        <translation>모든 시행이 거치는 단계이며 비교군마다 길이가 같습니다.</translation>
    </message>
    <message>
        <source>How often it is repeated, and when it stops.</source>
        <translation>몇 번 반복하고 언제 멈추는지 정합니다.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>What the experiment is to decide, fixed before it starts. Everything else only suggests.</source>
        <translation>실험이 판정할 내용이며 시작 전에 정합니다. 나머지는 모두 참고용입니다.</translation>
    </message>
    <message>
        <source>Guard and oracle</source>
        <translation>환경 감시와 세션 검증</translation>
    </message>
    <message>
        <source>What is done about disturbed trials and broken promises.</source>
        <translation>방해받은 시행과 약속 위반을 처리하는 방법입니다.</translation>
    </message>
    <message>
        <source>Run the first arm twice in each block</source>
        <translation>블록마다 첫 비교군을 두 번 실행</translation>
    </message>
    <message>
        <source>Shows the noise floor.</source>
        <translation>잡음 수준을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Probe what sessions promise</source>
        <translation>세션의 약속을 탐침으로 확인</translation>
    </message>
    <message>
        <source>Races at logout, expiry and concurrent writes, in trials of their own.</source>
        <translation>로그아웃 경합, 만료, 동시 쓰기를 별도의 시행에서 확인합니다.</translation>
    </message>
    <message>
        <source>SQL database</source>
        <translation>SQL 데이터베이스</translation>
    </message>
    <message>
        <source>Session server, asked over HTTP</source>
        <translation>세션 서버(HTTP로 조회)</translation>
    </message>
    <message>
        <source>Signed token with a refresh token</source>
        <translation>서명된 토큰과 갱신 토큰</translation>
    </message>
    <message>
        <source>Memory, copied between instances</source>
        <translation>인스턴스끼리 복제하는 메모리</translation>
    </message>
    <message>
        <source>Spring Session, indexed</source>
        <translation>Spring Session(인덱스 있음)</translation>
    </message>
    <message>
        <source>Java serialisation</source>
        <translation>Java 직렬화</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>바뀐 부분만</translation>
    </message>
    <message>
        <source>All of the session</source>
        <translation>세션 전체</translation>
    </message>
    <message>
        <source>Each change at once</source>
        <translation>바뀔 때마다 바로</translation>
    </message>
    <message>
        <source>One server</source>
        <translation>서버 한 대</translation>
    </message>
    <message>
        <source>Master and replicas behind Sentinel</source>
        <translation>Sentinel이 지키는 마스터와 복제본</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>클러스터</translation>
    </message>
    <message>
        <source>On every instance</source>
        <translation>모든 인스턴스에</translation>
    </message>
    <message>
        <source>On a primary and one backup</source>
        <translation>주 인스턴스와 백업 하나에</translation>
    </message>
    <message>
        <source>Before the answer</source>
        <translation>응답하기 전에</translation>
    </message>
    <message>
        <source>After the answer</source>
        <translation>응답한 뒤에</translation>
    </message>
    <message>
        <source>A fixed list</source>
        <translation>고정 목록</translation>
    </message>
    <message>
        <source>In each instance</source>
        <translation>인스턴스마다</translation>
    </message>
    <message>
        <source>Round robin</source>
        <translation>라운드 로빈</translation>
    </message>
    <message>
        <source>Hash of the address</source>
        <translation>주소 해시</translation>
    </message>
    <message>
        <source>Hash of the cookie</source>
        <translation>쿠키 해시</translation>
    </message>
    <message>
        <source>Consistent hash of the cookie</source>
        <translation>쿠키의 일관된 해시</translation>
    </message>
    <message>
        <source>Sticky: a cookie of its own</source>
        <translation>고정: 전용 쿠키</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>저장 구조</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값 형식</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>쓰는 내용</translation>
    </message>
    <message>
        <source>Touch</source>
        <translation>접근 시각 갱신</translation>
    </message>
    <message>
        <source>What changes nothing is written only this long after the last write. 0: always.</source>
        <translation>바뀐 것이 없는 요청은 마지막 쓰기에서 이만큼 지난 뒤에만 씁니다. 0: 항상.</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Masters</source>
        <translation>마스터</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>복제본</translation>
    </message>
    <message>
        <source>Of each master.</source>
        <translation>마스터마다.</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>기다릴 대상</translation>
    </message>
    <message>
        <source>replicas</source>
        <translation>복제본</translation>
    </message>
    <message>
        <source>That must have a write before it is answered (WAIT). 0: none.</source>
        <translation>응답 전에 쓰기를 받아야 하는 복제본 수(WAIT). 0: 없음.</translation>
    </message>
    <message>
        <source>Waits at most</source>
        <translation>최대 대기</translation>
    </message>
    <message>
        <source>Down after</source>
        <translation>다운 판정</translation>
    </message>
    <message>
        <source>Without an answer, until a Sentinel takes the master for dead.</source>
        <translation>응답이 없을 때 Sentinel이 마스터가 죽었다고 볼 때까지.</translation>
    </message>
    <message>
        <source>Node timeout</source>
        <translation>노드 제한 시간</translation>
    </message>
    <message>
        <source>Without an answer, until the cluster takes a node for dead.</source>
        <translation>응답이 없을 때 클러스터가 노드를 죽었다고 볼 때까지.</translation>
    </message>
    <message>
        <source>Refuse everything while nobody has some of the slots</source>
        <translation>맡은 노드가 없는 슬롯이 있으면 모두 거부</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결 수</translation>
    </message>
    <message>
        <source>Of each instance.</source>
        <translation>인스턴스마다.</translation>
    </message>
    <message>
        <source>A commit is on disk before it is answered</source>
        <translation>커밋을 디스크에 쓴 뒤 응답</translation>
    </message>
    <message>
        <source>When it is full, sessions are evicted: lost.</source>
        <translation>가득 차면 세션이 제거되어 사라집니다.</translation>
    </message>
    <message>
        <source>Session servers</source>
        <translation>세션 서버 수</translation>
    </message>
    <message>
        <source>A second one answers when the first does not.</source>
        <translation>첫 번째가 응답하지 않으면 두 번째가 응답합니다.</translation>
    </message>
    <message>
        <source>Look up by ids in addresses: a known weakness</source>
        <translation>주소에 든 ID로 조회(알려진 약점)</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>접근 토큰</translation>
    </message>
    <message>
        <source>It is good for so long, also after a logout.</source>
        <translation>로그아웃한 뒤에도 이 시간 동안 유효합니다.</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>갱신 토큰</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>복제 위치</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>확인 시점</translation>
    </message>
    <message>
        <source>Members from</source>
        <translation>구성원 출처</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>캐시</translation>
    </message>
    <message>
        <source>Looked into before the store.</source>
        <translation>저장소보다 먼저 찾아봅니다.</translation>
    </message>
    <message>
        <source>Cached for</source>
        <translation>캐시 유지</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>인스턴스</translation>
    </message>
    <message>
        <source>More than one stand behind a balancer.</source>
        <translation>둘 이상이면 로드 밸런서 뒤에 둡니다.</translation>
    </message>
    <message>
        <source>Balancer</source>
        <translation>로드 밸런서</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>Redis: layout</source>
        <translation>Redis: 저장 구조</translation>
    </message>
    <message>
        <source>Redis: values</source>
        <translation>Redis: 값 형식</translation>
    </message>
    <message>
        <source>Redis: what is written</source>
        <translation>Redis: 쓰는 내용</translation>
    </message>
    <message>
        <source>Redis: touch</source>
        <translation>Redis: 접근 시각 갱신</translation>
    </message>
    <message>
        <source>Redis: deployment</source>
        <translation>Redis: 배치</translation>
    </message>
    <message>
        <source>Redis: replicas waited for</source>
        <translation>Redis: 기다릴 복제본</translation>
    </message>
    <message>
        <source>SQL: database</source>
        <translation>SQL: 데이터베이스</translation>
    </message>
    <message>
        <source>Life of the access token</source>
        <translation>접근 토큰 수명</translation>
    </message>
    <message>
        <source>Replication: copies</source>
        <translation>복제: 위치</translation>
    </message>
    <message>
        <source>Replication: acknowledgement</source>
        <translation>복제: 확인 시점</translation>
    </message>
    <message>
        <source>Cache: life</source>
        <translation>캐시: 유지 시간</translation>
    </message>
    <message>
        <source>Balancer: method</source>
        <translation>로드 밸런서: 방식</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>That each user puts into the session after the login. 0: none.</source>
        <translation>로그인한 뒤 사용자마다 세션에 넣는 크기입니다. 0: 없음.</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>증가량</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>That each write adds to an attribute of the session.</source>
        <translation>쓰기마다 세션 속성 하나에 더하는 크기입니다.</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Loopback networks that the users come from, for a hash of the address.</source>
        <translation>주소 해시를 쓸 때 사용자가 접속해 오는 루프백 네트워크 수입니다.</translation>
    </message>
    <message>
        <source>Kill a part</source>
        <translation>구성 요소 강제 종료(kill)</translation>
    </message>
    <message>
        <source>Stop a part: it hangs</source>
        <translation>구성 요소 멈춤: 응답하지 않음</translation>
    </message>
    <message>
        <source>End a part as an administrator would</source>
        <translation>구성 요소 정상 종료</translation>
    </message>
    <message>
        <source>One instance less</source>
        <translation>인스턴스 하나 줄임</translation>
    </message>
    <message>
        <source>One instance more</source>
        <translation>인스턴스 하나 늘림</translation>
    </message>
    <message>
        <source>Flush the store (FLUSHALL)</source>
        <translation>저장소 비우기(FLUSHALL)</translation>
    </message>
    <message>
        <source>Limit the memory of the store</source>
        <translation>저장소 메모리 제한</translation>
    </message>
    <message>
        <source>Delay a link</source>
        <translation>연결 지연</translation>
    </message>
    <message>
        <source>Hold a link</source>
        <translation>연결 보류</translation>
    </message>
    <message>
        <source>Cut a link</source>
        <translation>연결 차단</translation>
    </message>
    <message>
        <source>Reset a link</source>
        <translation>연결 재설정(RST)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>A part or a link of the arm, such as store or instance-1.</source>
        <translation>비교군의 구성 요소나 연결입니다. 예: store, instance-1.</translation>
    </message>
    <message>
        <source>Whom it befalls. The control is better left unharmed.</source>
        <translation>장애를 일으킬 비교군입니다. 대조군은 그대로 두는 것이 좋습니다.</translation>
    </message>
    <message>
        <source>At</source>
        <translation>시점</translation>
    </message>
    <message>
        <source>Since measuring began.</source>
        <translation>측정을 시작한 때부터 잽니다.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>지속</translation>
    </message>
    <message>
        <source>Then it is undone. 0: it lasts to the end of the trial.</source>
        <translation>그 뒤에 되돌립니다. 0: 시행이 끝날 때까지.</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Added each way.</source>
        <translation>방향마다 더합니다.</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>What is done to an arm while it is measured, and what becomes of its sessions.</source>
        <translation>측정하는 동안 비교군에 장애를 일으켜 세션이 어떻게 되는지 봅니다.</translation>
    </message>
    <message>
        <source>Accounts in</source>
        <translation>계정 저장 위치</translation>
    </message>
    <message>
        <source>No cookie</source>
        <translation>쿠키 없음</translation>
    </message>
    <message>
        <source>A share: 0.1 is every tenth. Visitors without a session, such as bots.</source>
        <translation>비율입니다. 0.1은 열 번에 한 번. 봇처럼 세션이 없는 방문자입니다.</translation>
    </message>
    <message>
        <source>What a request needs</source>
        <translation>요청에 필요한 것만</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>읽는 내용</translation>
    </message>
    <message>
        <source>Grace</source>
        <translation>유예</translation>
    </message>
    <message>
        <source>A refresh token that was just used gets an access token so long: two tabs at once.</source>
        <translation>방금 쓴 갱신 토큰도 이 시간 동안 접근 토큰을 받습니다. 탭 두 개를 동시에 열 때를 위한 것입니다.</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>보관 위치</translation>
    </message>
    <message>
        <source>Shortly before the token ends</source>
        <translation>토큰이 만료되기 직전</translation>
    </message>
    <message>
        <source>When a request was refused</source>
        <translation>요청이 거부되었을 때</translation>
    </message>
    <message>
        <source>Users renew</source>
        <translation>사용자의 토큰 갱신</translation>
    </message>
    <message>
        <source>Tabs of a user</source>
        <translation>사용자당 탭 수</translation>
    </message>
    <message>
        <source>All of them renew at the same moment, with the same refresh token.</source>
        <translation>모든 탭이 같은 갱신 토큰으로 동시에 갱신합니다.</translation>
    </message>
    <message>
        <source>Token: grace</source>
        <translation>토큰: 유예</translation>
    </message>
    <message>
        <source>Token: when users renew</source>
        <translation>토큰: 갱신 시점</translation>
    </message>
    <message>
        <source>Token: tabs of a user</source>
        <translation>토큰: 사용자당 탭 수</translation>
    </message>
    <message>
        <source>A refresh counts itself in the session</source>
        <translation>새로고침 횟수를 세션에 기록</translation>
    </message>
    <message>
        <source>Otherwise it only reads the session.</source>
        <translation>끄면 세션을 읽기만 합니다.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>By</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>✔ ok</source>
        <translation>✔ 정상</translation>
    </message>
    <message>
        <source>⚠ marked</source>
        <translation>⚠ 표시됨</translation>
    </message>
    <message>
        <source>✖ void</source>
        <translation>✖ 무효</translation>
    </message>
    <message>
        <source>— not readable</source>
        <translation>— 읽을 수 없음</translation>
    </message>
    <message>
        <source>What sessions kept</source>
        <translation>세션이 지킨 약속</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>비교군</translation>
    </message>
    <message>
        <source>Promise to the user</source>
        <translation>사용자에 대한 약속</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>위반</translation>
    </message>
    <message>
        <source>Every promise</source>
        <translation>모든 약속</translation>
    </message>
    <message>
        <source>Block %1, trial %2 (%3, %4): %5</source>
        <translation>블록 %1, 시행 %2(%3, %4): %5</translation>
    </message>
    <message>
        <source>What was left out, and why</source>
        <translation>제외된 것과 그 이유</translation>
    </message>
    <message>
        <source>Nothing: every trial counts.</source>
        <translation>없음: 모든 시행이 유효합니다.</translation>
    </message>
    <message>
        <source>%1 blocks are void because something else disturbed a trial. It was decided by fixed limits, without a look at the outcome, and the blocks were run again:</source>
        <translation>다른 작업이 시행을 방해하여 블록 %1개가 무효입니다. 결과를 보지 않고 미리 정한 기준으로 판단했으며, 해당 블록은 다시 실행했습니다.</translation>
    </message>
    <message>
        <source>These trials could not be run as planned:</source>
        <translation>계획대로 실행하지 못한 시행:</translation>
    </message>
    <message>
        <source>%1 remarks about trials that count all the same</source>
        <translation>유효하지만 참고할 점이 있는 시행 %1건</translation>
    </message>
    <message>
        <source>What was asked of every trial</source>
        <translation>모든 시행에서 점검한 항목</translation>
    </message>
    <message>
        <source>%1 checks, how often with which outcome</source>
        <translation>점검 항목 %1개와 결과별 횟수</translation>
    </message>
    <message>
        <source>Each arm against the control: ratio with its interval</source>
        <translation>대조군 대비 각 비교군의 비율과 신뢰구간</translation>
    </message>
    <message>
        <source>Less than %1 does not matter</source>
        <translation>%1 미만의 차이는 의미 없음</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>← lower than the control</source>
        <translation>← 대조군보다 낮음</translation>
    </message>
    <message>
        <source>higher than the control →</source>
        <translation>대조군보다 높음 →</translation>
    </message>
    <message>
        <source>arm / control, log scale; grey: too small to matter</source>
        <translation>비교군 / 대조군, 로그 눈금 · 회색: 의미 없는 작은 차이</translation>
    </message>
    <message>
        <source>%1 against %2 · %3, %4</source>
        <translation>%2 대비 %1 · %3, %4</translation>
    </message>
    <message>
        <source>noise floor</source>
        <translation>잡음 수준</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>시행</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>부하 수준</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>%1: %2 requests, slowest %3</source>
        <translation>%1: 요청 %2건, 최장 %3</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>시행</translation>
    </message>
    <message>
        <source>The evidence is the trial, not the request. %1 of %2, one mark for each trial; a line joins the trials of a block; hollow: void, and not in any comparison.</source>
        <translation>증거의 단위는 요청이 아니라 시행입니다. %2의 %1, 시행마다 점 하나. 선은 같은 블록의 시행을 잇습니다. 속이 빈 점: 무효이며 비교에 포함되지 않음.</translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation>백분위수</translation>
    </message>
    <message>
        <source>Response times, counted from the moment a request was planned. Thick: all trials of an arm in one histogram; thin: each trial. A line ends where fewer than 10 requests are beyond it.</source>
        <translation>요청이 계획된 시점부터 잰 응답 시간입니다. 굵은 선: 비교군의 모든 시행을 합친 히스토그램, 가는 선: 시행별. 그 너머의 요청이 10건 미만이면 선이 끝납니다.</translation>
    </message>
    <message>
        <source>The other operations</source>
        <translation>다른 작업</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>시간별</translation>
    </message>
    <message>
        <source>Response times of %1 at %2 while a trial goes on: p50, p95 and p99 of %3 s at a time, over the histograms of all trials that count. Grey: not counted. Warm-up that does not end before the measured window would show here.</source>
        <translation>시행이 진행되는 동안의 응답 시간(작업 %1, 부하 수준 %2). 유효한 모든 시행의 히스토그램으로 %3초마다 계산한 p50, p95, p99입니다. 회색: 집계에서 제외. 측정 구간 전에 끝나지 않은 워밍업이 있으면 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>The number of blocks was fixed before the start: %1.</source>
        <translation>블록 수는 시작 전에 정했습니다: %1개.</translation>
    </message>
    <message>
        <source>Blocks were added until the interval of the registered metric was as narrow as ±%1, at most %2.</source>
        <translation>주 지표의 신뢰구간이 ±%1까지 좁아질 때까지 블록을 추가했습니다(최대 %2개).</translation>
    </message>
    <message>
        <source>The data were looked at after 6, 10 and 15 blocks, with a stricter level at each look, so that the looks together err no more often than one.</source>
        <translation>블록 6개, 10개, 15개 이후에 데이터를 중간 분석했습니다. 분석마다 더 엄격한 수준을 적용하여 전체 오류율이 한 번 분석할 때를 넘지 않습니다.</translation>
    </message>
    <message>
        <source>Each block holds every arm at every load level once, in balanced random order from seed %1.</source>
        <translation>각 블록은 모든 비교군을 모든 부하 수준에서 한 번씩, 시드 %1에서 만든 균형 잡힌 무작위 순서로 실행합니다.</translation>
    </message>
    <message>
        <source>Registered before the start: %1 of %2. All else only suggests.</source>
        <translation>시작 전에 등록한 주 지표: %2의 %1. 나머지는 모두 참고용입니다.</translation>
    </message>
    <message>
        <source>Arms are compared within blocks: the ratio is exp(mean of the log ratios), its interval a paired t interval, shared among the arms (Bonferroni). An exact sign-flip test stands beside it, and a bootstrap-t interval from 6 blocks on; when they disagree the verdict is INCONCLUSIVE.</source>
        <translation>비교군은 블록 안에서 비교합니다. 비율은 exp(로그 비율의 평균), 신뢰구간은 대응 t 구간이며 비교군 수에 따라 보정합니다(본페로니). 정확 부호 반전 검정을 함께 사용하고 블록이 6개 이상이면 부트스트랩 t 구간도 사용합니다. 서로 다른 결과가 나오면 판정은 판단 유보입니다.</translation>
    </message>
    <message>
        <source>BETTER and WORSE: the whole interval lies beyond the smallest difference that matters. EQUIVALENT: the whole interval lies within it. DIFFERENT: not the same, but perhaps too small to matter. Below 6 blocks it is a PILOT: numbers, no verdict.</source>
        <translation>개선, 악화: 신뢰구간 전체가 의미 있는 최소 차이를 벗어남. 동등: 신뢰구간 전체가 그 안에 있음. 차이 있음: 같지는 않지만 의미 없을 만큼 작을 수 있음. 블록이 6개 미만이면 예비 실험이며 수치만 제시하고 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>Response time is counted from the moment a request was planned, so a stall of the server is not hidden by a generator that waits for it. Times are those of requests that ended well.</source>
        <translation>응답 시간은 요청이 계획된 시점부터 잽니다. 그래서 부하 생성기가 기다리느라 서버의 정지가 가려지지 않습니다. 시간은 성공한 요청의 값입니다.</translation>
    </message>
    <message>
        <source>Percentiles: log-linear histograms with 3 significant digits (HdrHistogram&apos;s layout). The percentile q is the upper end of the first bucket with at least ⌈q·n⌉ values at or below it. Percentiles over trials or seconds are those of the histograms put together; none is an average of percentiles.</source>
        <translation>백분위수: 유효 숫자 3자리의 로그-선형 히스토그램(HdrHistogram 구조). 백분위수 q는 그 이하의 값이 ⌈q·n⌉개 이상인 첫 구간의 상한입니다. 여러 시행이나 여러 초의 백분위수는 히스토그램을 합쳐서 구하며, 백분위수를 평균하지 않습니다.</translation>
    </message>
    <message>
        <source>A trial that something else disturbed makes its whole block void. The limits are fixed before the start and know nothing of outcomes.</source>
        <translation>다른 작업의 방해를 받은 시행이 있으면 블록 전체가 무효입니다. 기준은 시작 전에 정하며 결과와 무관합니다.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>The hashes are taken when the experiment ends.</source>
        <translation>해시는 실험이 끝날 때 계산합니다.</translation>
    </message>
    <message>
        <source>Every number of this report is in these files of the results folder.</source>
        <translation>이 보고서의 모든 수치는 결과 폴더의 다음 파일에 있습니다.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>%1 files with their hashes</source>
        <translation>파일 %1개와 해시</translation>
    </message>
    <message>
        <source>percentile, %</source>
        <translation>백분위수, %</translation>
    </message>
    <message>
        <source>Percentiles of %1, %2</source>
        <translation>백분위수: %1, %2</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language of the report as HTML names it</comment>
        <translation>ko</translation>
    </message>
    <message>
        <source>%1 · results written %2 · seed %3 · measured with Ceteris %4 · this holds for this machine, these versions and this load</source>
        <translation>%1 · 결과 기록 %2 · 시드 %3 · Ceteris %4로 측정 · 이 시스템, 이 버전, 이 부하에 한함</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>%1 users, %2 requests a second on a schedule</source>
        <translation>사용자 %1명, 정해진 일정으로 초당 요청 %2건</translation>
    </message>
    <message>
        <source>%1 users who think %2 to %3 s between an answer and the next request</source>
        <translation>사용자 %1명, 응답과 다음 요청 사이에 %2~%3초 대기</translation>
    </message>
    <message>
        <source>Held constant</source>
        <translation>같게 유지한 것</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Load, %1</source>
        <translation>부하, %1</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>idle %1, warm-up %2, measured %3, drain at most %4, wash-out %5</source>
        <translation>유휴 %1, 워밍업 %2, 측정 %3, 마무리 최대 %4, 안정화 %5</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>%1 a second, before the load</source>
        <translation>초당 %1건, 부하 전</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>시간 초과</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>비용 %1</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>CSRF token</source>
        <translation>CSRF 토큰 사용</translation>
    </message>
    <message>
        <source>no CSRF token</source>
        <translation>CSRF 토큰 없음</translation>
    </message>
    <message>
        <source>Asked before the start</source>
        <translation>시작 전 점검</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>Pre-flight: %1 questions</source>
        <translation>사전 점검: 항목 %1개</translation>
    </message>
    <message>
        <source>All else equal</source>
        <translation>나머지는 모두 같음</translation>
    </message>
    <message>
        <source>In what each arm differs from the control, %1:</source>
        <translation>대조군 %1 대비 각 비교군의 차이:</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Arm&apos;s value</source>
        <translation>비교군의 값</translation>
    </message>
    <message>
        <source>Control&apos;s value</source>
        <translation>대조군의 값</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>CPUs: </source>
        <translation>CPU: </translation>
    </message>
    <message>
        <source>version of </source>
        <translation>버전: </translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>login</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>유휴</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>마무리</translation>
    </message>
    <message>
        <source>logout</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>Response times of %1 over the time of a trial</source>
        <translation>시행 시간에 따른 %1 응답 시간</translation>
    </message>
    <message>
        <source>since the trial began, min:s</source>
        <translation>시행 시작 이후, 분:초</translation>
    </message>
    <message>
        <source> (control)</source>
        <translation> (대조군)</translation>
    </message>
    <message>
        <source>%1 of each trial, %2</source>
        <translation>시행별 %1, %2</translation>
    </message>
    <message>
        <source>Block %1, %2: %3</source>
        <translation>블록 %1, %2: %3</translation>
    </message>
    <message>
        <source>◔ PRELIMINARY</source>
        <translation>◔ 중간 결과</translation>
    </message>
    <message>
        <source>No verdict, for these reasons:</source>
        <translation>판정이 없는 이유:</translation>
    </message>
    <message>
        <source>What this experiment cannot tell:</source>
        <translation>이 실험으로 알 수 없는 것:</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Arm / control</source>
        <translation>비교군 / 대조군</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>신뢰구간</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>신뢰 수준</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>⚠ The experiment has not ended: %1. These are numbers on the way, and no verdict.</source>
        <translation>⚠ 실험이 아직 끝나지 않았습니다: %1. 진행 중인 수치이며 판정이 아닙니다.</translation>
    </message>
    <message>
        <source>There is nothing to compare yet: no block has a trial of two arms.</source>
        <translation>아직 비교할 것이 없습니다. 두 비교군의 시행이 모두 있는 블록이 없습니다.</translation>
    </message>
    <message>
        <source>Ratio of the arm to the control, paired by block, with its interval. Below 1 is lower. Bold: registered before the start; all others only suggest.</source>
        <translation>블록별로 짝지은 비교군 대 대조군의 비율과 신뢰구간입니다. 1보다 작으면 더 낮습니다. 굵은 글씨: 시작 전에 등록한 주 지표, 나머지는 모두 참고용입니다.</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Also measured, not decided: it suggests, no more</source>
        <translation>판정 대상은 아니지만 함께 측정함: 참고용</translation>
    </message>
    <message>
        <source>%1 more could not be compared</source>
        <translation>비교할 수 없는 항목 %1개 더 있음</translation>
    </message>
    <message>
        <source>%1 (suggests)</source>
        <translation>%1(참고)</translation>
    </message>
    <message>
        <source>App CPU</source>
        <translation>앱 CPU</translation>
    </message>
    <message>
        <source>Store CPU</source>
        <translation>저장소 CPU</translation>
    </message>
    <message>
        <source>%1: not shown, it rests on too few requests or was not measured.</source>
        <translation>%1: 요청이 너무 적거나 측정되지 않아 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>All %1 trials as a table (%2; CPU is that of a request)</source>
        <translation>전체 시행 %1개 표(%2, CPU는 요청당 값)</translation>
    </message>
    <message>
        <source>listener threads: %1</source>
        <translation>수신 스레드: %1개</translation>
    </message>
    <message>
        <source>Because: %1</source>
        <translation>이유: %1</translation>
    </message>
    <message>
        <source>What was done to the arms, and what their users saw of it</source>
        <translation>비교군에 일으킨 장애와 사용자가 겪은 일</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>사라짐</translation>
    </message>
    <message>
        <source>Resurrected</source>
        <translation>되살아남</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>연결 안 됨</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>시간 초과</translation>
    </message>
    <message>
        <source>First good answer, s</source>
        <translation>첫 정상 응답, s</translation>
    </message>
    <message>
        <source>Last failure, s</source>
        <translation>마지막 실패, s</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>증가량</translation>
    </message>
    <message>
        <source>%1 bytes with each write</source>
        <translation>쓰기마다 %1바이트</translation>
    </message>
    <message>
        <source>Image in the session</source>
        <translation>세션에 든 이미지</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>Visits without a cookie</source>
        <translation>쿠키 없는 방문</translation>
    </message>
    <message>
        <source>Networks of the users</source>
        <translation>사용자 네트워크</translation>
    </message>
    <message>
        <source>%1 blocks are void and were run again: what something else disturbed by fixed limits, without a look at the outcome; what a person skipped or wanted once more, knowing the figures so far:</source>
        <translation>블록 %1개가 무효이며 다시 실행되었습니다. 외부의 방해는 결과를 보지 않고 정해진 기준으로 판정했고, 사용자가 건너뛰거나 재실행을 요청한 것은 그때까지의 수치를 아는 상태였습니다:</translation>
    </message>
    <message>
        <source>Refreshes</source>
        <translation>새로고침</translation>
    </message>
    <message>
        <source>only read the session</source>
        <translation>세션을 읽기만 함</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>%1, not counted</source>
        <translation>%1, 집계 제외</translation>
    </message>
    <message>
        <source>errors, up to %1 /s</source>
        <translation>오류, 최대 %1 /s</translation>
    </message>
    <message>
        <source>0 errors</source>
        <translation>오류 0건</translation>
    </message>
    <message>
        <source>Time, s</source>
        <translation>시간, s</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1, 하한</translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation>%1, 상한</translation>
    </message>
    <message>
        <source>Errors, /s</source>
        <translation>오류, /s</translation>
    </message>
</context>
<context>
    <name>ceteris::models</name>
    <message>
        <source>less than a minute</source>
        <translation>1분 미만</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>약 %1분</translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation>약 %1시간 %2분</translation>
    </message>
    <message>
        <source>p99 with failures</source>
        <translation>실패 포함 p99</translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>초당 요청 수</translation>
    </message>
    <message>
        <source>CPU per request</source>
        <translation>요청당 CPU</translation>
    </message>
    <message>
        <source>memory per session</source>
        <translation>세션당 메모리</translation>
    </message>
    <message>
        <source>error rate</source>
        <translation>오류율</translation>
    </message>
    <message>
        <source>login</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>logout</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>PILOT</source>
        <translation>예비 실험</translation>
    </message>
    <message>
        <source>BETTER</source>
        <translation>개선</translation>
    </message>
    <message>
        <source>WORSE</source>
        <translation>악화</translation>
    </message>
    <message>
        <source>EQUIVALENT</source>
        <translation>동등</translation>
    </message>
    <message>
        <source>DIFFERENT</source>
        <translation>차이 있음</translation>
    </message>
    <message>
        <source>INCONCLUSIVE</source>
        <translation>판단 유보</translation>
    </message>
    <message>
        <source>NOT COMPARABLE</source>
        <translation>비교 불가</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>예비 실험</translation>
    </message>
    <message>
        <source>Not comparable</source>
        <translation>비교 불가</translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation>판단 유보</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>better</source>
        <translation>개선</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>악화</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>재시작</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>유휴</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>마무리</translation>
    </message>
    <message>
        <source>washout</source>
        <translation>안정화</translation>
    </message>
    <message>
        <source>probes</source>
        <translation>탐침</translation>
    </message>
    <message>
        <source>read request</source>
        <translation>요청 읽기</translation>
    </message>
    <message>
        <source>load session</source>
        <translation>세션 불러오기</translation>
    </message>
    <message>
        <source>look up user</source>
        <translation>사용자 조회</translation>
    </message>
    <message>
        <source>password hash</source>
        <translation>비밀번호 해시</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>핸들러</translation>
    </message>
    <message>
        <source>serialise</source>
        <translation>직렬화</translation>
    </message>
    <message>
        <source>save session</source>
        <translation>세션 저장</translation>
    </message>
    <message>
        <source>write response</source>
        <translation>응답 쓰기</translation>
    </message>
    <message>
        <source>noise floor</source>
        <translation>잡음 수준</translation>
    </message>
    <message>
        <source>suggests %1</source>
        <translation>참고: %1</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>중간 결과</translation>
    </message>
    <message>
        <source>✔ ok</source>
        <translation>✔ 정상</translation>
    </message>
    <message>
        <source>⚠ marked</source>
        <translation>⚠ 표시됨</translation>
    </message>
    <message>
        <source>✖ void</source>
        <translation>✖ 무효</translation>
    </message>
    <message>
        <source>— not available</source>
        <translation>— 확인 불가</translation>
    </message>
    <message>
        <source>✖ failed</source>
        <translation>✖ 실패</translation>
    </message>
    <message>
        <source>⚠ void</source>
        <translation>⚠ 무효</translation>
    </message>
    <message>
        <source>⚠ block void</source>
        <translation>⚠ 블록 무효</translation>
    </message>
    <message>
        <source>✔ counts</source>
        <translation>✔ 유효</translation>
    </message>
    <message>
        <source>⚠ warning</source>
        <translation>⚠ 경고</translation>
    </message>
    <message>
        <source>✖ stands in the way</source>
        <translation>✖ 시작 불가</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>부하 수준</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>비교군</translation>
    </message>
    <message>
        <source>Change [95 % CI]</source>
        <translation>변화 [95% 신뢰구간]</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>시행</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>처리율</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Mark above</source>
        <translation>표시 기준</translation>
    </message>
    <message>
        <source>Void above</source>
        <translation>무효 기준</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>관찰 내용</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>Why this matters</source>
        <translation>중요한 이유</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>해결 방법</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>약속</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>After</source>
        <translation>경과</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>기대값</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>실제값</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>변경 시각</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>too few trials for an interval</source>
        <translation>신뢰구간을 구하기에는 시행이 너무 적음</translation>
    </message>
    <message>
        <source>only contrasts with the control have an interval</source>
        <translation>대조군과의 비교에만 신뢰구간이 있음</translation>
    </message>
    <message>
        <source>different experiments: their trials are no pairs, so there is no interval</source>
        <translation>서로 다른 실험의 시행은 짝을 이루지 않아 신뢰구간이 없음</translation>
    </message>
    <message>
        <source>no interval</source>
        <translation>신뢰구간 없음</translation>
    </message>
    <message>
        <source>too small to matter</source>
        <translation>의미 없는 작은 차이</translation>
    </message>
    <message>
        <source>no difference shown</source>
        <translation>차이가 확인되지 않음</translation>
    </message>
    <message>
        <source>%1, perhaps too little to matter</source>
        <translation>%1(의미 없을 만큼 작을 수 있음)</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>상대</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>95 % CI</source>
        <translation>95% 신뢰구간</translation>
    </message>
    <message>
        <source>Practical?</source>
        <translation>의미 있음?</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>쪽</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>✔ the factor</source>
        <translation>✔ 실험 요인</translation>
    </message>
    <message>
        <source>⚠ not the factor</source>
        <translation>⚠ 실험 요인 아님</translation>
    </message>
    <message>
        <source>listed</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>not measured in %1</source>
        <translation>%1에서 측정 안 됨</translation>
    </message>
    <message>
        <source>● %1 (registered)</source>
        <translation>● %1(주 지표)</translation>
    </message>
    <message>
        <source>no clean trial in %1</source>
        <translation>%1에 방해받지 않은 시행이 없음</translation>
    </message>
    <message>
        <source>login page</source>
        <translation>로그인 페이지</translation>
    </message>
    <message>
        <source>refresh</source>
        <translation>새로고침</translation>
    </message>
    <message>
        <source>write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>%1 with the void ones</source>
        <translation>무효 포함 %1</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>인스턴스</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>%1, imported: nothing was controlled</source>
        <translation>%1에서 가져옴: 통제된 조건 없음</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>measured by</source>
        <translation>측정 도구</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>Imported from %1: response times are that tool&apos;s own, measured from send to answer (closed loop), not those of Ceteris; nothing was controlled. Figures, never a verdict.</source>
        <translation>%1에서 가져온 결과입니다. 응답 시간은 Ceteris가 아니라 그 도구가 잰 값으로, 전송부터 응답까지(폐루프)의 시간입니다. 통제된 조건이 없으므로 수치만 있고 판정은 없습니다.</translation>
    </message>
    <message>
        <source>no date recorded</source>
        <translation>날짜 기록 없음</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>요청 %1건</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>오류 %1</translation>
    </message>
    <message>
        <source>errors not recorded</source>
        <translation>오류 기록 없음</translation>
    </message>
    <message>
        <source>Read from %1.</source>
        <translation>읽은 파일: %1</translation>
    </message>
    <message>
        <source>Times are those of all requests, failed ones included.</source>
        <translation>시간은 실패한 요청을 포함한 모든 요청의 값입니다.</translation>
    </message>
    <message>
        <source>Times are those of requests that were answered as expected.</source>
        <translation>시간은 예상대로 응답받은 요청의 값입니다.</translation>
    </message>
    <message>
        <source>The last row of a file was cut off and is left out.</source>
        <translation>파일의 마지막 행이 잘려 있어 제외했습니다.</translation>
    </message>
    <message>
        <source>%1 requests have no name, or one of too many: they count in all requests alone.</source>
        <translation>요청 %1건은 이름이 없거나 이름 종류가 너무 많아 전체 요청에만 포함됩니다.</translation>
    </message>
    <message>
        <source>%1 requests were far out of order: they are missing over time alone.</source>
        <translation>요청 %1건은 순서가 크게 어긋나 시간별 그래프에서만 빠져 있습니다.</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>오류율</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>requests answered as expected, each second</source>
        <translation>예상대로 응답받은 요청, 초 단위</translation>
    </message>
    <message>
        <source>all requests, over the seconds before (10 in Locust)</source>
        <translation>모든 요청, 직전 몇 초 동안(Locust는 10초)</translation>
    </message>
    <message>
        <source>Not drawn: these percentiles are since the start of the run, not of each moment. Locust writes those with --csv-full-history.</source>
        <translation>그리지 않음: 이 백분위수는 각 시점이 아니라 실행 시작부터 누적한 값입니다. 시점별 값은 Locust를 --csv-full-history로 실행해야 기록됩니다.</translation>
    </message>
    <message>
        <source>Not recorded: there is no …_stats_history.csv with them.</source>
        <translation>기록 없음: 시점별 값이 담긴 …_stats_history.csv가 없습니다.</translation>
    </message>
    <message>
        <source>Not recorded: %1 wrote down percentiles, not how long each request took.</source>
        <translation>기록 없음: %1의 기록에는 백분위수만 있고 요청별 소요 시간은 없습니다.</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>guard</source>
        <translation>환경 감시</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>부하 생성기</translation>
    </message>
    <message>
        <source>oracle</source>
        <translation>세션 검증</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>장애 주입</translation>
    </message>
    <message>
        <source>server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>user</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>all requests</source>
        <translation>전체 요청</translation>
    </message>
    <message>
        <source>renew</source>
        <translation>토큰 갱신</translation>
    </message>
</context>
<context>
    <name>ceteris::models::HistoryModel</name>
    <message>
        <source>the folder could not be moved there</source>
        <translation>폴더를 그곳으로 옮길 수 없습니다</translation>
    </message>
    <message>
        <source>the folder could not be moved back</source>
        <translation>폴더를 되돌릴 수 없습니다</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>읽을 수 없음: %1</translation>
    </message>
    <message>
        <source>running %1 %</source>
        <translation>%1% 실행 중</translation>
    </message>
    <message>
        <source>interrupted at %1 %</source>
        <translation>%1%에서 중단됨</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) void and run again</source>
        <translation>
            <numerusform>블록 %n개 무효 처리 후 재실행</numerusform>
        </translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>별표 있음</translation>
    </message>
    <message>
        <source>Not starred</source>
        <translation>별표 없음</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>비교군</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>소요 시간</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>별표</translation>
    </message>
    <message>
        <source>The registered metric</source>
        <translation>등록된 주 지표</translation>
    </message>
    <message>
        <source>Blocks used of those planned</source>
        <translation>계획한 블록 중 사용한 블록</translation>
    </message>
</context>
<context>
    <name>ceteris::models::LiveLogModel</name>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
</context>
<context>
    <name>ceteris::models::LiveModel</name>
    <message>
        <source>No samples for %1 s. The engine does not answer any more.</source>
        <translation>%1초 동안 샘플이 없습니다. 엔진이 더 이상 응답하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>ceteris::models::LiveWords</name>
    <message>
        <source>Known when the first trial is over.</source>
        <translation>첫 시행이 끝나면 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Of the trial that ended last.</source>
        <translation>마지막으로 끝난 시행의 값입니다.</translation>
    </message>
    <message>
        <source>Now, in percent of one core. The mark is that of the trial that ended last: %1</source>
        <translation>현재 값(코어 하나 대비 비율)입니다. 표시는 마지막으로 끝난 시행의 것입니다: %1</translation>
    </message>
    <message>
        <source>none yet.</source>
        <translation>아직 없음.</translation>
    </message>
    <message>
        <source>Missed sends</source>
        <translation>보내지 못한 요청</translation>
    </message>
    <message>
        <source>Counted while measuring.</source>
        <translation>측정하는 동안 집계합니다.</translation>
    </message>
    <message>
        <source>Planned but not answered in the measure window; limit %1.</source>
        <translation>측정 구간에 계획했으나 응답받지 못한 요청, 기준 %1.</translation>
    </message>
    <message>
        <source>Generator CPU</source>
        <translation>부하 생성기 CPU</translation>
    </message>
    <message>
        <source>Send lag p99</source>
        <translation>전송 지연 p99</translation>
    </message>
    <message>
        <source>CPU frequency</source>
        <translation>CPU 주파수</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>다른 프로그램</translation>
    </message>
    <message>
        <source>Swapping</source>
        <translation>스왑</translation>
    </message>
    <message>
        <source>The experiment failed: %1</source>
        <translation>실험 실패: %1</translation>
    </message>
    <message>
        <source>The experiment was stopped after %1 trials</source>
        <translation>시행 %1개 후 실험이 중지되었습니다</translation>
    </message>
    <message>
        <source>The experiment is finished</source>
        <translation>실험이 끝났습니다</translation>
    </message>
    <message>
        <source>Trial %1 is contaminated: %2</source>
        <translation>시행 %1 오염됨: %2</translation>
    </message>
    <message>
        <source>Trial %1 failed: %2</source>
        <translation>시행 %1 실패: %2</translation>
    </message>
    <message>
        <source>Trial %1 is finished</source>
        <translation>시행 %1 완료</translation>
    </message>
    <message>
        <source>The experiment begins: %1 trials</source>
        <translation>실험 시작: 시행 %1개</translation>
    </message>
    <message>
        <source>The experiment goes on: %1 of %2 trials were done</source>
        <translation>실험 재개: 시행 %2개 중 %1개 완료됨</translation>
    </message>
    <message>
        <source>Pre-flight: %1 checks, %2 warnings, %3 failed</source>
        <translation>사전 점검: 항목 %1개, 경고 %2개, 실패 %3개</translation>
    </message>
    <message>
        <source>Waiting for a quiet machine: %1</source>
        <translation>시스템이 조용해지기를 기다리는 중: %1</translation>
    </message>
    <message>
        <source>Trial %1 begins: %2, %3</source>
        <translation>시행 %1 시작: %2, %3</translation>
    </message>
    <message>
        <source>Phase: %1</source>
        <translation>단계: %1</translation>
    </message>
    <message>
        <source>Recorded: sessions in memory and in Redis</source>
        <translation>녹화: 메모리 세션과 Redis 세션</translation>
    </message>
    <message>
        <source>The plan quick-look on a quiet machine with 2 cores.</source>
        <translation>코어 2개인 조용한 시스템에서 실행한 quick-look 계획입니다.</translation>
    </message>
    <message>
        <source>Recorded: something else used the CPU</source>
        <translation>녹화: 다른 작업이 CPU를 사용함</translation>
    </message>
    <message>
        <source>A compiler runs beside the experiment: its blocks are found out and run again.</source>
        <translation>실험 옆에서 컴파일러가 실행됩니다. 해당 블록을 찾아내 다시 실행합니다.</translation>
    </message>
    <message>
        <source>Trial %1 does not count: %2</source>
        <translation>시행 %1 제외됨: %2</translation>
    </message>
    <message>
        <source>↯ Fault: %1</source>
        <translation>↯ 장애 주입: %1</translation>
    </message>
    <message>
        <source>↺ Fault over: %1</source>
        <translation>↺ 장애 해제: %1</translation>
    </message>
</context>
<context>
    <name>ceteris::models::Replay</name>
    <message>
        <source>it holds no events</source>
        <translation>이벤트가 없습니다</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::CompareEffects</name>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Each trial</source>
        <translation>시행별</translation>
    </message>
    <message>
        <source>Ratio to A</source>
        <translation>A 대비 비율</translation>
    </message>
    <message>
        <source>mark: typical trial (geometric mean); lines join the trials of a block; hollow: excluded</source>
        <translation>표시: 대표값(기하 평균), 선: 같은 블록의 시행, 속이 빈 점: 제외됨</translation>
    </message>
    <message>
        <source>mark: typical trial (geometric mean); different experiments, so no pairs; hollow: excluded</source>
        <translation>표시: 대표값(기하 평균), 서로 다른 실험이라 짝이 없음, 속이 빈 점: 제외됨</translation>
    </message>
    <message>
        <source>No metric was measured often enough on both sides.</source>
        <translation>양쪽에서 충분히 측정된 지표가 없습니다.</translation>
    </message>
    <message>
        <source>95 % CI, paired by block; shaded: the smallest difference that matters</source>
        <translation>95% 신뢰구간, 블록별로 짝지음 · 음영: 의미 있는 최소 차이</translation>
    </message>
    <message>
        <source>points only: trials of different experiments are no pairs, so there is no interval</source>
        <translation>점만 표시: 서로 다른 실험의 시행은 짝을 이루지 않아 신뢰구간이 없음</translation>
    </message>
    <message>
        <source>ratio to A</source>
        <translation>A 대비 비율</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ComparePage</name>
    <message>
        <source>Choose in &amp;Results</source>
        <translation>결과에서 선택(&amp;R)</translation>
    </message>
    <message>
        <source>Compare the &amp;latest two of one plan</source>
        <translation>같은 계획의 최근 두 실험 비교(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;wap A and B</source>
        <translation>A와 B 바꾸기(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Add a second run</source>
        <translation>두 번째 실험 추가(&amp;A)</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>효과</translation>
    </message>
    <message>
        <source>Distribution and time</source>
        <translation>분포와 시간</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>A and B: typical trial (geometric mean) of the blocks that count. Interval: paired by block, by the engine.</source>
        <translation>A와 B: 유효 블록의 대표값(기하 평균). 신뢰구간: 블록별로 짝지어 엔진이 계산.</translation>
    </message>
    <message>
        <source>Trials of different experiments were not run in pairs, so there is no interval: repeat both arms in one experiment to get one.</source>
        <translation>서로 다른 실험의 시행은 짝지어 실행하지 않았으므로 신뢰구간이 없습니다. 신뢰구간을 얻으려면 한 실험에서 두 비교군을 함께 실행하세요.</translation>
    </message>
    <message>
        <source>A, the baseline</source>
        <translation>A(기준)</translation>
    </message>
    <message>
        <source>Not comparable</source>
        <translation>비교 불가</translation>
    </message>
    <message>
        <source>Preliminary</source>
        <translation>중간 결과</translation>
    </message>
    <message numerus="yes">
        <source>Not comparable: %n difference(s) beside the factor. What differs may be the cause.</source>
        <translation>
            <numerusform>비교 불가: 실험 요인 외에 차이 %n개. 그 차이가 원인일 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not comparable: %1</source>
        <translation>비교 불가: %1</translation>
    </message>
    <message>
        <source>Preliminary: an experiment is not finished.</source>
        <translation>중간 결과: 끝나지 않은 실험이 있습니다.</translation>
    </message>
    <message>
        <source>Add a second run</source>
        <translation>두 번째 실험을 추가하세요</translation>
    </message>
    <message>
        <source>Choose two runs</source>
        <translation>실험 두 개를 선택하세요</translation>
    </message>
    <message>
        <source>One arm alone has nothing to be compared with.</source>
        <translation>비교군 하나만으로는 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>Two to four experiments, or the arms of one, beside each other.</source>
        <translation>실험 2~4개 또는 한 실험의 비교군을 나란히 봅니다.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>비교 내보내기</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::CompareShapes</name>
    <message>
        <source>Reading …</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>No trial that counts has answered requests of this operation.</source>
        <translation>이 작업의 응답이 있는 유효한 시행이 없습니다.</translation>
    </message>
    <message>
        <source>%1: number of requests, %2 of %3 trials</source>
        <translation>%1: 요청 수, 시행 %3개 중 %2개</translation>
    </message>
    <message>
        <source>No trial that counts.</source>
        <translation>유효한 시행이 없습니다.</translation>
    </message>
    <message>
        <source>%1: trial %2, from the start of measuring</source>
        <translation>%1: 시행 %2, 측정 시작부터</translation>
    </message>
    <message>
        <source>Nothing was measured here.</source>
        <translation>측정된 값이 없습니다.</translation>
    </message>
    <message>
        <source>Response time of %1 at %2, all trials that count</source>
        <translation>%1 응답 시간, 부하 수준 %2, 유효한 모든 시행</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::DemoChart</name>
    <message>
        <source>p99 response time, window of 10 s</source>
        <translation>p99 응답 시간, 10초 구간</translation>
    </message>
    <message>
        <source>Requests answered per second</source>
        <translation>초당 처리한 요청</translation>
    </message>
    <message>
        <source>Redis memory</source>
        <translation>Redis 메모리</translation>
    </message>
    <message>
        <source>Figures come with the measure window</source>
        <translation>측정 구간이 시작되면 수치가 표시됩니다</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::DemoFigures</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>99 of 100 answers within</source>
        <translation>응답 100건 중 99건이 이 시간 안에</translation>
    </message>
    <message>
        <source>Requests answered</source>
        <translation>처리한 요청</translation>
    </message>
    <message>
        <source>Redis memory</source>
        <translation>Redis 메모리</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::DemoPage</name>
    <message>
        <source>❚❚ VIEW FROZEN</source>
        <translation>❚❚ 화면 고정됨</translation>
    </message>
    <message>
        <source>Something else disturbed trial %1 – its block will be run again</source>
        <translation>다른 작업이 시행 %1번을 방해했습니다. 블록을 다시 실행합니다</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::DemoVerdict</name>
    <message>
        <source>No verdict: the experiment did not reach its end.</source>
        <translation>판정 없음: 실험이 끝까지 진행되지 않았습니다.</translation>
    </message>
    <message>
        <source>Preliminary: %1 of %2 trials. There is no verdict before the end.</source>
        <translation>중간 결과: 시행 %2개 중 %1개. 끝나기 전에는 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>p99 of every trial, %1</source>
        <translation>시행별 p99, %1</translation>
    </message>
    <message>
        <source>One dot is one trial; trials of a block are joined; hollow: excluded</source>
        <translation>점 하나가 시행 하나, 선은 같은 블록, 속이 빈 점은 제외됨</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::LiveCharts</name>
    <message>
        <source>Over time</source>
        <translation>시간별</translation>
    </message>
    <message>
        <source>Distribution and stages</source>
        <translation>분포와 단계</translation>
    </message>
    <message>
        <source>Where the time of a refresh goes</source>
        <translation>새로고침 시간이 쓰이는 곳</translation>
    </message>
    <message>
        <source>Where the time of a login goes</source>
        <translation>로그인 시간이 쓰이는 곳</translation>
    </message>
    <message>
        <source>Where the time goes</source>
        <translation>시간이 쓰이는 곳</translation>
    </message>
    <message>
        <source>CPU by part</source>
        <translation>구성 요소별 CPU</translation>
    </message>
    <message>
        <source>Time in the server, by stage</source>
        <translation>서버 내 단계별 시간</translation>
    </message>
    <message numerus="yes">
        <source>No samples for %n s</source>
        <translation>
            <numerusform>%n초 동안 샘플 없음</numerusform>
        </translation>
    </message>
    <message>
        <source>The server of this arm is being started</source>
        <translation>이 비교군의 서버를 시작하고 있습니다</translation>
    </message>
    <message>
        <source>No load yet: nothing to measure</source>
        <translation>아직 부하가 없어 측정할 것이 없습니다</translation>
    </message>
    <message>
        <source>The server has not told where this time goes</source>
        <translation>서버가 이 시간의 내역을 알려 주지 않았습니다</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>인스턴스</translation>
    </message>
    <message>
        <source>Where the time of a renewal goes</source>
        <translation>토큰 갱신 시간이 쓰이는 곳</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::LiveChecklist</name>
    <message>
        <source>✔ ready</source>
        <translation>✔ 준비됨</translation>
    </message>
    <message>
        <source>⚠ warning</source>
        <translation>⚠ 경고</translation>
    </message>
    <message>
        <source>✖ in the way</source>
        <translation>✖ 시작 불가</translation>
    </message>
    <message>
        <source>○ not readable</source>
        <translation>○ 읽을 수 없음</translation>
    </message>
    <message>
        <source>Making the accounts: %1 of %2</source>
        <translation>계정 만드는 중: %2개 중 %1개</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>시작하는 중</translation>
    </message>
    <message>
        <source>Listening to the machine (%1)</source>
        <translation>시스템 상태 확인 중(%1)</translation>
    </message>
    <message>
        <source>Waiting for a quiet machine (%1): %2</source>
        <translation>시스템이 조용해지기를 기다리는 중(%1): %2</translation>
    </message>
    <message>
        <source>Asking each arm what timed trials cannot</source>
        <translation>시간을 재는 시행으로 알 수 없는 것을 비교군마다 확인하는 중</translation>
    </message>
    <message>
        <source>Pre-flight</source>
        <translation>사전 점검</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Why this matters, what to do</source>
        <translation>중요한 이유, 해결 방법</translation>
    </message>
    <message>
        <source>Pre-flight checks</source>
        <translation>사전 점검 항목</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::LiveInstances</name>
    <message>
        <source>Requests of each instance</source>
        <translation>인스턴스별 요청</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>인스턴스</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::LiveLogView</name>
    <message>
        <source>Filter events</source>
        <translation>이벤트 필터</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>이벤트 로그</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::LivePage</name>
    <message>
        <source>trial %1 of %2</source>
        <translation>시행 %1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>실행 중인 실험이 없습니다</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>시작(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Replay last run</source>
        <translation>마지막 실험 재생(&amp;R)</translation>
    </message>
    <message>
        <source>Start the plan, and what it measures is seen here while it runs.</source>
        <translation>계획을 시작하면 실행되는 동안의 측정값이 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Last run: %1</source>
        <translation>마지막 실험: %1</translation>
    </message>
    <message>
        <source>View frozen %1</source>
        <translation>화면 고정됨 %1</translation>
    </message>
    <message>
        <source>Figures of the last 10 s</source>
        <translation>최근 10초의 수치</translation>
    </message>
    <message>
        <source>Figures of the whole measure window</source>
        <translation>측정 구간 전체의 수치</translation>
    </message>
    <message>
        <source>Skip this trial</source>
        <translation>이 시행 건너뛰기</translation>
    </message>
    <message>
        <source>Gives up the trial under way; its block is run again at the end.</source>
        <translation>진행 중인 시행을 중단합니다. 해당 블록은 마지막에 다시 실행됩니다.</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::LivePhaseBar</name>
    <message>
        <source>Phase %1, %2 left</source>
        <translation>단계: %1, %2 남음</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::LiveReplayBar</name>
    <message>
        <source>❚❚ Pause</source>
        <translation>❚❚ 일시 정지</translation>
    </message>
    <message>
        <source>▶ Play</source>
        <translation>▶ 재생</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>REPLAY ×%1</source>
        <translation>재생 ×%1</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>녹화 위치</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>재생 속도</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanElement</name>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Duplicate arm %1</source>
        <translation>비교군 %1 복제</translation>
    </message>
    <message>
        <source>Duplicate level %1</source>
        <translation>부하 수준 %1 복제</translation>
    </message>
    <message>
        <source>Remove arm %1</source>
        <translation>비교군 %1 제거</translation>
    </message>
    <message>
        <source>Remove level %1</source>
        <translation>부하 수준 %1 제거</translation>
    </message>
    <message>
        <source>Remove fault %1</source>
        <translation>장애 %1 삭제</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanElements</name>
    <message>
        <source>arm %1</source>
        <translation>비교군 %1</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>부하 수준 %1</translation>
    </message>
    <message>
        <source>&amp;Add arm</source>
        <translation>비교군 추가(&amp;A)</translation>
    </message>
    <message>
        <source>Add &amp;level</source>
        <translation>부하 수준 추가(&amp;L)</translation>
    </message>
    <message>
        <source>Add &amp;fault</source>
        <translation>장애 추가(&amp;F)</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanField</name>
    <message>
        <source>This is written in a way the form cannot change; edit the text.</source>
        <translation>양식에서 바꿀 수 없는 방식으로 작성되어 있습니다. 텍스트에서 편집하세요.</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanForm</name>
    <message>
        <source>Closed loop hides stalls (coordinated omission)</source>
        <translation>폐쇄형 부하는 정지를 가립니다(조율된 누락)</translation>
    </message>
    <message>
        <source>Sections of the plan</source>
        <translation>계획의 항목</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanPage</name>
    <message>
        <source>There is no plan yet.</source>
        <translation>아직 계획이 없습니다.</translation>
    </message>
    <message>
        <source>This plan is running.</source>
        <translation>이 계획을 실행하고 있습니다.</translation>
    </message>
    <message>
        <source>This machine is being checked.</source>
        <translation>이 시스템을 점검하고 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Mend %n problem(s) first.</source>
        <translation>
            <numerusform>먼저 문제 %n개를 고치세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>This machine is not fit for it; see the check.</source>
        <translation>이 시스템은 실험에 적합하지 않습니다. 점검 결과를 확인하세요.</translation>
    </message>
    <message>
        <source>This plan is running – duplicate it to edit</source>
        <translation>이 계획은 실행 중입니다. 편집하려면 복제하세요</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Finished %1 – results are saved</source>
        <translation>%1에 완료되어 결과가 저장되었습니다</translation>
    </message>
    <message>
        <source>Show results</source>
        <translation>결과 보기</translation>
    </message>
    <message>
        <source>Ready: %1 × %2</source>
        <translation>준비됨: %1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%n arm(s)</source>
        <translation>
            <numerusform>비교군 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>블록 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>문제 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Form</source>
        <translation>양식</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Go to the first problem</source>
        <translation>첫 번째 문제로 이동</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Check this machine</source>
        <translation>시스템 점검(&amp;C)</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>시작(&amp;T)</translation>
    </message>
    <message>
        <source>Another experiment is running.</source>
        <translation>다른 실험이 실행 중입니다.</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanParibus</name>
    <message numerus="yes">
        <source>%n difference(s) – %1 was not declared</source>
        <translation>
            <numerusform>차이 %n개 – %1 선언되지 않음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n intended difference(s)</source>
        <translation>
            <numerusform>의도한 차이 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>No difference: equal arms show the noise floor</source>
        <translation>차이 없음: 같은 비교군끼리는 잡음 수준을 보여 줍니다</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>아직 비교할 것이 없음</translation>
    </message>
    <message>
        <source>Declare as factor</source>
        <translation>실험 요인으로 선언</translation>
    </message>
    <message>
        <source>Make equal</source>
        <translation>같게 맞추기</translation>
    </message>
    <message>
        <source>All else equal</source>
        <translation>나머지는 모두 같음</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanPreflight</name>
    <message>
        <source>This machine</source>
        <translation>이 시스템</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>아직 점검하지 않음</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>점검 중…</translation>
    </message>
    <message>
        <source>It could not be checked: %1</source>
        <translation>점검할 수 없음: %1</translation>
    </message>
    <message>
        <source>Not fit to start</source>
        <translation>시작할 수 없음</translation>
    </message>
    <message>
        <source>Fit to start</source>
        <translation>시작 가능</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>stops the start</source>
        <translation>시작 불가</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Why this matters</source>
        <translation>중요한 이유</translation>
    </message>
    <message>
        <source>Why this matters: %1</source>
        <translation>중요한 이유: %1</translation>
    </message>
    <message>
        <source>%1 (limit %2)</source>
        <translation>%1(기준 %2)</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanSchedule</name>
    <message>
        <source>Trial %1, block %2: %3 at %4, %5</source>
        <translation>시행 %1, 블록 %2: %3, 부하 수준 %4, %5</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>일정</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation>
            <numerusform>시행 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · ≈ %3</source>
        <translation>%1 · %2 · ≈ %3</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanStart</name>
    <message>
        <source>Quick look: memory vs Redis, 90 s</source>
        <translation>빠른 비교: 메모리와 Redis, 90초</translation>
    </message>
    <message>
        <source>Open example: memory vs Redis, 5 000 users</source>
        <translation>예제 열기: 메모리와 Redis, 사용자 5,000명</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>아직 계획이 없습니다</translation>
    </message>
    <message>
        <source>A plan says what changes, what stays the same and how often to repeat it.</source>
        <translation>계획은 무엇을 바꾸고, 무엇을 같게 두고, 몇 번 반복할지를 정합니다.</translation>
    </message>
    <message>
        <source>&amp;New plan</source>
        <translation>새 계획(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open file …</source>
        <translation>파일 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근 파일</translation>
    </message>
    <message>
        <source>More examples</source>
        <translation>다른 예제</translation>
    </message>
    <message>
        <source>FLUSHALL under load</source>
        <translation>부하 중 FLUSHALL</translation>
    </message>
    <message>
        <source>An image in every session</source>
        <translation>세션마다 이미지 하나</translation>
    </message>
    <message>
        <source>Java or JSON values</source>
        <translation>Java 값과 JSON 값</translation>
    </message>
    <message>
        <source>Everybody signs in at once</source>
        <translation>한꺼번에 로그인</translation>
    </message>
    <message>
        <source>Look-aside cache</source>
        <translation>룩어사이드 캐시</translation>
    </message>
    <message>
        <source>A memcached that is too small</source>
        <translation>메모리가 모자란 memcached</translation>
    </message>
    <message>
        <source>Redis Cluster</source>
        <translation>Redis 클러스터</translation>
    </message>
    <message>
        <source>Layouts in Redis</source>
        <translation>Redis 저장 형식 비교</translation>
    </message>
    <message>
        <source>Redis killed for 5 s</source>
        <translation>Redis 5초 중단</translation>
    </message>
    <message>
        <source>Replicated sessions</source>
        <translation>세션 복제</translation>
    </message>
    <message>
        <source>1, 2 and 4 instances</source>
        <translation>인스턴스 1·2·4대</translation>
    </message>
    <message>
        <source>Sentinel failover</source>
        <translation>Sentinel 장애 조치</translation>
    </message>
    <message>
        <source>Session server</source>
        <translation>세션 서버</translation>
    </message>
    <message>
        <source>Sessions in SQL</source>
        <translation>SQL에 둔 세션</translation>
    </message>
    <message>
        <source>Sticky or shared</source>
        <translation>고정 세션과 공유 세션</translation>
    </message>
    <message>
        <source>Signed tokens</source>
        <translation>서명 토큰</translation>
    </message>
    <message>
        <source>Sign-outs lost in a failover</source>
        <translation>장애 조치로 사라진 로그아웃</translation>
    </message>
    <message>
        <source>Short-lived tokens with renewal</source>
        <translation>수명이 짧은 토큰과 갱신</translation>
    </message>
    <message>
        <source>Last visit written once a minute</source>
        <translation>마지막 접속 시각을 1분에 한 번만 기록</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::PlanText</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>문제 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Text of the plan</source>
        <translation>계획 텍스트</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsChecks</name>
    <message>
        <source>Only what was &amp;noted</source>
        <translation>참고할 점만 표시(&amp;N)</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Pre-flight</source>
        <translation>사전 점검</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>위반</translation>
    </message>
    <message>
        <source>This folder holds no pre-flight check.</source>
        <translation>이 폴더에는 사전 점검 결과가 없습니다.</translation>
    </message>
    <message>
        <source>Asked before the first trial: %1</source>
        <translation>첫 시행 전 점검: %1</translation>
    </message>
    <message>
        <source>No user saw a broken promise.</source>
        <translation>약속 위반을 겪은 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>Pre-flight (%1)</source>
        <translation>사전 점검(%1)</translation>
    </message>
    <message>
        <source>Sessions (%1 violations)</source>
        <translation>세션(위반 %1건)</translation>
    </message>
    <message>
        <source>%1 checks of guard, generator, warm-up and sessions: %2 ok, %3 marked, %4 void, %5 not available.</source>
        <translation>환경 감시, 부하 생성기, 워밍업, 세션 점검 %1건: 정상 %2, 표시 %3, 무효 %4, 확인 불가 %5.</translation>
    </message>
    <message>
        <source>Trials (%1 noted)</source>
        <translation>시행(참고 %1건)</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsDistribution</name>
    <message>
        <source>Level</source>
        <translation>부하 수준</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation>백분위수</translation>
    </message>
    <message>
        <source>Share below</source>
        <translation>누적 비율</translation>
    </message>
    <message>
        <source>&amp;Each trial</source>
        <translation>시행별(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Show excluded</source>
        <translation>제외된 시행 표시(&amp;S)</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>%1: %2 requests, slowest %3</source>
        <translation>%1: 요청 %2건, 최장 %3</translation>
    </message>
    <message>
        <source>No trial that counts has answered requests of this operation.</source>
        <translation>이 작업의 응답이 있는 유효한 시행이 없습니다.</translation>
    </message>
    <message>
        <source>Lines end where fewer than 10 requests lie beyond.</source>
        <translation>그 너머의 요청이 10건 미만이면 선이 끝납니다.</translation>
    </message>
    <message>
        <source>%1: requests in %2 of %3 trials</source>
        <translation>%1: 시행 %3개 중 %2개에 요청 있음</translation>
    </message>
    <message>
        <source>No trial that counts.</source>
        <translation>유효한 시행이 없습니다.</translation>
    </message>
    <message>
        <source>All requests of the trials that count</source>
        <translation>유효한 시행의 모든 요청</translation>
    </message>
    <message>
        <source>The histograms of these trials are not there.</source>
        <translation>이 시행들의 히스토그램이 없습니다.</translation>
    </message>
    <message>
        <source>The stream of these trials has no answer of this operation.</source>
        <translation>이 시행들의 스트림에 이 작업의 응답이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsEnvironment</name>
    <message>
        <source>Key</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsHistory</name>
    <message>
        <source>Filter: state:void tag:demo</source>
        <translation>필터: state:void tag:demo</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>&amp;Group by plan</source>
        <translation>계획별로 묶기(&amp;G)</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>Com&amp;pare ticked</source>
        <translation>선택 항목 비교(&amp;P)</translation>
    </message>
    <message>
        <source>Tick two to four experiments</source>
        <translation>실험을 2~4개 선택하세요</translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n개 선택됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n experiment(s)</source>
        <translation>
            <numerusform>실험 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 삭제됨</translation>
    </message>
    <message>
        <source>&amp;Star or unstar</source>
        <translation>별표 설정/해제(&amp;S)</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>폴더에서 보기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Words, and state: tag: arm: name: before them. States: done, pilot, running, interrupted, inconclusive, notcomparable, imported, unreadable, void, starred.</source>
        <translation>단어 앞에 state: tag: arm: name: 을 붙일 수 있습니다. state 값: done, pilot, running, interrupted, inconclusive, notcomparable, imported, unreadable, void, starred.</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsImported</name>
    <message>
        <source>Figures</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>실패한 요청</translation>
    </message>
    <message>
        <source>Failed requests, in the words of the tool</source>
        <translation>실패한 요청(도구가 기록한 문구)</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsOverTime</name>
    <message>
        <source>Trial</source>
        <translation>시행</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>The trial before</source>
        <translation>이전 시행</translation>
    </message>
    <message>
        <source>The next trial</source>
        <translation>다음 시행</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>처리량</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Response time, number of requests</source>
        <translation>응답 시간, 요청 수</translation>
    </message>
    <message>
        <source>No trial is finished yet.</source>
        <translation>아직 완료된 시행이 없습니다.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>Not measured: this arm is a service that Ceteris did not start.</source>
        <translation>측정 안 됨: 이 비교군은 Ceteris가 시작하지 않은 서비스입니다.</translation>
    </message>
    <message>
        <source>No request of this operation was answered in this trial.</source>
        <translation>이 시행에는 이 작업의 응답이 없습니다.</translation>
    </message>
    <message>
        <source>The stream of this trial is not there.</source>
        <translation>이 시행의 스트림이 없습니다.</translation>
    </message>
    <message>
        <source>Not measured in this trial.</source>
        <translation>이 시행에서 측정되지 않았습니다.</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>응답 시간</translation>
    </message>
    <message>
        <source>successful requests, each second</source>
        <translation>성공한 요청, 초 단위</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsPage</name>
    <message>
        <source>No runs yet</source>
        <translation>아직 실행한 실험이 없습니다</translation>
    </message>
    <message>
        <source>Go to &amp;Plan</source>
        <translation>계획으로 이동(&amp;P)</translation>
    </message>
    <message>
        <source>This run cannot be read</source>
        <translation>이 실험을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>폴더에서 보기(&amp;F)</translation>
    </message>
    <message>
        <source>An experiment that has been started shows up here, finished or not. Import a results folder or its bundle, the JSON of k6 or the CSV of Locust.</source>
        <translation>시작한 실험은 완료 여부와 관계없이 여기에 표시됩니다. 결과 폴더나 그 묶음, k6의 JSON, Locust의 CSV를 가져올 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>Reading %1: %2 %</source>
        <translation>%1 읽는 중: %2%</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>취소(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsRaw</name>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>폴더에서 보기(&amp;F)</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsSummary</name>
    <message>
        <source>&amp;Show excluded: the figures with the void blocks put back</source>
        <translation>제외된 블록 표시: 무효 블록을 포함한 수치(&amp;S)</translation>
    </message>
    <message>
        <source>Ratio to the control</source>
        <translation>대조군 대비 비율</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>%1 of %2 trials</source>
        <translation>시행 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Preliminary – %1</source>
        <translation>중간 결과 – %1</translation>
    </message>
    <message>
        <source>Interrupted – %1. What is there is kept; there is no verdict before the end.</source>
        <translation>중단됨 – %1. 지금까지의 결과는 보존되며, 끝나기 전에는 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>이어서 실행(&amp;R)</translation>
    </message>
    <message>
        <source>PILOT – fewer than 6 blocks: figures, never a verdict.</source>
        <translation>예비 실험 – 블록 6개 미만: 수치만 제시하고 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>No verdict yet.</source>
        <translation>아직 판정이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) marked: kept and listed under Checks</source>
        <translation>
            <numerusform>표시된 점검 %n건: 제외하지 않고 점검 탭에 나열합니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was measured in both arms often enough to compare.</source>
        <translation>두 비교군에서 비교할 만큼 충분히 측정된 항목이 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 blocks; paired by block; shaded: the smallest difference that matters</source>
        <translation>블록 %2개 중 %1개 · 블록별로 짝지음 · 음영: 의미 있는 최소 차이</translation>
    </message>
    <message>
        <source>%1 blocks with the void ones; paired by block; shaded: the smallest difference that matters</source>
        <translation>무효 포함 블록 %1개 · 블록별로 짝지음 · 음영: 의미 있는 최소 차이</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsTrials</name>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Each trial, joined by block</source>
        <translation>시행별, 블록으로 연결</translation>
    </message>
    <message>
        <source>In the order that they ran</source>
        <translation>실행 순서</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>시행</translation>
    </message>
    <message>
        <source>mark: typical trial; hollow: excluded</source>
        <translation>표시: 대표값, 속이 빈 점: 제외됨</translation>
    </message>
    <message>
        <source>Typical: the geometric mean over the blocks that count, as in the ratios</source>
        <translation>대표값: 유효 블록의 기하 평균(비율 계산과 같음)</translation>
    </message>
    <message>
        <source>Enter shows a trial over time; without its tick it is not in the pictures</source>
        <translation>Enter를 누르면 시행을 시간에 따라 보여 줍니다. 선택을 해제하면 그림에서 빠집니다</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>모두 보기(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>Without %n trial(s), for viewing; the verdict does not change</source>
        <translation>
            <numerusform>시행 %n개를 빼고 봅니다. 보기만 바뀌고 판정은 그대로입니다</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 from trial to trial</source>
        <translation>%1: 시행마다 %2</translation>
    </message>
    <message>
        <source>hollow: excluded</source>
        <translation>속이 빈 점: 제외됨</translation>
    </message>
    <message>
        <source>drifts – %1; hollow: excluded</source>
        <translation>순서에 따른 변화 – %1, 속이 빈 점: 제외됨</translation>
    </message>
</context>
<context>
    <name>ceteris::pages::ResultsView</name>
    <message>
        <source>&amp;Compare</source>
        <translation>비교(&amp;C)</translation>
    </message>
    <message>
        <source>Repla&amp;y</source>
        <translation>재생(&amp;Y)</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>이어서 실행(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>내보내기(&amp;X)</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>별표</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>태그(쉼표로 구분)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>&amp;Report (HTML)</source>
        <translation>보고서 (HTML)(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;CSV bundle</source>
        <translation>CSV 묶음(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Locust-compatible CSV</source>
        <translation>Locust 호환 CSV(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Percentiles (.hgrm)</source>
        <translation>백분위수 (.hgrm)(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;JTL</source>
        <translation>JTL(&amp;J)</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>분포</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>시간별</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>시행</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>원본</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) void</source>
        <translation>
            <numerusform>블록 %n개 무효</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::Banner</name>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::BarList</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::ChartPane</name>
    <message>
        <source>Save picture as</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;PDF document (*.pdf);;SVG drawing (*.svg)</source>
        <translation>PNG 그림 (*.png);;PDF 문서 (*.pdf);;SVG 그림 (*.svg)</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder, or a name that ends in .png, .pdf or .svg.</source>
        <translation>%1 파일을 쓸 수 없습니다. 다른 폴더나 .png, .pdf, .svg로 끝나는 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Copy &amp;picture</source>
        <translation>그림 복사(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;data</source>
        <translation>데이터 복사(&amp;D)</translation>
    </message>
    <message>
        <source>Show as &amp;table</source>
        <translation>표로 보기(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save picture as…</source>
        <translation>그림 저장(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::DotPlot</name>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>CI from</source>
        <translation>신뢰구간 하한</translation>
    </message>
    <message>
        <source>CI to</source>
        <translation>신뢰구간 상한</translation>
    </message>
    <message>
        <source>excluded trial</source>
        <translation>제외된 시행</translation>
    </message>
    <message>
        <source>trial</source>
        <translation>시행</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::DriftPlot</name>
    <message>
        <source>Order</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>비교군</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>집계 포함</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>Trial, in run order</source>
        <translation>시행(실행 순서)</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::EffectPlot</name>
    <message>
        <source>Measure</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>CI from</source>
        <translation>신뢰구간 하한</translation>
    </message>
    <message>
        <source>CI to</source>
        <translation>신뢰구간 상한</translation>
    </message>
    <message>
        <source>Practical band</source>
        <translation>의미 있는 최소 차이</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>주 지표</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>낮음</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>높음</translation>
    </message>
    <message>
        <source>ratio to the control</source>
        <translation>대조군 대비 비율</translation>
    </message>
    <message>
        <source>%1: the measure that the plan decides on</source>
        <translation>%1: 계획에서 판정 기준으로 정한 지표</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::HeaderBar</name>
    <message>
        <source>%1 (changed)</source>
        <translation>%1(변경됨)</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::HeatMap</name>
    <message>
        <source>Time, s</source>
        <translation>시간, s</translation>
    </message>
    <message>
        <source>From</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>To</source>
        <translation>상한</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>요청</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 to %3, %n request(s)</source>
        <translation>
            <numerusform>%1: %2~%3, 요청 %n건</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::PercentilePlot</name>
    <message>
        <source>Line</source>
        <translation>선</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>백분위수</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Percentile of requests</source>
        <translation>요청 백분위수</translation>
    </message>
    <message>
        <source>%1: %2 at %3 %</source>
        <translation>%1: %3%에서 %2</translation>
    </message>
    <message>
        <source>%1: %2 % under %3</source>
        <translation>%1: %3 미만 %2%</translation>
    </message>
    <message>
        <source>share of requests below</source>
        <translation>이 값보다 작은 요청의 비율</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::ScheduleStrip</name>
    <message>
        <source>Schedule of trials</source>
        <translation>시행 일정</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::StatusStrip</name>
    <message>
        <source>Results: %1</source>
        <translation>결과: %1</translation>
    </message>
    <message>
        <source>UI %1 % CPU</source>
        <translation>UI CPU %1%</translation>
    </message>
    <message>
        <source>What this window uses of one core. It is measured because it is part of the experiment&apos;s noise.</source>
        <translation>이 창이 코어 하나에서 사용하는 비율입니다. 실험의 잡음에 포함되므로 함께 측정합니다.</translation>
    </message>
    <message>
        <source>dropped samples %1</source>
        <translation>놓친 샘플 %1</translation>
    </message>
    <message>
        <source>Lines of the engine&apos;s event stream that could not be read.</source>
        <translation>엔진의 이벤트 스트림에서 읽지 못한 줄 수입니다.</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::TableDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::TableView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>모두 선택(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::TimeChart</name>
    <message>
        <source>at %1</source>
        <translation>%1 시점</translation>
    </message>
</context>
<context>
    <name>ceteris::widgets::UndoBar</name>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
</context>
<context>
    <name>ceteris::window</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ceteris::window::Actions</name>
    <message>
        <source>&amp;New plan</source>
        <translation>새 계획(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open plan…</source>
        <translation>계획 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;results folder…</source>
        <translation>결과 폴더 열기(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Save plan</source>
        <translation>계획 저장(&amp;S)</translation>
    </message>
    <message>
        <source>Save plan &amp;as…</source>
        <translation>다른 이름으로 계획 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Choose the &amp;folder for results…</source>
        <translation>결과 저장 폴더 선택(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>종료(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Check this machine</source>
        <translation>시스템 점검(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>시작(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>이어서 실행(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>중지(&amp;T)</translation>
    </message>
    <message>
        <source>Add a &amp;marker</source>
        <translation>표식 추가(&amp;M)</translation>
    </message>
    <message>
        <source>Show r&amp;esults</source>
        <translation>결과 보기(&amp;E)</translation>
    </message>
    <message>
        <source>Replay the &amp;last run</source>
        <translation>마지막 실험 재생(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;End the replay</source>
        <translation>재생 끝내기(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>계획(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>실시간(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>결과(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>비교(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Freeze the view</source>
        <translation>화면 고정(&amp;F)</translation>
    </message>
    <message>
        <source>Fi&amp;lter the results</source>
        <translation>결과 필터(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Demo mode</source>
        <translation>시연 모드(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;How to use Ceteris</source>
        <translation>Ceteris 사용법(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>키보드 단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Ceteris</source>
        <translation>Ceteris 정보(&amp;A)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Experiment</source>
        <translation>실험(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>언어(&amp;A)</translation>
    </message>
    <message>
        <source>Open r&amp;ecent</source>
        <translation>최근 파일 열기(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
    <message>
        <source>Replay a re&amp;cording</source>
        <translation>녹화 재생(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Report (HTML)…</source>
        <translation>보고서 (HTML)(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Tables (CSV)…</source>
        <translation>표 (CSV)(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Locust tables…</source>
        <translation>Locust 표(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Histograms (.hgrm)…</source>
        <translation>히스토그램 (.hgrm)(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;JMeter results (JTL)…</source>
        <translation>JMeter 결과 (JTL)(&amp;J)…</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>시스템 설정 따름(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>S&amp;kip this trial</source>
        <translation>이 시행 건너뛰기(&amp;K)</translation>
    </message>
</context>
<context>
    <name>ceteris::window::EngineProcess</name>
    <message>
        <source>ceteris-cli was not found next to this program or in PATH.</source>
        <translation>이 프로그램 옆이나 PATH에서 ceteris-cli를 찾을 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>ceteris::window::HeaderText</name>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 / %3</translation>
    </message>
    <message>
        <source>almost done</source>
        <translation>거의 완료</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>Making accounts: %1 of %2</source>
        <translation>계정 만드는 중: %2개 중 %1개</translation>
    </message>
    <message>
        <source>Checking this machine</source>
        <translation>시스템 점검 중</translation>
    </message>
    <message>
        <source>Waiting until the machine is quiet (%1 of at most %2)</source>
        <translation>시스템이 조용해질 때까지 대기 중(%1, 최대 %2)</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>사전 점검</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>기다리는 중</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Running – %1</source>
        <translation>실행 중 – %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message numerus="yes">
        <source>%n contaminated</source>
        <translation>
            <numerusform>오염 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Trial %1 of %2</source>
        <translation>시행 %1 / %2</translation>
    </message>
    <message>
        <source>Waiting until the machine is quiet (%1)</source>
        <translation>시스템이 조용해질 때까지 대기 중(%1)</translation>
    </message>
</context>
<context>
    <name>ceteris::window::MainWindow</name>
    <message>
        <source>Open results folder</source>
        <translation>결과 폴더 열기</translation>
    </message>
    <message>
        <source>Choose the folder for results</source>
        <translation>결과 저장 폴더 선택</translation>
    </message>
    <message>
        <source>Choose the folder to export to</source>
        <translation>내보낼 폴더 선택</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n file(s) to %1.</source>
        <translation>
            <numerusform>%1에 파일 %n개를 저장했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>진단 정보 저장</translation>
    </message>
    <message>
        <source>Stop the experiment and quit?</source>
        <translation>실험을 중지하고 종료할까요?</translation>
    </message>
    <message numerus="yes">
        <source>%n finished trial(s) are saved; the current one is discarded.</source>
        <translation>
            <numerusform>완료된 시행 %n개는 저장되며 현재 시행은 버려집니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>중지 후 종료</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>계속 실행</translation>
    </message>
    <message>
        <source>Target: servers of Ceteris on this machine</source>
        <translation>대상: 이 시스템의 Ceteris 서버</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>대상: %1</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Freeze the view</source>
        <translation>화면 고정</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>스페이스</translation>
    </message>
    <message>
        <source>Move the cursor</source>
        <translation>커서 이동</translation>
    </message>
    <message>
        <source>Move the cursor by ten</source>
        <translation>커서 열 칸 이동</translation>
    </message>
    <message>
        <source>Shift+←  →</source>
        <translation>Shift+←  →</translation>
    </message>
    <message>
        <source>Demo mode</source>
        <translation>시연 모드</translation>
    </message>
    <message>
        <source>Play and pause</source>
        <translation>재생과 일시 정지</translation>
    </message>
    <message>
        <source>Back and forth</source>
        <translation>앞뒤로 이동</translation>
    </message>
    <message>
        <source>Choose the chart</source>
        <translation>차트 선택</translation>
    </message>
    <message>
        <source>Show the verdict</source>
        <translation>판정 보기</translation>
    </message>
    <message>
        <source>Blank the screen</source>
        <translation>화면 비우기</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>밝게 또는 어둡게</translation>
    </message>
    <message>
        <source>How to use Ceteris</source>
        <translation>Ceteris 사용법</translation>
    </message>
    <message>
        <source>1. Plan (Ctrl+1): open an example or write down what changes, what stays the same and how often to repeat it. Problems are shown while you type.

2. Check this machine, then start (F5). Live (Ctrl+2) shows what is measured, second by second.

3. Results (Ctrl+3) says what came of it and how sure that is; Compare (Ctrl+4) puts runs beside each other. From there everything can be exported.

F11 shows a run or a recording on a projector. Closing the window loses nothing: an experiment that was stopped can be resumed.</source>
        <translation>1. 계획(Ctrl+1): 예제를 열거나, 무엇을 바꾸고 무엇을 같게 두고 몇 번 반복할지 적습니다. 입력하는 동안 문제가 표시됩니다.

2. 시스템을 점검한 뒤 시작합니다(F5). 실시간(Ctrl+2)에서 측정값을 초 단위로 볼 수 있습니다.

3. 결과(Ctrl+3)에서 결론과 그 확실성을 확인합니다. 비교(Ctrl+4)에서는 여러 실험을 나란히 봅니다. 모두 내보낼 수 있습니다.

F11을 누르면 실행 중인 실험이나 녹화를 프로젝터에 표시합니다. 창을 닫아도 잃는 것은 없습니다. 중지한 실험은 이어서 실행할 수 있습니다.</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>단축키 보기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Ceteris %1</source>
        <translation>Ceteris %1</translation>
    </message>
    <message>
        <source>Controlled load experiments on session-based authentication.

Free software under the GNU General Public License, version 3 or later. Built on Qt %1.</source>
        <translation>세션 기반 인증을 위한 통제된 부하 실험 도구입니다.

GNU 일반 공중 사용 허가서 버전 3 이상을 따르는 자유 소프트웨어입니다. Qt %1 기반입니다.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>중지하는 중</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>An experiment is running.</source>
        <translation>실험이 실행 중입니다.</translation>
    </message>
    <message>
        <source>This machine is being checked.</source>
        <translation>이 시스템을 점검하고 있습니다.</translation>
    </message>
    <message>
        <source>There is no plan yet.</source>
        <translation>아직 계획이 없습니다.</translation>
    </message>
    <message>
        <source>Stop the experiment?</source>
        <translation>실험을 중지할까요?</translation>
    </message>
    <message numerus="yes">
        <source>%n finished trial(s) are saved; the current one is discarded. It can be resumed later.</source>
        <translation>
            <numerusform>완료된 시행 %n개는 저장되며 현재 시행은 버려집니다. 나중에 이어서 실행할 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>The experiment %1 is running, started elsewhere.</source>
        <translation>다른 곳에서 시작한 실험이 실행 중입니다: %1.</translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>지켜보기</translation>
    </message>
    <message>
        <source>A trial is contaminated</source>
        <translation>오염된 시행이 있습니다</translation>
    </message>
    <message>
        <source>The experiment failed</source>
        <translation>실험이 실패했습니다</translation>
    </message>
    <message>
        <source>The experiment is done</source>
        <translation>실험이 끝났습니다</translation>
    </message>
    <message>
        <source>The engine ended without a word.</source>
        <translation>엔진이 아무 메시지 없이 종료되었습니다.</translation>
    </message>
    <message>
        <source>Marker %1</source>
        <translation>표식 %1</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Results (%1)</source>
        <translation>결과 (%1)</translation>
    </message>
    <message>
        <source>Imported %1.</source>
        <translation>%1 파일을 가져왔습니다.</translation>
    </message>
    <message>
        <source>Skip trial %1?</source>
        <translation>시행 %1을(를) 건너뛸까요?</translation>
    </message>
    <message>
        <source>What it has measured is given up, and its block is run again at the end.</source>
        <translation>지금까지 측정한 값은 버려지며 해당 블록은 마지막에 다시 실행됩니다.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
</context>
<context>
    <name>ceteris::window::Notifier</name>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>ceteris::window::PlanFiles</name>
    <message>
        <source>Ceteris plans (*.ceteris.toml)</source>
        <translation>Ceteris 계획 (*.ceteris.toml)</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>새 계획</translation>
    </message>
    <message>
        <source>Open plan</source>
        <translation>계획 열기</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 사본</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>%1의 변경 내용을 저장할까요?</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>저장하지 않으면 변경 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>변경 내용 버리기</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>계획 저장</translation>
    </message>
</context>
<context>
    <name>ceteris::window::RunFeed</name>
    <message>
        <source>The engine ended without a word.</source>
        <translation>엔진이 아무 메시지 없이 종료되었습니다.</translation>
    </message>
</context>
<context>
    <name>ceteris::window::ScreenLock</name>
    <message>
        <source>Demo mode</source>
        <translation>시연 모드</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>CPU of other programs</source>
        <translation>다른 프로그램의 CPU</translation>
    </message>
    <message>
        <source>CPU of other programs, 5 s</source>
        <translation>다른 프로그램의 CPU(5초)</translation>
    </message>
    <message>
        <source>CPU of short-lived processes</source>
        <translation>단명 프로세스의 CPU</translation>
    </message>
    <message>
        <source>Stolen CPU time</source>
        <translation>빼앗긴 CPU 시간</translation>
    </message>
    <message>
        <source>Stolen CPU time, 1 s</source>
        <translation>빼앗긴 CPU 시간(1초)</translation>
    </message>
    <message>
        <source>Thermal throttling</source>
        <translation>과열 감속</translation>
    </message>
    <message>
        <source>Time throttled</source>
        <translation>과열 감속 시간</translation>
    </message>
    <message>
        <source>CPU frequency</source>
        <translation>CPU 주파수</translation>
    </message>
    <message>
        <source>CPU governor</source>
        <translation>CPU 거버너</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>배터리 사용</translation>
    </message>
    <message>
        <source>Power supply changed</source>
        <translation>전원 변경</translation>
    </message>
    <message>
        <source>Fixed piece of work</source>
        <translation>고정 작업</translation>
    </message>
    <message>
        <source>Memory stalls</source>
        <translation>메모리 대기</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>메모리 사용률</translation>
    </message>
    <message>
        <source>Swapping</source>
        <translation>스왑</translation>
    </message>
    <message>
        <source>Out-of-memory kills</source>
        <translation>메모리 부족 강제 종료</translation>
    </message>
    <message>
        <source>Memory pressure</source>
        <translation>메모리 압박</translation>
    </message>
    <message>
        <source>Disk pressure</source>
        <translation>디스크 압박</translation>
    </message>
    <message>
        <source>CPU pressure of the generator</source>
        <translation>부하 생성기의 CPU 압박</translation>
    </message>
    <message>
        <source>CPU quota of the generator</source>
        <translation>부하 생성기의 CPU 할당량</translation>
    </message>
    <message>
        <source>Generator waited for a CPU</source>
        <translation>부하 생성기의 CPU 대기</translation>
    </message>
    <message>
        <source>Generator taken off its CPU</source>
        <translation>부하 생성기의 문맥 전환</translation>
    </message>
    <message>
        <source>TCP segments sent again</source>
        <translation>TCP 재전송</translation>
    </message>
    <message>
        <source>Full accept queues</source>
        <translation>수락 대기열 넘침</translation>
    </message>
    <message>
        <source>TCP timeouts</source>
        <translation>TCP 시간 초과</translation>
    </message>
    <message>
        <source>Client ports in TIME_WAIT</source>
        <translation>TIME_WAIT 클라이언트 포트</translation>
    </message>
    <message>
        <source>Clock was set</source>
        <translation>시각 조정</translation>
    </message>
    <message>
        <source>Machine slept</source>
        <translation>절전 상태</translation>
    </message>
    <message>
        <source>Clock source changed</source>
        <translation>클럭 소스 변경</translation>
    </message>
    <message>
        <source>Load average at the start</source>
        <translation>시작 시 평균 부하</translation>
    </message>
    <message>
        <source>Lateness of sending, p99</source>
        <translation>전송 지연 p99</translation>
    </message>
    <message>
        <source>Requests held up</source>
        <translation>지체된 요청</translation>
    </message>
    <message>
        <source>Hiccups of the generator</source>
        <translation>부하 생성기의 끊김</translation>
    </message>
    <message>
        <source>Planned requests sent</source>
        <translation>계획 대비 전송</translation>
    </message>
    <message>
        <source>Load in each second</source>
        <translation>초당 부하</translation>
    </message>
    <message>
        <source>Users all waiting</source>
        <translation>모든 사용자 대기</translation>
    </message>
    <message>
        <source>Spread of arrivals</source>
        <translation>도착 산포</translation>
    </message>
    <message>
        <source>Gaps between arrivals</source>
        <translation>도착 간격</translation>
    </message>
    <message>
        <source>CPU of the busiest thread</source>
        <translation>가장 바쁜 스레드의 CPU</translation>
    </message>
    <message>
        <source>Threads waiting for a CPU</source>
        <translation>스레드의 CPU 대기</translation>
    </message>
    <message>
        <source>Headroom of the generator</source>
        <translation>부하 생성기의 여유</translation>
    </message>
    <message>
        <source>Resolution against a null server</source>
        <translation>빈 서버 대비 분해능</translation>
    </message>
    <message>
        <source>Little&apos;s law</source>
        <translation>리틀의 법칙</translation>
    </message>
    <message>
        <source>Little&apos;s law for users</source>
        <translation>리틀의 법칙(사용자)</translation>
    </message>
    <message>
        <source>All requests accounted for</source>
        <translation>요청 집계 일치</translation>
    </message>
    <message>
        <source>Generator and server agree</source>
        <translation>부하 생성기와 서버의 집계 일치</translation>
    </message>
    <message>
        <source>Coordinated omission</source>
        <translation>조율된 누락</translation>
    </message>
    <message>
        <source>Response over service time</source>
        <translation>서비스 시간 대비 응답 시간</translation>
    </message>
    <message>
        <source>Same schedule in every arm</source>
        <translation>비교군 간 같은 일정</translation>
    </message>
    <message>
        <source>Same load in every arm</source>
        <translation>비교군 간 같은 부하</translation>
    </message>
    <message>
        <source>Same forms in every arm</source>
        <translation>비교군 간 같은 폼</translation>
    </message>
    <message>
        <source>Same pages in every arm</source>
        <translation>비교군 간 같은 페이지</translation>
    </message>
    <message>
        <source>Drift over the window</source>
        <translation>측정 구간의 추세</translation>
    </message>
    <message>
        <source>First half against second</source>
        <translation>전반과 후반의 차이</translation>
    </message>
    <message>
        <source>Warm-up left in the window</source>
        <translation>측정 구간에 남은 워밍업</translation>
    </message>
    <message>
        <source>Seconds that depend on each other</source>
        <translation>이웃한 구간의 상관</translation>
    </message>
    <message>
        <source>Own identity</source>
        <translation>본인 식별</translation>
    </message>
    <message>
        <source>Own writes are read</source>
        <translation>자신이 쓴 값 읽기</translation>
    </message>
    <message>
        <source>Never back in time</source>
        <translation>과거로 돌아가지 않음</translation>
    </message>
    <message>
        <source>No session lost</source>
        <translation>세션 유실 없음</translation>
    </message>
    <message>
        <source>Signed out stays signed out</source>
        <translation>로그아웃 유지</translation>
    </message>
    <message>
        <source>Logout wins over slow requests</source>
        <translation>느린 요청보다 로그아웃 우선</translation>
    </message>
    <message>
        <source>Nothing of other users</source>
        <translation>다른 사용자 데이터 노출 없음</translation>
    </message>
    <message>
        <source>Nothing of other trials</source>
        <translation>다른 시행의 데이터 없음</translation>
    </message>
    <message>
        <source>New session id at each login</source>
        <translation>로그인마다 새 세션 ID</translation>
    </message>
    <message>
        <source>Expired sessions are refused</source>
        <translation>만료된 세션 거부</translation>
    </message>
    <message>
        <source>Concurrent writes are kept</source>
        <translation>동시 쓰기 보존</translation>
    </message>
    <message>
        <source>Other sessions stay alive</source>
        <translation>다른 세션 유지</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>환경 감시</translation>
    </message>
    <message>
        <source>Load generator</source>
        <translation>부하 생성기</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>Session oracle</source>
        <translation>세션 검증</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>건너뜀</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Believed after a logout for</source>
        <translation>로그아웃 후 세션이 통한 시간</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Probe trials</source>
        <translation>탐침 시행</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>Other programs used %1 of the experiment&apos;s CPUs (%2): requests waited for them.</source>
        <translation>다른 프로그램이 실험용 CPU의 %1를 사용했습니다(%2). 요청이 그만큼 기다렸습니다.</translation>
    </message>
    <message>
        <source>Other programs used %1 of the experiment&apos;s CPUs for 5 s (%2): that is enough to move a p99.</source>
        <translation>다른 프로그램이 5초 동안 실험용 CPU의 %1를 사용했습니다(%2). p99가 달라지기에 충분합니다.</translation>
    </message>
    <message>
        <source>Processes that came and went used %1 (%2): they took CPU and caches from the experiment.</source>
        <translation>잠깐 나타났다 사라진 프로세스가 %1를 사용했습니다(%2). 실험이 쓸 CPU와 캐시를 빼앗았습니다.</translation>
    </message>
    <message>
        <source>The host gave %1 of this machine&apos;s CPU time to others: everything here stood still meanwhile.</source>
        <translation>호스트가 이 시스템의 CPU 시간 %1를 다른 곳에 주었습니다. 그동안 이곳의 모든 것이 멈췄습니다.</translation>
    </message>
    <message>
        <source>The host took %1 of the CPU time within one second: a gap that the tail latencies show.</source>
        <translation>호스트가 1초 안에 CPU 시간의 %1를 가져갔습니다. 이 공백은 꼬리 지연 시간에 나타납니다.</translation>
    </message>
    <message>
        <source>The processor slowed itself down because it was hot (events: %1): its speed is not that of other trials.</source>
        <translation>프로세서가 과열로 스스로 속도를 낮췄습니다(%1회). 다른 시행과 속도가 다릅니다.</translation>
    </message>
    <message>
        <source>The processor ran throttled for %1 of the time because it was hot: its speed is not that of other trials.</source>
        <translation>프로세서가 과열로 전체 시간의 %1 동안 느리게 동작했습니다. 다른 시행과 속도가 다릅니다.</translation>
    </message>
    <message>
        <source>The busy CPUs ran %1 slower than in the other trials.</source>
        <translation>사용 중인 CPU가 다른 시행보다 %1 느리게 동작했습니다.</translation>
    </message>
    <message>
        <source>The frequency governor was changed while it ran: trials are not alike.</source>
        <translation>실행 중에 CPU 주파수 거버너가 바뀌었습니다. 시행 조건이 서로 같지 않습니다.</translation>
    </message>
    <message>
        <source>The machine ran on battery, where it saves power by being slow.</source>
        <translation>배터리로 실행되었습니다. 전력을 아끼느라 속도가 느려집니다.</translation>
    </message>
    <message>
        <source>The power supply was plugged or unplugged: the CPU changes speed.</source>
        <translation>전원이 연결되거나 분리되었습니다. CPU 속도가 달라집니다.</translation>
    </message>
    <message>
        <source>A fixed piece of work took %1 longer than in the other trials (%2): the CPUs were not as fast as usual.</source>
        <translation>고정 작업이 다른 시행보다 %1 더 걸렸습니다(%2). CPU가 평소만큼 빠르지 않았습니다.</translation>
    </message>
    <message>
        <source>Memory was so short that programs had to wait for it (stalls: %1).</source>
        <translation>메모리가 부족해 프로그램이 기다려야 했습니다(%1회).</translation>
    </message>
    <message>
        <source>%1 of the memory is in use: caches are being dropped.</source>
        <translation>메모리의 %1가 사용 중입니다. 캐시가 버려지고 있습니다.</translation>
    </message>
    <message>
        <source>Memory went to or came from swap (pages: %1): whoever needed it waited for a disk.</source>
        <translation>메모리가 스왑으로 나가거나 들어왔습니다(페이지 %1개). 필요한 쪽은 디스크를 기다렸습니다.</translation>
    </message>
    <message>
        <source>The kernel killed processes for want of memory (%1), which frees caches and moves every figure.</source>
        <translation>커널이 메모리 부족으로 프로세스를 종료했습니다(%1개). 캐시가 비워져 모든 수치가 달라집니다.</translation>
    </message>
    <message>
        <source>Something waited for memory during %1 of the time (busiest: %2).</source>
        <translation>전체 시간의 %1 동안 메모리를 기다린 작업이 있었습니다(가장 바쁜 프로세스: %2).</translation>
    </message>
    <message>
        <source>Something waited for a disk during %1 of the time (busiest: %2).</source>
        <translation>전체 시간의 %1 동안 디스크를 기다린 작업이 있었습니다(가장 바쁜 프로세스: %2).</translation>
    </message>
    <message>
        <source>The load generator waited for a CPU during %1 of the time (busiest: %2): it measured its own queue.</source>
        <translation>부하 생성기가 전체 시간의 %1 동안 CPU를 기다렸습니다(가장 바쁜 프로세스: %2). 자신의 대기열을 측정한 셈입니다.</translation>
    </message>
    <message>
        <source>The CPU quota of its control group stopped the load generator (stops: %1): it measured its own stops.</source>
        <translation>컨트롤 그룹의 CPU 할당량 때문에 부하 생성기가 멈췄습니다(%1회). 자신의 정지를 측정한 셈입니다.</translation>
    </message>
    <message>
        <source>The generator&apos;s thread %2 waited for a CPU during %1 of the time: that is in every latency.</source>
        <translation>부하 생성기 스레드 %2가 전체 시간의 %1 동안 CPU를 기다렸습니다. 모든 지연 시간에 이 대기가 포함됩니다.</translation>
    </message>
    <message>
        <source>The generator was taken off its CPU %1 times as often as in the other trials (busiest: %2).</source>
        <translation>부하 생성기가 다른 시행보다 %1배 자주 CPU에서 밀려났습니다(가장 바쁜 프로세스: %2).</translation>
    </message>
    <message>
        <source>%1 of the TCP segments had to be sent again.</source>
        <translation>TCP 세그먼트의 %1를 다시 전송해야 했습니다.</translation>
    </message>
    <message>
        <source>%1 of the client ports are in TIME_WAIT: new connections will fail for want of a port.</source>
        <translation>클라이언트 포트의 %1가 TIME_WAIT 상태입니다. 포트가 없어 새 연결이 실패합니다.</translation>
    </message>
    <message>
        <source>The time of day was set by %1: timestamps do not fit together.</source>
        <translation>시스템 시각이 %1만큼 조정되었습니다. 타임스탬프가 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The machine slept for %1: nothing ran, and sessions grew old.</source>
        <translation>시스템이 %1 동안 절전 상태였습니다. 아무것도 실행되지 않았고 세션만 오래되었습니다.</translation>
    </message>
    <message>
        <source>The kernel changed its clock source: times before and after differ.</source>
        <translation>커널이 클럭 소스를 바꿨습니다. 전후의 시간이 서로 다릅니다.</translation>
    </message>
    <message>
        <source>The load average at the start was %1 above what the experiment brings (busiest: %2).</source>
        <translation>시작할 때 평균 부하가 실험 자체의 부하보다 %1 높았습니다(가장 바쁜 프로세스: %2).</translation>
    </message>
    <message>
        <source>no single process stands out</source>
        <translation>두드러지는 프로세스 없음</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>%1 new processes a second</source>
        <translation>새 프로세스 초당 %1개</translation>
    </message>
    <message>
        <source>%1 new processes a second, most of their work for %2</source>
        <translation>새 프로세스 초당 %1개, 주로 %2의 작업</translation>
    </message>
    <message>
        <source>%1 of %2 probes could be read</source>
        <translation>측정 항목 %2개 중 %1개를 읽을 수 있음</translation>
    </message>
    <message>
        <source>The environment is unfit: something else on this machine disturbed %1 blocks in a row; no single process stands out.</source>
        <translation>환경이 적합하지 않습니다. 이 시스템의 다른 작업이 블록 %1개를 연속으로 방해했습니다. 두드러지는 프로세스는 없습니다.</translation>
    </message>
    <message>
        <source>The environment is unfit: something else on this machine disturbed %1 blocks in a row; most often %2. Stop it and start again.</source>
        <translation>환경이 적합하지 않습니다. 이 시스템의 다른 작업이 블록 %1개를 연속으로 방해했습니다. 가장 잦은 원인은 %2입니다. 이를 중지하고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The environment is unfit: something else on this machine disturbed %1 of %2 planned blocks; no single process stands out.</source>
        <translation>환경이 적합하지 않습니다. 이 시스템의 다른 작업이 계획된 블록 %2개 중 %1개를 방해했습니다. 두드러지는 프로세스는 없습니다.</translation>
    </message>
    <message>
        <source>The environment is unfit: something else on this machine disturbed %1 of %2 planned blocks; most often %3. Stop it and start again.</source>
        <translation>환경이 적합하지 않습니다. 이 시스템의 다른 작업이 계획된 블록 %2개 중 %1개를 방해했습니다. 가장 잦은 원인은 %3입니다. 이를 중지하고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The last time: %1</source>
        <translation>마지막 원인: %1</translation>
    </message>
    <message>
        <source>unavailable: %1</source>
        <translation>확인 불가: %1</translation>
    </message>
    <message>
        <source>no earlier trial to compare with</source>
        <translation>비교할 이전 시행이 없음</translation>
    </message>
    <message>
        <source>a process of the arm died: an outcome</source>
        <translation>비교군의 프로세스가 종료됨: 결과에 해당</translation>
    </message>
    <message>
        <source>most of what was written to disk was the experiment&apos;s own</source>
        <translation>디스크 쓰기 대부분이 실험 자체의 것임</translation>
    </message>
    <message>
        <source>the generator is in no control group with a cpu.pressure</source>
        <translation>부하 생성기가 cpu.pressure가 있는 컨트롤 그룹에 속하지 않음</translation>
    </message>
    <message>
        <source>no control group of version 2</source>
        <translation>버전 2 컨트롤 그룹이 없음</translation>
    </message>
    <message>
        <source>the generator shares its control group with the arm</source>
        <translation>부하 생성기가 비교군과 같은 컨트롤 그룹에 있음</translation>
    </message>
    <message>
        <source>no cpu.stat of the generator&apos;s control group</source>
        <translation>부하 생성기의 컨트롤 그룹에 cpu.stat이 없음</translation>
    </message>
    <message>
        <source>no CPU was busy</source>
        <translation>바쁜 CPU가 없었음</translation>
    </message>
    <message>
        <source>no thread of the generator</source>
        <translation>부하 생성기의 스레드가 없음</translation>
    </message>
    <message>
        <source>the counter went backwards</source>
        <translation>카운터 값이 줄어듦</translation>
    </message>
    <message>
        <source>no number in %1</source>
        <translation>%1에 숫자가 없음</translation>
    </message>
    <message>
        <source>no range</source>
        <translation>범위가 없음</translation>
    </message>
    <message>
        <source>no supply in %1</source>
        <translation>%1에 전원 정보가 없음</translation>
    </message>
    <message>
        <source>no figures in %1</source>
        <translation>%1에 수치가 없음</translation>
    </message>
    <message>
        <source>no CPU times in %1</source>
        <translation>%1에 CPU 시간이 없음</translation>
    </message>
    <message>
        <source>no TCP line in %1</source>
        <translation>%1에 TCP 줄이 없음</translation>
    </message>
    <message>
        <source>CPU %1 may not be used</source>
        <translation>CPU %1 사용 불가</translation>
    </message>
    <message>
        <source>no RLIMIT_NOFILE</source>
        <translation>RLIMIT_NOFILE을 읽을 수 없음</translation>
    </message>
    <message>
        <source>no file system at %1</source>
        <translation>%1에 파일 시스템이 없음</translation>
    </message>
    <message>
        <source>The idle floor of this machine was not measured.</source>
        <translation>이 시스템의 유휴 기준값을 측정하지 못했습니다.</translation>
    </message>
    <message>
        <source>Too few requests were sent.</source>
        <translation>전송한 요청이 너무 적습니다.</translation>
    </message>
    <message>
        <source>Requests came every %1 us on average, too close for a clock that wakes %2 us late.</source>
        <translation>요청 간격이 평균 %1 us로, %2 us 늦게 깨어나는 시계로는 구분하기 어렵습니다.</translation>
    </message>
    <message>
        <source>How long the generator&apos;s threads waited for a CPU could not be read.</source>
        <translation>부하 생성기 스레드의 CPU 대기 시간을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The service under test does not count its requests for us.</source>
        <translation>시험 대상 서비스가 요청 수를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>The generator sent late: %1 at p99, limit %2; latency may be overstated.</source>
        <translation>부하 생성기의 전송이 늦었습니다. p99 %1(기준 %2). 지연 시간이 실제보다 크게 측정될 수 있습니다.</translation>
    </message>
    <message>
        <source>The generator held up %1 of the requests for as long as the server took, limit %2; p99 is its own.</source>
        <translation>부하 생성기가 요청의 %1를 서버 처리 시간만큼 지체시켰습니다(기준 %2). p99는 부하 생성기의 값입니다.</translation>
    </message>
    <message>
        <source>The generator&apos;s thread woke %1 late at p99.9, limit %2; something held it up, and latency with it.</source>
        <translation>부하 생성기 스레드가 p99.9에서 %1 늦게 깨어났습니다(기준 %2). 무언가가 스레드를 지체시켰고 지연 시간도 함께 늘었습니다.</translation>
    </message>
    <message>
        <source>The generator did not send %1 of the planned requests, limit %2; the server had less to do than planned.</source>
        <translation>부하 생성기가 계획한 요청의 %1를 보내지 못했습니다(기준 %2). 서버의 부하가 계획보다 적었습니다.</translation>
    </message>
    <message>
        <source>In one second the generator sent %1 more or less than was due, limit %2; the load was not as planned.</source>
        <translation>어느 1초 동안 전송량이 예정과 %1 달랐습니다(기준 %2). 부하가 계획과 다릅니다.</translation>
    </message>
    <message>
        <source>%1 of the planned requests were never sent because every user was waiting for the server, limit %2; it cannot take this load, and latency is understated.</source>
        <translation>모든 사용자가 서버를 기다리느라 계획한 요청의 %1를 보내지 못했습니다(기준 %2). 서버가 이 부하를 감당하지 못하며 지연 시간은 실제보다 작게 측정됩니다.</translation>
    </message>
    <message>
        <source>The requests did not come as a Poisson process: their index of dispersion is %1 off, limit %2; queues form in another way than planned.</source>
        <translation>요청이 푸아송 과정을 따르지 않았습니다. 산포 지수가 %1 벗어났습니다(기준 %2). 대기열이 계획과 다르게 생깁니다.</translation>
    </message>
    <message>
        <source>The gaps between requests are not exponential: Anderson-Darling %1, limit %2; queues form in another way than planned.</source>
        <translation>요청 간격이 지수 분포가 아닙니다. 앤더슨-달링 %1(기준 %2). 대기열이 계획과 다르게 생깁니다.</translation>
    </message>
    <message>
        <source>The generator&apos;s busiest thread took %1 cores, limit %2; its own queue may be in the latency.</source>
        <translation>부하 생성기의 가장 바쁜 스레드가 코어 %1개를 사용했습니다(기준 %2). 자신의 대기열이 지연 시간에 포함될 수 있습니다.</translation>
    </message>
    <message>
        <source>The generator&apos;s threads waited for a CPU for %1 of the time, limit %2; latency may be overstated.</source>
        <translation>부하 생성기 스레드가 전체 시간의 %1 동안 CPU를 기다렸습니다(기준 %2). 지연 시간이 실제보다 크게 측정될 수 있습니다.</translation>
    </message>
    <message>
        <source>The load takes %1 of what the generator can send, limit %2; it may be measuring itself.</source>
        <translation>부하가 부하 생성기 최대 전송량의 %1에 이릅니다(기준 %2). 부하 생성기 자신을 측정하고 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Limited by generator: a server that does nothing shows %1 of this p50, limit %2; differences look smaller than they are.</source>
        <translation>부하 생성기의 한계: 아무 일도 하지 않는 서버의 값이 이 p50의 %1입니다(기준 %2). 차이가 실제보다 작아 보입니다.</translation>
    </message>
    <message>
        <source>Requests in the system and rate times response time differ by %1, limit %2; one of the three is wrong.</source>
        <translation>시스템 안의 요청 수와 (처리율 × 응답 시간)이 %1 다릅니다(기준 %2). 셋 중 하나가 틀립니다.</translation>
    </message>
    <message>
        <source>Users and rate times (response + think time) differ by %1, limit %2; some users did not do their part.</source>
        <translation>사용자 수와 처리율 × (응답 시간 + 생각 시간)이 %1 다릅니다(기준 %2). 일부 사용자가 제 몫을 하지 않았습니다.</translation>
    </message>
    <message>
        <source>The generator lost count of %1 of the requests, limit %2; its figures do not add up.</source>
        <translation>부하 생성기의 집계에서 요청의 %1가 맞지 않습니다(기준 %2). 수치의 합이 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Generator and server disagree about %1 of the requests, limit %2; one of them counts wrong.</source>
        <translation>부하 생성기와 서버의 집계가 요청의 %1에서 다릅니다(기준 %2). 둘 중 하나가 잘못 세고 있습니다.</translation>
    </message>
    <message>
        <source>closed: latency understates stalls. While users waited, %1 as many requests as were sent went unasked, limit %2.</source>
        <translation>폐쇄형 부하: 지연 시간에 정지가 적게 반영됩니다. 사용자가 기다리는 동안 전송한 요청 수의 %1에 해당하는 요청이 생략되었습니다(기준 %2).</translation>
    </message>
    <message>
        <source>This arm was given another schedule than the first arm of its block; they cannot be compared.</source>
        <translation>이 비교군의 일정이 블록의 첫 비교군과 다릅니다. 서로 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>This arm was sent %1 more or fewer requests than the first arm of its block, limit %2; they cannot be compared.</source>
        <translation>이 비교군에 보낸 요청 수가 블록의 첫 비교군과 %1 다릅니다(기준 %2). 서로 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>The forms sent to this arm differ by %1 in size from those of the first arm of its block, limit %2; they cannot be compared.</source>
        <translation>이 비교군에 보낸 폼의 크기가 블록의 첫 비교군과 %1 다릅니다(기준 %2). 서로 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>The pages of this arm differ by %1 in size from those of the first arm of its block, limit %2; more than the declared factor may differ.</source>
        <translation>이 비교군의 페이지 크기가 블록의 첫 비교군과 %1 다릅니다(기준 %2). 선언한 요인 외에 다른 것도 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>The window has too few seconds with 20 answers or more.</source>
        <translation>응답이 20개 이상인 초가 측정 구간에 너무 적습니다.</translation>
    </message>
    <message>
        <source>Response times rose by %1 over the window.</source>
        <translation>측정 구간 동안 응답 시간이 %1 늘었습니다.</translation>
    </message>
    <message>
        <source>Response times fell by %1 over the window.</source>
        <translation>측정 구간 동안 응답 시간이 %1 줄었습니다.</translation>
    </message>
    <message>
        <source>The second half of the window was %1 slower than the first.</source>
        <translation>측정 구간의 후반이 전반보다 %1 느렸습니다.</translation>
    </message>
    <message>
        <source>The second half of the window was %1 faster than the first.</source>
        <translation>측정 구간의 후반이 전반보다 %1 빨랐습니다.</translation>
    </message>
    <message>
        <source>The first %1 s were %2 slower than the rest: the warm-up is too short.</source>
        <translation>처음 %1초가 나머지보다 %2 느렸습니다. 워밍업이 너무 짧습니다.</translation>
    </message>
    <message>
        <source>The first %1 s were %2 faster than the rest: the warm-up is too short.</source>
        <translation>처음 %1초가 나머지보다 %2 빨랐습니다. 워밍업이 너무 짧습니다.</translation>
    </message>
    <message>
        <source>Neighbouring 5 s are alike: the window holds fewer independent figures than it seems.</source>
        <translation>이웃한 5초 구간이 서로 비슷합니다. 독립된 수치가 보이는 것보다 적습니다.</translation>
    </message>
    <message>
        <source>never exercised</source>
        <translation>시험되지 않음</translation>
    </message>
    <message>
        <source>never decided: %1 unclear answers</source>
        <translation>판단 불가: 불명확한 응답 %1건</translation>
    </message>
    <message>
        <source>never decided: %1 unclear answer</source>
        <translation>판단 불가: 불명확한 응답 %1건</translation>
    </message>
    <message>
        <source>%1 violations in %2 checks</source>
        <translation>검사 %2건 중 위반 %1건</translation>
    </message>
    <message>
        <source>%1 violation in %2 checks</source>
        <translation>검사 %2건 중 위반 %1건</translation>
    </message>
    <message>
        <source>%1 violations in %2 check</source>
        <translation>검사 %2건 중 위반 %1건</translation>
    </message>
    <message>
        <source>%1 violation in %2 check</source>
        <translation>검사 %2건 중 위반 %1건</translation>
    </message>
    <message>
        <source>%1: the rate is below %2 (95 %)</source>
        <translation>%1: 위반율 %2 미만(95%)</translation>
    </message>
    <message>
        <source>%1: the rate is below %2 (95 %), fewer than the %3 checks it takes to see a rate of 1e-03</source>
        <translation>%1: 위반율 %2 미만(95%). 위반율 1e-03을 확인하는 데 필요한 검사 %3건에 못 미침</translation>
    </message>
    <message>
        <source>%1: tolerated up to %2</source>
        <translation>%1: %2건까지 허용</translation>
    </message>
    <message>
        <source>%1: this store does not promise it</source>
        <translation>%1: 이 저장소가 보장하지 않는 약속</translation>
    </message>
    <message>
        <source>%1; %2 answers unclear after a timeout, reset or error</source>
        <translation>%1. 시간 초과, 연결 재설정 또는 오류로 응답 %2건이 불명확</translation>
    </message>
    <message>
        <source>%1; %2 answer unclear after a timeout, reset or error</source>
        <translation>%1. 시간 초과, 연결 재설정 또는 오류로 응답 %2건이 불명확</translation>
    </message>
    <message>
        <source>The generator lost count of %1 requests.</source>
        <translation>부하 생성기의 %1 요청 집계가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The generator lost count of its probes.</source>
        <translation>부하 생성기의 탐침 집계가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The generator sent %1 %2 requests, the server counted %3.</source>
        <translation>부하 생성기는 %2 요청 %1건을 보냈지만 서버는 %3건으로 집계했습니다.</translation>
    </message>
    <message>
        <source>Stopped: an answer showed a user the data of another one.</source>
        <translation>중지됨: 응답에 다른 사용자의 데이터가 표시되었습니다.</translation>
    </message>
    <message>
        <source>Only %1 of %2 users were signed in when the login window ended.</source>
        <translation>로그인 구간이 끝났을 때 사용자 %2명 중 %1명만 로그인되어 있었습니다.</translation>
    </message>
    <message>
        <source>%1 users signed in, but the store held %2 sessions.</source>
        <translation>사용자 %1명이 로그인했지만 저장소에는 세션이 %2개 있었습니다.</translation>
    </message>
    <message>
        <source>No refresh was answered in the measure window.</source>
        <translation>측정 구간에 응답을 받은 새로고침이 없습니다.</translation>
    </message>
    <message>
        <source>Only one CPU: generator, server and store share it, and every figure suffers.</source>
        <translation>CPU가 하나뿐입니다. 부하 생성기, 서버, 저장소가 함께 사용하여 모든 수치가 나빠집니다.</translation>
    </message>
    <message>
        <source>block %1, position %2, arm %3, level %4</source>
        <translation>블록 %1, 순서 %2, 비교군 %3, 부하 수준 %4</translation>
    </message>
    <message>
        <source>%1 of %2 trials done</source>
        <translation>시행 %2개 중 %1개 완료</translation>
    </message>
    <message>
        <source>the user</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>other programs use %1 of the CPUs</source>
        <translation>다른 프로그램이 CPU의 %1를 사용 중</translation>
    </message>
    <message>
        <source>other programs use %1 of the CPUs, most of all %2</source>
        <translation>다른 프로그램이 CPU의 %1를 사용 중(가장 많이: %2)</translation>
    </message>
    <message>
        <source>%1 of the client ports are in TIME_WAIT</source>
        <translation>클라이언트 포트의 %1가 TIME_WAIT 상태</translation>
    </message>
    <message>
        <source>a fixed piece of work changed its time by %1</source>
        <translation>고정 작업의 소요 시간이 %1 변함</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>다른 프로그램</translation>
    </message>
    <message>
        <source>%1 of the CPUs</source>
        <translation>CPU의 %1</translation>
    </message>
    <message>
        <source>%1 of the CPUs, most of all %2</source>
        <translation>CPU의 %1(가장 많이: %2)</translation>
    </message>
    <message>
        <source>They take CPU and caches from the experiment.</source>
        <translation>실험이 쓸 CPU와 캐시를 빼앗습니다.</translation>
    </message>
    <message>
        <source>Close what is not needed, updates and browsers first.</source>
        <translation>필요 없는 프로그램을 닫으세요. 업데이트와 브라우저부터 닫으세요.</translation>
    </message>
    <message>
        <source>CPU accounting</source>
        <translation>CPU 집계 방식</translation>
    </message>
    <message>
        <source>known</source>
        <translation>알려짐</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>with interrupts</source>
        <translation>인터럽트 포함</translation>
    </message>
    <message>
        <source>without interrupts</source>
        <translation>인터럽트 제외</translation>
    </message>
    <message>
        <source>Whether a process&apos;s CPU time contains interrupts decides what is left for others; unknown, both ends are given.</source>
        <translation>프로세스의 CPU 시간에 인터럽트가 포함되는지에 따라 다른 프로그램의 몫이 정해집니다. 알 수 없으면 양쪽 값을 모두 표시합니다.</translation>
    </message>
    <message>
        <source>Use a kernel that shows /proc/PID/task/TID/schedstat.</source>
        <translation>/proc/PID/task/TID/schedstat을 제공하는 커널을 사용하세요.</translation>
    </message>
    <message>
        <source>CPU sets</source>
        <translation>CPU 배치</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>분리됨</translation>
    </message>
    <message>
        <source>not pinned</source>
        <translation>고정 안 됨</translation>
    </message>
    <message>
        <source>generator and target share a CPU</source>
        <translation>부하 생성기와 대상이 같은 CPU를 사용함</translation>
    </message>
    <message>
        <source>Generator and target that share a CPU measure each other.</source>
        <translation>부하 생성기와 대상이 같은 CPU를 쓰면 서로를 측정하게 됩니다.</translation>
    </message>
    <message>
        <source>Use a machine with 4 CPUs or more, or name the sets in [cpus].</source>
        <translation>CPU가 4개 이상인 시스템을 사용하거나 [cpus]에 배치를 지정하세요.</translation>
    </message>
    <message>
        <source>Fixed piece of work</source>
        <translation>고정 작업</translation>
    </message>
    <message>
        <source>The same work takes a different time: the CPUs are not equally fast all the time.</source>
        <translation>같은 작업의 소요 시간이 달라집니다. CPU 속도가 항상 일정하지 않습니다.</translation>
    </message>
    <message>
        <source>Wait until the machine is cool and quiet; set the governor to performance.</source>
        <translation>시스템이 식고 조용해질 때까지 기다리고 거버너를 performance로 설정하세요.</translation>
    </message>
    <message>
        <source>CPU governor</source>
        <translation>CPU 거버너</translation>
    </message>
    <message>
        <source>Other governors change the frequency with the load, so arms run at different speeds.</source>
        <translation>다른 거버너는 부하에 따라 주파수를 바꾸므로 비교군마다 실행 속도가 달라집니다.</translation>
    </message>
    <message>
        <source>Turbo</source>
        <translation>터보</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Turbo follows the temperature: later trials run slower.</source>
        <translation>터보는 온도에 따라 달라집니다. 나중 시행이 더 느려집니다.</translation>
    </message>
    <message>
        <source>echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo (or 0 to cpufreq/boost)</source>
        <translation>echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo (또는 cpufreq/boost에 0)</translation>
    </message>
    <message>
        <source>Power supply</source>
        <translation>전원</translation>
    </message>
    <message>
        <source>mains</source>
        <translation>외부 전원</translation>
    </message>
    <message>
        <source>battery</source>
        <translation>배터리</translation>
    </message>
    <message>
        <source>On battery the machine saves power by being slow.</source>
        <translation>배터리 사용 중에는 전력을 아끼느라 느려집니다.</translation>
    </message>
    <message>
        <source>Plug it in.</source>
        <translation>전원을 연결하세요.</translation>
    </message>
    <message>
        <source>Stolen CPU time</source>
        <translation>빼앗긴 CPU 시간</translation>
    </message>
    <message>
        <source>The host gives this machine&apos;s CPUs to others.</source>
        <translation>호스트가 이 시스템의 CPU를 다른 곳에 줍니다.</translation>
    </message>
    <message>
        <source>Use a machine of your own, or a quieter hour.</source>
        <translation>전용 시스템을 사용하거나 한가한 시간에 실행하세요.</translation>
    </message>
    <message>
        <source>CPU quota</source>
        <translation>CPU 할당량</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>도달함</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>도달하지 않음</translation>
    </message>
    <message>
        <source>The control group stops the generator when its CPU quota is used up.</source>
        <translation>CPU 할당량을 다 쓰면 컨트롤 그룹이 부하 생성기를 멈춥니다.</translation>
    </message>
    <message>
        <source>Raise cpu.max of the control group, or start outside of it.</source>
        <translation>컨트롤 그룹의 cpu.max를 올리거나 그룹 밖에서 시작하세요.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>시계</translation>
    </message>
    <message>
        <source>A clock that is set, or a sleep, breaks the order of events.</source>
        <translation>시각이 조정되거나 절전 상태가 되면 이벤트 순서가 어긋납니다.</translation>
    </message>
    <message>
        <source>Wait until the time service has settled.</source>
        <translation>시간 동기화 서비스가 안정될 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>Free memory</source>
        <translation>남은 메모리</translation>
    </message>
    <message>
        <source>Short of memory, the kernel drops caches and swaps.</source>
        <translation>메모리가 부족하면 커널이 캐시를 버리고 스왑을 사용합니다.</translation>
    </message>
    <message>
        <source>Close what is not needed.</source>
        <translation>필요 없는 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>Swap in use</source>
        <translation>사용 중인 스왑</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>What comes back from swap makes requests wait for a disk.</source>
        <translation>스왑에서 돌아오는 메모리 때문에 요청이 디스크를 기다립니다.</translation>
    </message>
    <message>
        <source>sudo swapoff -a, then sudo swapon -a</source>
        <translation>sudo swapoff -a 실행 후 sudo swapon -a</translation>
    </message>
    <message>
        <source>Sockets in TIME_WAIT</source>
        <translation>TIME_WAIT 소켓</translation>
    </message>
    <message>
        <source>They keep client ports: new connections fail when none is left.</source>
        <translation>클라이언트 포트를 차지합니다. 남은 포트가 없으면 새 연결이 실패합니다.</translation>
    </message>
    <message>
        <source>Wait a minute.</source>
        <translation>1분쯤 기다리세요.</translation>
    </message>
    <message>
        <source>Client ports</source>
        <translation>클라이언트 포트</translation>
    </message>
    <message>
        <source>Every connection of the generator needs one.</source>
        <translation>부하 생성기의 연결마다 포트가 하나씩 필요합니다.</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>열린 파일 수</translation>
    </message>
    <message>
        <source>Every connection is an open file, here and in the target.</source>
        <translation>연결마다 이곳과 대상에서 파일이 하나씩 열립니다.</translation>
    </message>
    <message>
        <source>Raise the hard limit (ulimit -Hn) as root or in /etc/security/limits.conf.</source>
        <translation>root 권한 또는 /etc/security/limits.conf에서 하드 제한(ulimit -Hn)을 올리세요.</translation>
    </message>
    <message>
        <source>Free disk</source>
        <translation>남은 디스크 공간</translation>
    </message>
    <message>
        <source>A full disk ends the recording in the middle.</source>
        <translation>디스크가 가득 차면 기록이 중간에 끝납니다.</translation>
    </message>
    <message>
        <source>Choose another folder with --output, or make room.</source>
        <translation>다른 결과 폴더를 선택하거나 공간을 확보하세요.</translation>
    </message>
    <message>
        <source>Generator, %1</source>
        <translation>부하 생성기, %1</translation>
    </message>
    <message>
        <source>%1 requests/s at most, %2 planned</source>
        <translation>최대 초당 %1건, 계획 %2건</translation>
    </message>
    <message>
        <source>twice what is planned</source>
        <translation>계획의 2배</translation>
    </message>
    <message>
        <source>A generator near its own limit measures itself.</source>
        <translation>한계에 가까운 부하 생성기는 자기 자신을 측정합니다.</translation>
    </message>
    <message>
        <source>Plan fewer requests a second, or give the generator more threads (load.threads) and CPUs.</source>
        <translation>초당 요청 수를 줄이거나 부하 생성기에 스레드(load.threads)와 CPU를 더 주세요.</translation>
    </message>
    <message>
        <source>Target answers</source>
        <translation>대상 응답</translation>
    </message>
    <message>
        <source>%1: Target answers</source>
        <translation>%1: 대상 응답</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 응답 없음</translation>
    </message>
    <message>
        <source>Without an answer nothing can be measured.</source>
        <translation>응답이 없으면 아무것도 측정할 수 없습니다.</translation>
    </message>
    <message>
        <source>Start the server, or correct the address in the plan.</source>
        <translation>서버를 시작하거나 계획의 주소를 고치세요.</translation>
    </message>
    <message>
        <source>Sign in, refresh, sign out</source>
        <translation>로그인, 새로고침, 로그아웃</translation>
    </message>
    <message>
        <source>%1: Sign in, refresh, sign out</source>
        <translation>%1: 로그인, 새로고침, 로그아웃</translation>
    </message>
    <message>
        <source>works</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>전송 안 됨</translation>
    </message>
    <message>
        <source>sign in: %1</source>
        <translation>로그인: %1</translation>
    </message>
    <message>
        <source>refresh: %1</source>
        <translation>새로고침: %1</translation>
    </message>
    <message>
        <source>sign out: %1</source>
        <translation>로그아웃: %1</translation>
    </message>
    <message>
        <source>Load on a login that fails measures errors, not sessions.</source>
        <translation>로그인이 실패하면 세션이 아니라 오류를 측정하게 됩니다.</translation>
    </message>
    <message>
        <source>Compare the paths, fields and test users of the plan with the target; see its log.</source>
        <translation>계획의 경로, 필드, 테스트 사용자를 대상과 비교하고 로그를 확인하세요.</translation>
    </message>
    <message>
        <source>version %1, maxmemory %2</source>
        <translation>버전 %1, maxmemory %2</translation>
    </message>
    <message>
        <source>Without its store the target serves errors.</source>
        <translation>저장소가 없으면 대상은 오류를 반환합니다.</translation>
    </message>
    <message>
        <source>Start Redis, or correct its address in the plan.</source>
        <translation>Redis를 시작하거나 계획의 주소를 고치세요.</translation>
    </message>
    <message>
        <source>Redis eviction</source>
        <translation>Redis 키 제거 정책</translation>
    </message>
    <message>
        <source>A store that evicts loses sessions when its memory is full.</source>
        <translation>키를 제거하는 저장소는 메모리가 가득 차면 세션을 잃습니다.</translation>
    </message>
    <message>
        <source>maxmemory-policy noeviction, and enough maxmemory.</source>
        <translation>maxmemory-policy를 noeviction으로, maxmemory를 충분히 설정하세요.</translation>
    </message>
    <message>
        <source>Redis keys</source>
        <translation>Redis 키</translation>
    </message>
    <message>
        <source>Keys of others take memory and time, and may be sessions of an earlier run.</source>
        <translation>다른 키가 메모리와 시간을 차지하며, 이전 실행의 세션일 수 있습니다.</translation>
    </message>
    <message>
        <source>Use an empty Redis of its own.</source>
        <translation>비어 있는 전용 Redis를 사용하세요.</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>%1 이상</translation>
    </message>
    <message>
        <source>no %1 in %2</source>
        <translation>%2에 %1 없음</translation>
    </message>
    <message>
        <source>no %1</source>
        <translation>%1 없음</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1코어</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1: %2&apos;s %3 is %4 times %5&apos;s (95 % CI %6 to %7 times), higher in %8 of %9 blocks.</source>
        <translation>%1: %2의 %3 — %5의 %4배(95% 신뢰구간 %6~%7배), 블록 %9개 중 %8개에서 높음.</translation>
    </message>
    <message>
        <source>%1: %2&apos;s %3 is %4 higher than %5&apos;s (95 % CI %6 to %7), higher in %8 of %9 blocks.</source>
        <translation>%1: %2의 %3 — %5보다 %4 높음(95% 신뢰구간 %6~%7), 블록 %9개 중 %8개에서 높음.</translation>
    </message>
    <message>
        <source>%1: %2&apos;s %3 is %4 lower than %5&apos;s (95 % CI %6 to %7), lower in %8 of %9 blocks.</source>
        <translation>%1: %2의 %3 — %5보다 %4 낮음(95% 신뢰구간 %6~%7), 블록 %9개 중 %8개에서 낮음.</translation>
    </message>
    <message>
        <source>%1: %2&apos;s %3 is %4 times %5&apos;s, higher in %6 of %7 blocks.</source>
        <translation>%1: %2의 %3 — %5의 %4배, 블록 %7개 중 %6개에서 높음.</translation>
    </message>
    <message>
        <source>%1: %2&apos;s %3 is %4 higher than %5&apos;s, higher in %6 of %7 blocks.</source>
        <translation>%1: %2의 %3 — %5보다 %4 높음, 블록 %7개 중 %6개에서 높음.</translation>
    </message>
    <message>
        <source>%1: %2&apos;s %3 is %4 lower than %5&apos;s, lower in %6 of %7 blocks.</source>
        <translation>%1: %2의 %3 — %5보다 %4 낮음, 블록 %7개 중 %6개에서 낮음.</translation>
    </message>
    <message>
        <source>%1: %2&apos;s %3 differs from %4&apos;s by no more than %5 (95 % CI %6 to %7).</source>
        <translation>%1: %2의 %3 — %4 대비 차이 %5 이내(95% 신뢰구간 %6~%7).</translation>
    </message>
    <message>
        <source>%1: %2&apos;s %3: cannot tell (95 % CI %4 to %5).</source>
        <translation>%1: %2의 %3 — 차이가 확인되지 않음(95% 신뢰구간 %4~%5).</translation>
    </message>
    <message>
        <source>%1: %2&apos;s %3: no verdict, %4.</source>
        <translation>%1: %2의 %3 — 판정 없음: %4.</translation>
    </message>
    <message>
        <source>A pilot: numbers, no verdict.</source>
        <translation>예비 실험이므로 수치만 제시하고 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>About %1 more blocks would resolve %2.</source>
        <translation>블록이 약 %1개 더 있으면 %2 차이를 구분할 수 있습니다.</translation>
    </message>
    <message>
        <source>p50 response time</source>
        <translation>p50 응답 시간</translation>
    </message>
    <message>
        <source>p95 response time</source>
        <translation>p95 응답 시간</translation>
    </message>
    <message>
        <source>p99 response time</source>
        <translation>p99 응답 시간</translation>
    </message>
    <message>
        <source>requests per second</source>
        <translation>초당 요청 수</translation>
    </message>
    <message>
        <source>CPU per request (app and store)</source>
        <translation>요청당 CPU(앱과 저장소)</translation>
    </message>
    <message>
        <source>memory per session</source>
        <translation>세션당 메모리</translation>
    </message>
    <message>
        <source>%1, login_page</source>
        <translation>%1, 로그인 페이지</translation>
    </message>
    <message>
        <source>%1, login</source>
        <translation>%1, 로그인</translation>
    </message>
    <message>
        <source>%1, refresh</source>
        <translation>%1, 새로고침</translation>
    </message>
    <message>
        <source>%1, write</source>
        <translation>%1, 쓰기</translation>
    </message>
    <message>
        <source>%1, logout</source>
        <translation>%1, 로그아웃</translation>
    </message>
    <message>
        <source>Instances that share no sessions refuse most requests behind round robin: this arm shows it.</source>
        <translation>세션을 공유하지 않는 인스턴스는 라운드 로빈 뒤에서 요청을 대부분 거부합니다. 이 비교군이 그것을 보여 줍니다.</translation>
    </message>
    <message>
        <source>After a sign-out the old session was believed for up to %1 s.</source>
        <translation>로그아웃한 뒤에도 이전 세션이 최대 %1초 동안 통했습니다.</translation>
    </message>
    <message>
        <source>A minute after a sign-out the old session was still believed; nobody waited for its end.</source>
        <translation>로그아웃하고 1분이 지나도 이전 세션이 통했습니다. 언제 끝나는지는 더 기다리지 않았습니다.</translation>
    </message>
    <message>
        <source>After a sign-out the old session was refused at once.</source>
        <translation>로그아웃하자 이전 세션이 바로 거부되었습니다.</translation>
    </message>
    <message>
        <source>%1 did not start: %2.</source>
        <translation>%1 시작 실패: %2.</translation>
    </message>
    <message>
        <source>%1 was not ready after %2 s.</source>
        <translation>%1 프로그램이 %2초 안에 준비되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 ended in the middle of the work.</source>
        <translation>%1 프로그램이 작업 중에 종료되었습니다.</translation>
    </message>
    <message>
        <source>%1 trials failed in a row; the experiment was given up.</source>
        <translation>시행이 %1번 연속 실패하여 실험을 포기했습니다.</translation>
    </message>
    <message>
        <source>A person skipped it %1 s after it began.</source>
        <translation>시작 %1초 후 사용자가 건너뛰었습니다.</translation>
    </message>
    <message>
        <source>A person had its block run again.</source>
        <translation>사용자가 해당 블록의 재실행을 요청했습니다.</translation>
    </message>
    <message>
        <source>Its last lines:
%1</source>
        <translation>마지막 출력:
%1</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 파일을 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 파일을 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>%1 is not installed; on Debian it comes with: apt install %2</source>
        <translation>%1 프로그램이 설치되어 있지 않습니다. Debian에서는 apt install %2 명령으로 설치하세요</translation>
    </message>
    <message>
        <source>%1 did not start: %2.</source>
        <translation>%1 시작 실패: %2.</translation>
    </message>
    <message>
        <source>%1 was not ready after %2 s. Its last lines:
%3</source>
        <translation>%1 프로그램이 %2초 안에 준비되지 않았습니다. 마지막 출력:
%3</translation>
    </message>
    <message>
        <source>%1 ended in the middle of the work. Its last lines:
%2</source>
        <translation>%1 프로그램이 작업 중에 종료되었습니다. 마지막 출력:
%2</translation>
    </message>
    <message>
        <source>The session store at %1 does not answer: %2.</source>
        <translation>%1의 세션 저장소가 응답하지 않습니다: %2.</translation>
    </message>
    <message>
        <source>%1 is not a results folder: %2 is missing.</source>
        <translation>결과 폴더가 아닙니다: %1. %2 파일이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is being written by process %2; stop that experiment first.</source>
        <translation>프로세스 %2에서 기록 중입니다: %1. 먼저 그 실험을 중지하세요.</translation>
    </message>
    <message>
        <source>%1 cannot be continued here: %2.</source>
        <translation>여기서 이어서 실행할 수 없습니다: %1. 이유: %2.</translation>
    </message>
    <message>
        <source>%1 does not answer: %2. Nothing was measured.</source>
        <translation>%1에서 응답이 없습니다: %2. 측정된 데이터가 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be used as a target: %2.</source>
        <translation>대상으로 사용할 수 없습니다: %1. 이유: %2.</translation>
    </message>
    <message>
        <source>The load generator did not start: %1.</source>
        <translation>부하 생성기를 시작하지 못했습니다: %1.</translation>
    </message>
    <message>
        <source>The experiment was not started. %1</source>
        <translation>실험을 시작하지 않았습니다. %1</translation>
    </message>
    <message>
        <source>The experiment was stopped in trial %2: &quot;%1&quot; showed a user the data of another one. What was seen is in violations.csv.</source>
        <translation>시행 %2에서 실험을 중지했습니다. 비교군 &quot;%1&quot;에서 다른 사용자의 데이터가 표시되었습니다. 자세한 내용은 violations.csv에 있습니다.</translation>
    </message>
    <message>
        <source>%1 trials failed in a row; the experiment was given up. The last one: %2</source>
        <translation>시행이 %1번 연속 실패하여 실험을 포기했습니다. 마지막 원인: %2</translation>
    </message>
    <message>
        <source>Stopped by %1.</source>
        <translation>중지됨(%1).</translation>
    </message>
    <message>
        <source>Unknown error.</source>
        <translation>알 수 없는 오류입니다.</translation>
    </message>
    <message>
        <source>A person skipped it %1 s after it began.</source>
        <translation>시작 %1초 후 사용자가 건너뛰었습니다.</translation>
    </message>
    <message>
        <source>Trial %1 cannot be run again: only a failed one can, and of those there are: %2.</source>
        <translation>시행 %1은(는) 다시 실행할 수 없습니다. 실패한 시행만 가능합니다: %2.</translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message>
        <source>a name of its own (%1 in line %2 has this one)</source>
        <translation>고유한 이름(%2번째 줄의 %1에서 이미 사용 중)</translation>
    </message>
    <message>
        <source>another name: twin = true takes this one</source>
        <translation>다른 이름(twin = true에서 이 이름을 사용함)</translation>
    </message>
    <message>
        <source>at most accounts.count, %1</source>
        <translation>accounts.count 이하(%1)</translation>
    </message>
    <message>
        <source>at most absolute_timeout_s, %1</source>
        <translation>absolute_timeout_s 이하(%1)</translation>
    </message>
    <message>
        <source>a list with %1</source>
        <translation>목록에 %1 포함</translation>
    </message>
    <message>
        <source>no CPU that cpus.generator has too</source>
        <translation>cpus.generator와 겹치지 않는 CPU</translation>
    </message>
    <message>
        <source>the name of a level: %1</source>
        <translation>부하 수준의 이름: %1</translation>
    </message>
    <message>
        <source>an operation that the plan has (see server.csrf, load.write_share, load.logout)</source>
        <translation>계획에 있는 작업(server.csrf, load.write_share, load.logout 참고)</translation>
    </message>
    <message>
        <source>%1, in arm[1] %2</source>
        <translation>%1(arm[1]에서는 %2)</translation>
    </message>
    <message>
        <source>arms that differ in one thing, or the keys that may differ in factor = [...]</source>
        <translation>한 가지만 다른 비교군, 또는 달라도 되는 키를 factor = [...]에 선언</translation>
    </message>
    <message>
        <source>the same in every arm, because factor does not name %1</source>
        <translation>모든 비교군에서 같은 값(factor에 %1 없음)</translation>
    </message>
    <message>
        <source>%1 is %2; allowed: %3</source>
        <translation>%1: %2. 허용: %3</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1; allowed: %2</source>
        <translation>%1. 허용: %2</translation>
    </message>
    <message>
        <source>only with model = &quot;rate&quot;</source>
        <translation>model = &quot;rate&quot;일 때만</translation>
    </message>
    <message>
        <source>only with stopping = &quot;precision&quot;</source>
        <translation>stopping = &quot;precision&quot;일 때만</translation>
    </message>
    <message>
        <source>only with load.model = &quot;users&quot;</source>
        <translation>load.model = &quot;users&quot;일 때만</translation>
    </message>
    <message>
        <source>only without url</source>
        <translation>url이 없을 때만</translation>
    </message>
    <message>
        <source>only with store = &quot;redis&quot;</source>
        <translation>store = &quot;redis&quot;일 때만</translation>
    </message>
    <message>
        <source>only with url</source>
        <translation>url이 있을 때만</translation>
    </message>
    <message>
        <source>not the first key</source>
        <translation>첫 번째 키가 아님</translation>
    </message>
    <message>
        <source>above every other key</source>
        <translation>다른 모든 키보다 위</translation>
    </message>
    <message>
        <source>not valid TOML: %1</source>
        <translation>올바른 TOML이 아님: %1</translation>
    </message>
    <message>
        <source>it is larger than 1 MiB, which no plan is</source>
        <translation>1 MiB보다 큽니다. 이렇게 큰 계획은 없습니다</translation>
    </message>
    <message>
        <source>1 to 64 letters, digits, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;, the first a letter or digit</source>
        <translation>영문자, 숫자, &apos;.&apos;, &apos;_&apos;, &apos;-&apos; 1~64자(첫 글자는 영문자 또는 숫자)</translation>
    </message>
    <message>
        <source>1 to 64 printable characters, no space at either end</source>
        <translation>표시 가능한 문자 1~64자(앞뒤 공백 없음)</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>1 to 64 letters, digits and the signs !#$%&amp;&apos;*+-.^_`|~ (RFC 6265)</source>
        <translation>영문자, 숫자, 기호 !#$%&amp;&apos;*+-.^_`|~ 1~64자(RFC 6265)</translation>
    </message>
    <message>
        <source>1 to 100 letters, digits, &apos;:&apos;, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;</source>
        <translation>영문자, 숫자, &apos;:&apos;, &apos;.&apos;, &apos;_&apos;, &apos;-&apos; 1~100자</translation>
    </message>
    <message>
        <source>http://HOST:PORT or https://HOST:PORT, without a path or a slash at the end</source>
        <translation>http://HOST:PORT 또는 https://HOST:PORT(경로와 끝의 &apos;/&apos; 없이)</translation>
    </message>
    <message>
        <source>a path that begins with &apos;/&apos;, without spaces</source>
        <translation>&apos;/&apos;로 시작하고 공백이 없는 경로</translation>
    </message>
    <message>
        <source>1 to 100 printable characters</source>
        <translation>표시 가능한 문자 1~100자</translation>
    </message>
    <message>
        <source>at most 100 printable characters; empty for none</source>
        <translation>표시 가능한 문자 100자 이하(없으면 비워 둠)</translation>
    </message>
    <message>
        <source>a text with {n} where the number of the account belongs</source>
        <translation>계정 번호 자리에 {n}이 있는 텍스트</translation>
    </message>
    <message>
        <source>a key of [[arm]] and its tables, such as &quot;store&quot;, &quot;instances&quot; or &quot;redis.save&quot;</source>
        <translation>[[arm]]과 그 하위 테이블의 키(예: &quot;store&quot;, &quot;instances&quot;, &quot;redis.save&quot;)</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>테이블</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 또는 false</translation>
    </message>
    <message>
        <source>%1, or two of them as [least, most]</source>
        <translation>%1, 또는 [최소, 최대] 두 값</translation>
    </message>
    <message>
        <source>a list of %1</source>
        <translation>항목이 %1개인 목록</translation>
    </message>
    <message>
        <source>the smaller number first</source>
        <translation>작은 값이 먼저</translation>
    </message>
    <message>
        <source>a list of different whole numbers from 0 to %1</source>
        <translation>0부터 %1까지 서로 다른 정수의 목록</translation>
    </message>
    <message>
        <source>a list with %1 twice</source>
        <translation>목록에 %1 중복</translation>
    </message>
    <message>
        <source>a list of texts, each %1</source>
        <translation>텍스트 목록(각각 %1)</translation>
    </message>
    <message>
        <source>an unknown key</source>
        <translation>알 수 없는 키</translation>
    </message>
    <message>
        <source>an unknown key (did you mean %1?)</source>
        <translation>알 수 없는 키(혹시 %1?)</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 to %2 tables, each under a line [[%3]]</source>
        <translation>각각 [[%3]] 줄 아래에 있는 테이블 %1~%2개</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1부터 %2까지의 정수</translation>
    </message>
    <message>
        <source>a number %1</source>
        <translation>숫자 %1</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1부터 %2까지의 숫자</translation>
    </message>
    <message>
        <source>only with load.model = &quot;rate&quot;</source>
        <translation>load.model = &quot;rate&quot;일 때만</translation>
    </message>
    <message>
        <source>only with store = &quot;sql&quot;</source>
        <translation>store = &quot;sql&quot;일 때만</translation>
    </message>
    <message>
        <source>only with store = &quot;memcached&quot;</source>
        <translation>store = &quot;memcached&quot;일 때만</translation>
    </message>
    <message>
        <source>only with store = &quot;session-server&quot;</source>
        <translation>store = &quot;session-server&quot;일 때만</translation>
    </message>
    <message>
        <source>only with store = &quot;token&quot;</source>
        <translation>store = &quot;token&quot;일 때만</translation>
    </message>
    <message>
        <source>only with store = &quot;replicated&quot;</source>
        <translation>store = &quot;replicated&quot;일 때만</translation>
    </message>
    <message>
        <source>only with 2 or more instances</source>
        <translation>인스턴스가 둘 이상일 때만</translation>
    </message>
    <message>
        <source>only with layout = &quot;spring&quot; or &quot;indexed&quot;</source>
        <translation>layout = &quot;spring&quot; 또는 &quot;indexed&quot;일 때만</translation>
    </message>
    <message>
        <source>%1 or more, as long as the longest trial takes</source>
        <translation>%1 이상, 가장 긴 시행만큼</translation>
    </message>
    <message>
        <source>&quot;redis&quot; with 2 or more instances</source>
        <translation>인스턴스가 둘 이상이면 &quot;redis&quot;</translation>
    </message>
    <message>
        <source>%1, because an arm has a url</source>
        <translation>%1(url이 있는 비교군이 있기 때문)</translation>
    </message>
    <message>
        <source>another method, or kind = &quot;haproxy&quot;: nginx has no sticky cookie</source>
        <translation>다른 방식 또는 kind = &quot;haproxy&quot;: nginx에는 고정 쿠키가 없음</translation>
    </message>
    <message>
        <source>less than phases.measure_s, %1</source>
        <translation>phases.measure_s(%1)보다 작은 값</translation>
    </message>
    <message>
        <source>at most %1, when the measure window ends, or 0 to the end of the trial</source>
        <translation>측정 구간이 끝나는 %1 이하, 또는 시행 끝까지면 0</translation>
    </message>
    <message>
        <source>an empty list</source>
        <translation>빈 목록</translation>
    </message>
    <message>
        <source>the names of the arms that it befalls</source>
        <translation>장애를 일으킬 비교군의 이름</translation>
    </message>
    <message>
        <source>names of arms</source>
        <translation>비교군의 이름</translation>
    </message>
    <message>
        <source>arms without url: nothing can be done to a service that is not ours</source>
        <translation>url이 없는 비교군: Ceteris가 시작하지 않은 서비스에는 장애를 일으킬 수 없음</translation>
    </message>
    <message>
        <source>only with arms of 2 or more instances, and %1 has one</source>
        <translation>인스턴스가 둘 이상인 비교군에만(%1: 하나)</translation>
    </message>
    <message>
        <source>a link of %1: %2</source>
        <translation>%1의 연결: %2</translation>
    </message>
    <message>
        <source>a part of %1: %2</source>
        <translation>%1의 구성 요소: %2</translation>
    </message>
    <message>
        <source>%1 has no link that can be disturbed</source>
        <translation>%1에는 방해할 수 있는 연결이 없음</translation>
    </message>
    <message>
        <source>only with write_share above 0</source>
        <translation>write_share가 0보다 클 때만</translation>
    </message>
    <message>
        <source>only with a store that keeps sessions; with tokens the client does</source>
        <translation>세션을 보관하는 저장소에만. 토큰은 클라이언트가 보관함</translation>
    </message>
    <message>
        <source>only with what can be undone: nothing brings back what was flushed</source>
        <translation>되돌릴 수 있는 것에만: 비운 것은 되살릴 수 없음</translation>
    </message>
    <message>
        <source>only with what happens at one place</source>
        <translation>한 곳에서 일어나는 것에만</translation>
    </message>
    <message>
        <source>only with what = &quot;delay&quot;</source>
        <translation>what = &quot;delay&quot;일 때만</translation>
    </message>
    <message>
        <source>only with what = &quot;max-memory&quot;</source>
        <translation>what = &quot;max-memory&quot;일 때만</translation>
    </message>
    <message>
        <source>only with deployment = &quot;sentinel&quot;</source>
        <translation>deployment = &quot;sentinel&quot;일 때만</translation>
    </message>
    <message>
        <source>only with deployment = &quot;cluster&quot;</source>
        <translation>deployment = &quot;cluster&quot;일 때만</translation>
    </message>
    <message>
        <source>only with deployment = &quot;sentinel&quot; or &quot;cluster&quot;</source>
        <translation>deployment = &quot;sentinel&quot; 또는 &quot;cluster&quot;일 때만</translation>
    </message>
    <message>
        <source>only with transport = &quot;tcp&quot; and another layout than &quot;indexed&quot;</source>
        <translation>transport = &quot;tcp&quot;이고 layout이 &quot;indexed&quot;가 아닐 때만</translation>
    </message>
    <message>
        <source>only with arms of store = &quot;redis&quot;, which %1 is not</source>
        <translation>store = &quot;redis&quot;인 비교군에만(%1: 아님)</translation>
    </message>
    <message>
        <source>%1 with metric = %2</source>
        <translation>metric = %2일 때는 %1</translation>
    </message>
    <message>
        <source>at most redis.replicas, %1</source>
        <translation>최대 redis.replicas, %1</translation>
    </message>
    <message>
        <source>less than %1: phases.measure_s and the sign-outs</source>
        <translation>%1보다 작은 값: phases.measure_s와 로그아웃 단계의 합</translation>
    </message>
    <message>
        <source>at most %1, when the sign-outs end, or 0 to the end of the trial</source>
        <translation>로그아웃 단계가 끝나는 %1 이하, 또는 시행 끝까지면 0</translation>
    </message>
    <message>
        <source>only with kind = &quot;local&quot; or &quot;redis&quot;</source>
        <translation>kind = &quot;local&quot; 또는 &quot;redis&quot;일 때만</translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>p50 response time</source>
        <translation>p50 응답 시간</translation>
    </message>
    <message>
        <source>p95 response time</source>
        <translation>p95 응답 시간</translation>
    </message>
    <message>
        <source>p99 response time</source>
        <translation>p99 응답 시간</translation>
    </message>
    <message>
        <source>p99 response time with failures at the timeout</source>
        <translation>p99 응답 시간(실패는 시간 초과 값으로 계산)</translation>
    </message>
    <message>
        <source>requests per second</source>
        <translation>초당 요청 수</translation>
    </message>
    <message>
        <source>CPU per request (app and store)</source>
        <translation>요청당 CPU(앱과 저장소)</translation>
    </message>
    <message>
        <source>memory per session</source>
        <translation>세션당 메모리</translation>
    </message>
    <message>
        <source>the control against itself</source>
        <translation>대조군끼리의 비교</translation>
    </message>
    <message>
        <source>too few errors to compare</source>
        <translation>비교하기에는 오류가 너무 적음</translation>
    </message>
    <message>
        <source>only %1 of %2 blocks were run as planned</source>
        <translation>블록 %2개 중 %1개만 계획대로 실행됨</translation>
    </message>
    <message>
        <source>%1 rests on too few requests, or was not measured, in %2 of %3 blocks</source>
        <translation>블록 %3개 중 %2개에서 요청이 너무 적거나 측정되지 않음(%1)</translation>
    </message>
    <message>
        <source>the arms do not fail equally often, and times of successes alone would mislead</source>
        <translation>비교군의 실패율이 서로 달라 성공한 요청의 시간만으로는 오해할 수 있음</translation>
    </message>
    <message>
        <source>It holds over this window only: %1.</source>
        <translation>이 측정 구간에서만 유효합니다: %1.</translation>
    </message>
    <message>
        <source>a wrong answer is not fast (%1: %2)</source>
        <translation>틀린 응답은 빠르다고 할 수 없음(%1: %2)</translation>
    </message>
    <message>
        <source>a wrong answer is not fast (%1: %2, and so in %3 trials)</source>
        <translation>틀린 응답은 빠르다고 할 수 없음(%1: %2, 시행 %3개에서 같은 문제)</translation>
    </message>
    <message>
        <source>%1 was not steady in %2 of %3 trials</source>
        <translation>%1: 시행 %3개 중 %2개에서 안정되지 않음</translation>
    </message>
    <message>
        <source>The order within a block mattered (t = %1): a trial leaves something behind, lengthen the wash-out.</source>
        <translation>블록 안의 순서가 영향을 주었습니다(t = %1). 앞 시행의 영향이 남으므로 안정화 시간을 늘리세요.</translation>
    </message>
    <message>
        <source>no block has both levels</source>
        <translation>두 부하 수준이 모두 있는 블록이 없음</translation>
    </message>
    <message>
        <source> (95 % CI %1 to %2 times)</source>
        <translation>(95% 신뢰구간 %1~%2배)</translation>
    </message>
    <message>
        <source>The ratio of %1&apos;s to %2&apos;s %3 (%4) is %5 times as large at %6 as at %7%8</source>
        <translation>%2 대비 %1의 %3 비율(%4): 부하 수준 %6에서의 비율이 %7에서의 %5배%8</translation>
    </message>
    <message>
        <source>Cannot tell whether the gap between %1 and %2 in %3 (%4) depends on the load: %5.</source>
        <translation>%1, %2의 %3 차이(%4)가 부하에 따라 달라지는지 판단할 수 없습니다: %5.</translation>
    </message>
    <message>
        <source>PILOT: %1.</source>
        <translation>예비 실험: %1.</translation>
    </message>
    <message>
        <source>%1: the gap depends on the load.</source>
        <translation>%1. 차이가 부하에 따라 달라집니다.</translation>
    </message>
    <message>
        <source>The gap between %1 and %2 in %3 (%4) does not depend on the load within %5 from %6 to %7%8.</source>
        <translation>%1, %2의 %3 차이(%4)는 부하 수준 %6부터 %7까지 %5 범위 안에서 부하에 따라 달라지지 않습니다%8.</translation>
    </message>
    <message>
        <source>Cannot tell whether the gap between %1 and %2 in %3 (%4) depends on the load%5.</source>
        <translation>%1, %2의 %3 차이(%4)가 부하에 따라 달라지는지 판단할 수 없습니다%5.</translation>
    </message>
    <message>
        <source>unequal windows: %1, %2 was measured %3 with %4 and %5 with %6</source>
        <translation>측정 구간이 서로 다름: %1, %2 측정 시간이 %4 %3, %6 %5</translation>
    </message>
    <message>
        <source>operations are mixed in one figure: with %1, %2 users logged in and no login is booked</source>
        <translation>여러 작업이 한 수치에 섞임: %1에서 사용자 %2명이 로그인했지만 기록된 로그인이 없음</translation>
    </message>
    <message>
        <source>unequal schedules: in block %1, %2 and %3 ran on different seeds</source>
        <translation>일정이 서로 다름: 블록 %1에서 %2, %3의 시드가 다름</translation>
    </message>
    <message>
        <source>only one load level (%1), so none near idle: it says nothing about any other load</source>
        <translation>부하 수준이 하나뿐(%1)이고 유휴에 가까운 수준이 없음. 다른 부하에 대해서는 알 수 없음</translation>
    </message>
    <message>
        <source>no load level near idle: %1 is the lowest</source>
        <translation>유휴에 가까운 부하 수준이 없음. 가장 낮은 수준: %1</translation>
    </message>
    <message>
        <source>something else disturbed the machine in %1 of %2 blocks: %3</source>
        <translation>블록 %2개 중 %1개에서 다른 작업이 시스템을 방해함: %3</translation>
    </message>
    <message>
        <source>the load generator fell short in %1 of %2 blocks: %3</source>
        <translation>블록 %2개 중 %1개에서 부하 생성기가 제 역할을 못 함: %3</translation>
    </message>
    <message>
        <source>one trial of each arm: no comparison possible</source>
        <translation>비교군마다 시행이 하나뿐이라 비교할 수 없음</translation>
    </message>
    <message>
        <source>%1 (plan load.logout = true)</source>
        <translation>%1(계획에서 load.logout = true로 설정)</translation>
    </message>
    <message>
        <source>%1 %2 of %3 checks</source>
        <translation>%1 검사 %3건 중 %2건</translation>
    </message>
    <message>
        <source>INVALID, a promise was broken: %1 (see violations.csv)</source>
        <translation>무효, 지켜지지 않은 약속: %1(violations.csv 참고)</translation>
    </message>
    <message>
        <source>UNKNOWN in all %1 promises (%2 checks)</source>
        <translation>약속 %1개 모두 확인 불가(검사 %2건)</translation>
    </message>
    <message>
        <source>VALID in %1 of %2 promises (%3 checks; rate of violations below %4 each)</source>
        <translation>약속 %2개 중 %1개 유효(검사 %3건, 각 위반율 %4 미만)</translation>
    </message>
    <message>
        <source>VALID in %1 of %2 promises (%3 checks)</source>
        <translation>약속 %2개 중 %1개 유효(검사 %3건)</translation>
    </message>
    <message>
        <source>Sessions of %1: %2</source>
        <translation>%1 세션: %2</translation>
    </message>
    <message>
        <source>; not exercised: %1</source>
        <translation>, 시험되지 않음: %1</translation>
    </message>
    <message>
        <source>; too few checks: %1</source>
        <translation>, 검사 부족: %1</translation>
    </message>
    <message>
        <source>; broken, yet tolerated: %1</source>
        <translation>, 위반했으나 허용 범위: %1</translation>
    </message>
    <message>
        <source>; probed and kept: %1</source>
        <translation>, 탐침으로 확인됨: %1</translation>
    </message>
    <message>
        <source>; not promised by this store: %1</source>
        <translation>, 이 저장소가 보장하지 않음: %1</translation>
    </message>
    <message>
        <source>%1 times %2&apos;s</source>
        <translation>%2의 %1배</translation>
    </message>
    <message>
        <source>the same as %1&apos;s</source>
        <translation>%1 대비 차이 없음</translation>
    </message>
    <message>
        <source>%1 lower than %2&apos;s</source>
        <translation>%2보다 %1 낮음</translation>
    </message>
    <message>
        <source>%1 higher than %2&apos;s</source>
        <translation>%2보다 %1 높음</translation>
    </message>
    <message>
        <source> (%1 % CI %2 to %3 times)</source>
        <translation>(%1% 신뢰구간 %2~%3배)</translation>
    </message>
    <message>
        <source> (%1 % CI %2 to %3)</source>
        <translation>(%1% 신뢰구간 %2~%3)</translation>
    </message>
    <message>
        <source>, lower in %1 of %2 blocks</source>
        <translation>, 블록 %2개 중 %1개에서 낮음</translation>
    </message>
    <message>
        <source>, higher in %1 of %2 blocks</source>
        <translation>, 블록 %2개 중 %1개에서 높음</translation>
    </message>
    <message>
        <source>%1: %2&apos;s %3</source>
        <translation>%1: %2의 %3</translation>
    </message>
    <message>
        <source> About %1 more blocks would resolve %2.</source>
        <translation> 블록이 약 %1개 더 있으면 %2 차이를 구분할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 is %2%3%4</source>
        <translation>%1 — %2%3%4</translation>
    </message>
    <message>
        <source>%1 seems %2%3%4</source>
        <translation>%1 — %2%3%4(참고)</translation>
    </message>
    <message>
        <source>%1. A pilot: numbers, no verdict.</source>
        <translation>%1. 예비 실험이므로 수치만 제시하고 판정하지 않습니다.</translation>
    </message>
    <message>
        <source>%1, so it may be under the %2 that matters.</source>
        <translation>%1. 따라서 의미 있는 차이 %2보다 작을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 differs from %2&apos;s by no more than %3%4; a real but negligible %5.</source>
        <translation>%1 — %2 대비 차이 %3 이내%4. 실재하지만 무시할 만한 차이(%5)입니다.</translation>
    </message>
    <message>
        <source>%1 differs from %2&apos;s by no more than %3%4.</source>
        <translation>%1 — %2 대비 차이 %3 이내%4.</translation>
    </message>
    <message>
        <source>%1 cannot be compared with %2&apos;s: %3.</source>
        <translation>%1 — %2 대비 비교 불가: %3.</translation>
    </message>
    <message>
        <source>no block has both</source>
        <translation>둘 다 있는 블록이 없음</translation>
    </message>
    <message>
        <source>%1: no verdict, %2.</source>
        <translation>%1 — 판정 없음: %2.</translation>
    </message>
    <message>
        <source>%1: cannot tell, the statistical methods disagree%2.</source>
        <translation>%1 — 판단 불가, 통계 방법의 결과가 서로 다름%2.</translation>
    </message>
    <message>
        <source>%1: cannot tell%2.</source>
        <translation>%1 — 차이가 확인되지 않음%2.</translation>
    </message>
    <message>
        <source>nothing sent</source>
        <translation>전송 없음</translation>
    </message>
    <message>
        <source>none of %1 (below %2)</source>
        <translation>%1건 중 0건(%2 미만)</translation>
    </message>
    <message>
        <source>%1 (95 % CI %2 to %3)</source>
        <translation>%1(95% 신뢰구간 %2~%3)</translation>
    </message>
    <message>
        <source>, more in %1 of %2 blocks</source>
        <translation>, 블록 %2개 중 %1개에서 더 많음</translation>
    </message>
    <message>
        <source>, fewer in %1 of %2 blocks</source>
        <translation>, 블록 %2개 중 %1개에서 더 적음</translation>
    </message>
    <message>
        <source>%1, %2: no block has the errors of both %3 and %4.</source>
        <translation>%1, %2: %3, %4의 오류가 모두 있는 블록이 없습니다.</translation>
    </message>
    <message>
        <source>%1, %2: errors of %3 %4, of %5 %6</source>
        <translation>%1, %2: 오류율 %3 %4, %5 %6</translation>
    </message>
    <message>
        <source>%1%2: the arms seem to differ.</source>
        <translation>%1%2. 비교군 사이에 차이가 있는 것으로 보입니다.</translation>
    </message>
    <message>
        <source>%1: cannot tell them apart.</source>
        <translation>%1. 차이가 확인되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1: the control was not measured against itself in %2.</source>
        <translation>%1: 대조군끼리 비교한 %2 측정값이 없습니다.</translation>
    </message>
    <message>
        <source>%1: the control against itself differs by %2%3 in %4: the noise floor.</source>
        <translation>%1: 대조군끼리 비교한 %4 차이 %2%3. 이것이 잡음 수준입니다.</translation>
    </message>
    <message>
        <source>With the disturbed block put back</source>
        <translation>방해받은 블록을 포함하면</translation>
    </message>
    <message>
        <source>With the disturbed %1 blocks put back</source>
        <translation>방해받은 블록 %1개를 포함하면</translation>
    </message>
    <message>
        <source>%1 the verdict on %2 is %3: %4%5.</source>
        <translation>%1 %2 판정: %3 — %4%5.</translation>
    </message>
    <message>
        <source>Noise floor: the control differs from itself by %1.</source>
        <translation>잡음 수준: 대조군끼리의 차이 %1.</translation>
    </message>
    <message>
        <source>Noise floor: the control differs from itself by %1 (95 % CI %2 to %3).</source>
        <translation>잡음 수준: 대조군끼리의 차이 %1(95% 신뢰구간 %2~%3).</translation>
    </message>
    <message>
        <source>only %1 of %2 blocks have been run</source>
        <translation>블록 %2개 중 %1개만 실행됨</translation>
    </message>
    <message>
        <source>only %1 of %2 blocks have been run undisturbed, %3 more were disturbed</source>
        <translation>블록 %2개 중 %1개만 방해 없이 실행됨(방해받은 블록 %3개)</translation>
    </message>
    <message>
        <source>%1, and the interval is wider than planned</source>
        <translation>%1, 신뢰구간이 계획보다 넓음</translation>
    </message>
    <message>
        <source>%1; the next look is after %2</source>
        <translation>%1. 다음 중간 분석은 블록 %2개 이후</translation>
    </message>
    <message>
        <source>%1 valid and %2 void blocks; warm-up %3, measured %4; %5, %6</source>
        <translation>유효 블록 %1개, 무효 블록 %2개 · 워밍업 %3, 측정 %4 · %5, %6</translation>
    </message>
    <message>
        <source>%1; noise floor %2</source>
        <translation>%1 · 잡음 수준 %2</translation>
    </message>
    <message>
        <source>%1; this machine, these versions, this load</source>
        <translation>%1 · 이 시스템, 이 버전, 이 부하에 한함</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>PILOT</source>
        <translation>예비 실험</translation>
    </message>
    <message>
        <source>BETTER</source>
        <translation>개선</translation>
    </message>
    <message>
        <source>WORSE</source>
        <translation>악화</translation>
    </message>
    <message>
        <source>EQUIVALENT</source>
        <translation>동등</translation>
    </message>
    <message>
        <source>DIFFERENT</source>
        <translation>차이 있음</translation>
    </message>
    <message>
        <source>INCONCLUSIVE</source>
        <translation>판단 유보</translation>
    </message>
    <message>
        <source>NOT COMPARABLE</source>
        <translation>비교 불가</translation>
    </message>
    <message>
        <source>login_page</source>
        <translation>로그인 페이지</translation>
    </message>
    <message>
        <source>login</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>refresh</source>
        <translation>새로고침</translation>
    </message>
    <message>
        <source>write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>logout</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>%1 of %2 trials of %3 were void and %4 of %5 of %6: what is left out depends on the arm, not on the machine</source>
        <translation>%3 시행 %2개 중 %1개, %6 시행 %5개 중 %4개가 무효임. 제외되는 시행이 시스템이 아니라 비교군에 따라 달라짐</translation>
    </message>
    <message>
        <source>a person had %1 of %2 blocks run again, knowing the figures so far</source>
        <translation>사용자가 그때까지의 수치를 아는 상태에서 블록 %2개 중 %1개를 다시 실행하게 함</translation>
    </message>
    <message>
        <source>renew</source>
        <translation>토큰 갱신</translation>
    </message>
</context>
</TS>
