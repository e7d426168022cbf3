/**
 * Words by what they tell of an incident, for the readers of evidence beside this file. From the language lists of the course,
 * of Google's, PagerDuty's and Atlassian's guides, and from how published postmortems say these things. Notation: see
 * `lexicon`.
 */
export const evidenceClasses = [
  // Who and what an incident harms, and how.
  [
    'people',
    `user*, customer*, client*, subscriber*, visitor*, student*, player*, merchant*, tenant*, reader*, audience,
    community, people, researcher*, partner*, consumer*, shopper*, parent*, resident*, viewer*, patient*, passenger*, reporter*, guest*, driver*, rider*, teacher*,
    buyer*, seller*, caller*, citizen*, holder*, delegator*, attendee*, applicant*, pupil*, listener*, follower*, learner*, school*, shop*, clinic*, hospital*, trader*`,
  ],
  [
    'harmed',
    `account*, organization*, organisation*, team*, company, companies, staff, employee*, site*, website*, store*, project*,
    request*, query, queries, call, calls, transaction*, order*, payment*, purchase*, booking*, deposit*,
    withdrawal*, session*, login*, message*, email*, notification*, job*, build*, deployment*, upload*,
    download*, connection*, ticket*, complaint*, inquiry, inquiries, enquiries, case, cases, record*, row*, device*, member*, picture*, installs, backup*, pr, prs, pull request*,
    file*, document*, package*, release*, repositor*, repository, vault*, wallet*, fund*,
    missed block*, block missed, blocks missed, blocks were missing, blocks were missed, traffic, checkout*,
    page view*, pageview*, impression*, transfer*, deliver*, deliveries, sale*, revenue, item*, invoice*, photo*, export*, validator*, attestation*, entries, log in*`,
  ],
  [
    'harm',
    `affect*, impact*, lose, lost, loses, losing, loss, losses, fail*, failure*, unable, cannot, denied, error*, down,
    offline, unavailable, unavailability, inaccessible, unreachable, unresponsive, degrade*, degradation, disrupt*, disruption*,
    drop*, delay*, timeout*, slow*, experience*, encounter*, receive*, compromise*, expose*, leak*, corrupt*, delete*, stuck,
    miss*, stolen, affected, refund*, charged, overcharge*, duplicate*, raised, blocked, interrupt*,
    downtime, outage*, taken over, frustrat*, suffer*, stopped, halted, broken, rejected, refused, wrong, incorrect,
    trapped, slash*, fell, late, empty, postpone*, cancel*, cancelled, had to be, had to wait, waited, report problem*, reported problem*, report issue*, reported issue*, could not, couldn't, can't, not able, not load, unusable, timed out, gone`,
  ],
  [
    'number',
    `one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety, half, thirds,
    third, quarter, fifth, sixth, tenth, dozen, dozens, hundred, hundreds, thousand, thousands, million, millions, single`,
  ],

  // How it was noticed.
  [
    'staff',
    `engineer*, team*, developer*, admin*, administrator*, operator*, sre, sres, devops, on call, oncall, we, i, us, staff, teammate*, coworker*, intern, interns, tester*, qa,
    employee*, colleague*, technician*, maintainer*, contributor*, manager*, dba, dbas, support, lead, leads, responder*,
    department*, desk, analyst*, owner*, member*, leadership, executive*, management, vendor*, provider*, specialist*,
    expert*, architect*, director*, cto, volunteer*, someone, somebody, validator*`,
  ],
  [
    'alert',
    `alert, alerts, alerting, alarm, alarms, monitoring, monitor, monitors, pager, pagers, pagerduty, opsgenie, victorops, datadog, grafana,
    prometheus, alertmanager, cloudwatch, sentry, pingdom, nagios, zabbix, new relic, newrelic, uptimerobot, splunk, kibana, dashboard*,
    sensor*, siren*, buzzer*, health check*, healthcheck*, synthetic*, probe*, canary, watchdog, bot, nightly test*, automated test*, statuscake, uptime robot, downdetector, notification*,
    detection system, detection systems, observability`,
  ],
  [
    'signal',
    `trigger*, fire*, indicat*, indicate*, show*, showed, shown, send, sends, sent, receive*, report*, detect*, notify*, notified,
    notifies, page, paged, pages, catch, caught, catches, warn*, raise*, blink*, went off, goes off, going off, lit up, lights up, lighting up, flag*, pick up,
    picked up, picks up, alerted, reveal*, highlight*, sound*, rang, sense*, reported, identify*, saw, through, signal*, via, got, get, gets, saying, says, said, tripped, red, fires off, notification*, turned red, turn red, turns red, posted, posts, opened, opens`,
  ],
  [
    'report',
    `reported, reporting, reports that, report that, complain*, raised, raising, flagged, tweeted, wrote in, writes in, submitted, witnessed, opened a ticket, opened tickets,
    opens issue, opened issue, files issue, filed issue, opens ticket, opened ticket, report it, reports it, asked about, asks about, says that, mentioned`,
  ],
  [
    'aware',
    `notice, noticed, notices, noticing, spotted, spots, became aware, become aware, made aware, were aware, was aware, alerted to, tipped off, found out about, find out about, found out that, woken, woke up,
    phones started ringing, started ringing, began ringing, our attention, their attention, the attention, first signs, first noticed, woke up to, team aware, was paged, were paged, got paged, gets paged, learned of, learnt of, learned about, learnt about, heard of, heard about, hears of, hears from, heard from,
    came to light, came to our notice`,
  ],
  [
    'notice',
    `observe*, witness*, saw, sees, detect*, encounter*, see, ran into, run into, runs into, came across, comes across, faced, caught, catches`,
  ],
  ['find', `discover*, identify*, found, find, finds, realise*, realize*, uncover*, disclose*`],
  [
    'complaint',
    `complaint*, bug report*, user report*, customer report*, support ticket*, support request*, support case*, a report in, a report on, a report from,
    customer ticket*, reports of, reports from, community report*, inquiries to, calls from, bug bounty, hackerone, bugcrowd, report that, reports that,
    report in, report issue*, report error*, report problem*, reported by,
    received reports, received calls, received emails, received messages, received tickets, received multiple, received several, received numerous, multiple calls, calls started`,
  ],
  // What people do who tell of trouble.
  [
    'contact',
    `call, calls, called, calling, emailing, messaging, phone*, write, writes, wrote, written, hear, hears, heard, tell, tells, told, email*, mail, mails, mailed, tweet*, message*,
    post, posts, posted, ask, asks, asked, ping, pings, pinged, open an issue, opens an issue, opened an issue, opened issues, opens a ticket, filed an issue, files an issue,
    filed a bug, say, says, said, contact*, reach out, reaches out, reached out, inform*, notify*, notified, bring up, brought up, alert, alerted,
    reply, replies, replied, answer, answers, answered`,
  ],
  [
    'problem',
    `issue*, problem*, outage*, incident*, disruption*, vulnerabilit*, vulnerability, anomaly, anomalies, bug, bugs, fault, breach,
    attack, exploit, downtime`,
  ],
  [
    'symptom',
    `error*, failure*, fail*, spike*, slow*, slowness, slowdown*, latency, latencies, down, unavailable, degraded,
    degradation, unresponsive, unreachable, inaccessible, hung, timeout*, crash*, symptom*, abnormal*, anomalous, unusual, unusually,
    drop*, surge*, increase*, increased, 5xx, 4xx, 500, 502, 503, 504, 404, not working, not responding, stuck, halted,
    missing, missed, empty, blank, wrong, incorrect, broken, lost, unable, panic, panics, leak*, high, exhaust*, stopped, delay*, expired`,
  ],

  // What was taken for the cause.
  [
    'suspect',
    `suspected, suspecting, suspects, convinced, prime suspect, chasing, chased, looks like, assumed, assuming, assumes, assumption*, believed, believing, thought, thinking, blamed, blaming, looked like, seemed like, took it for, mistook, first guess, initial guess, initial thought, initial thoughts, explored, exploring, suggested, suggesting, suggests, pointed to, pointed at, pointed towards, looked at, looking at, focused on, focusing on, focus on, hypothesis, hypotheses, hypothesised, hypothesized, theory, theories, theorised, theorized, suspicion*, speculated,
    blame, blames, suspect, reckon*, presume, presumes, presumed, guessed, misdiagnosed, hunch`,
  ],
  [
    'astray',
    `misleading, misleadingly, mislead, misled, misdirected, misdirection*, red herring*, false lead*, false trail*,
    dead end*, wild goose, wrong path*, wrong track, wrong direction*, wrong assumption*, wrong diagnosis, wrong hypothesis,
    wrong turn*, wrong conclusion*, incorrect assumption*, false assumption*, incorrect diagnosis, misdiagnos*, misdiagnosis, mistaken assumption*, rabbit hole*, barking up, veers off, veered off, ruled out, ruling out, rule out,
    out of the question, wrong tree, explains nothing, explained nothing, sidetracked, off course, false start*, theory was wrong, assumption was wrong,
    was a coincidence, coincidental, tried that didn't work, tried that did not work,
    dismissed as, written off as, no detour, no detours, treated as a, mistaken for, wrong call, misread, misreading, misinterpreted, held on to the, inverse was true, opposite was true, symptoms rather than, symptom rather than, ruled it out, ruled that out, ruled this out, dead ends, not the case, false hypothesis, eliminated as`,
  ],
  [
    'cleared',
    `not the cause, not the culprit, not the problem, not the issue, not the reason, wasn't the cause, wasn't the issue, wasn't the problem, wasn't the culprit, weren't the cause, weren't the problem, was innocent, were innocent, is innocent, are innocent, they're innocent, not related to the issue,
    not related to the problem, not related to the outage, not related to the incident, unrelated to the issue, unrelated to the problem, unrelated to the outage,
    unrelated to the incident, was unrelated, were unrelated, not responsible, nothing to do with it, nothing to do with the issue, nothing to do with the problem, nothing to do with the outage,
    nothing to do with the incident, turned out not, turned out to be unrelated, turned out to be wrong,
    turned out to be a false, turned out to be incorrect, turned out to be fine, in fact fine, actually fine, turned out fine, turned out ok, turned out healthy, turned out normal, no signs of, showed no signs, no abnormal, proved wrong, proved incorrect,
    proven wrong, no issues were found, no issues found, no issue was found, no anomalies, no problems were found, no problem was found,
    nothing unusual, nothing wrong, nothing suspicious, nothing out of the ordinary, appeared normal, looked normal, looked fine, was not the root, were not the cause, no evidence of,
    found no issues, found no problems, found no evidence, found no signs, no issues with, problem of its own, issue of its own, excluded as, no fault was found, cleared as, cleared of, found in order, was in order, were in order, did not hold, didn't hold, does not hold`,
  ],
  // What an attempt came to that did not help.
  [
    'futile',
    `no improvement, without improvement, did not improve, didn't improve, did not help, didn't help, does not help, did not work, didn't work, not working either,
    did not resolve, didn't resolve, does not resolve, did not solve, didn't solve, does not solve, did not fix, didn't fix, does not fix, did not bring, didn't bring,
    did not restore, didn't restore, didn't make a difference, did not make a difference, no difference, little difference, nothing changed, nothing happened, the same problem, the same issue, the same error, the same result, the same failure, no change, no effect, little effect, without effect, without success,
    problem persisted, issue persisted, error persisted, errors persisted, problem remained, issue remained, error remained, errors remained, problem continued, issue continued, errors continued, still failing, still failed, still down,
    no luck, without luck, found nothing, in vain, to no avail, no avail, fruitless, futile, led nowhere, leads nowhere, led us nowhere, proved unsuccessful, was unsuccessful,
    were unsuccessful, unsuccessfully, proved ineffective, ineffective, not effective, failed to resolve, failed to fix, failed to solve, failed to help, failed to restore, fails to resolve,
    wasted time, not successful, no relief, nothing worked, still seeing, still getting, without any result, without result, merely moved, only moved, seemed to help, got us nowhere, got nowhere, getting nowhere, only made, made things worse, made it worse, errors continue, error continues,
    problem continues, issue continues, changes nothing, changed nothing, errors persist, error persists, problem persists, issue persists, same symptom, same symptoms, crashed again, failed again, to be abandoned`,
  ],

  // Who else was called.
  ['escalate', `escalate*, escalation*`],
  [
    'hand',
    `hand over, handed over, hands over, handed off, handed to, handed it, handed the, handed this, hand off, hands off, forwarded, forwards, forwarding, transferred, reassigned, assigned to, assigned team, assigned the team, assigned a team,
    engage*, looped in, pulled in, brought in, bring in, brings in, pulls in, loops in, ropes in, woke up, wakes up, woke the, called in, call in, roped in, joined, involve*, consult*, consultation, enlist*, summon*, tasked, handled by, handled alone,
    loop in, called upon, asked for help, requested help, requested assistance, requested support, worked together with, sought help, seek help, help from, assistance from, mobilised, mobilized, assembled,
    referred to, delegated, pulled into, brought into, called on, turned to, passed to, passed on,
    worked with, coordinated with, meeting with, call with, a call was set up, help of, support of, assistance of, collaborated with, liaised with, partnered with, joined by, support from`,
  ],
  [
    'inform',
    `notify*, notified, inform*, alerted, page*, paged, contacted, pinged, told, messaged, called, phoned, rang, summoned, reached out, reaches out, reach out, alert us,
    contacts, tells, asked, asks, consulted`,
  ],
  [
    'group',
    `team, teams, department*, dba, dbas, administrator*, manager*, management, leadership, executive*, vendor*, provider*,
    specialist*, expert*, director*, cto, isp, registrar, supplier*, tier, second line, third line, engineers, developers, sres, architect*, sre, support, group, lead, leads, admin, admins,
    contributors, maintainers, shift, engineering, specialists, crew, crews, supervisor*, founder*, boss, professor*, technician*, electrician*, firm, hosting company, secondary, upstream, operations, networking`,
  ],
  [
    'rally',
    `war room*, incident commander, incident call, incident bridge, bridge call, major incident process, incident management process,
    cross team, cross functional, all hands, emergency meeting,
    contacted support, out of bed, got hold of, get hold of, dragged in, drags in, dragged into, summoned to, recalled from vacation, recalled from leave, recalled from holiday,
    takes command, took command, on the bridge, onto the bridge, onto the call, joins the call, join the call, joined the call, joined our call, join our call, joins the bridge, joined the bridge,
    handover to, handled within the team, need to bring in, rolled over to, in the hands of, never left the team, did not ask anyone, asked for help, gets on the call, jumps on the call, jumped on the call`,
  ],

  // How the cure was proven.
  [
    'verify',
    `verify, verified, verifies, verifying, verification, confirm, confirmed, confirms, confirming, confirmation, validated, validating, validation,
    tested, testing, retested, tests, checked, double checked, rechecked, monitored, watched, observed, probed, probes, probing, curl, curled,
    curling, smoke test*, load test*, system check*, health check*, sanity check*, ensured, told us, tell us, let us know, made sure, make sure that, makes sure, making sure, signs off on, signs off the, signed off on, signed off the,
    reran, rerun, replayed, shows that, showed that, show that, saw that, see that`,
  ],
  [
    'healthy',
    `normal, normally, stable, stability, stabilise*, stabilize*, normalise*, normalize*, restored, restoration, resolved, recovered, recovery, functioning, functional,
    functionality, healthy, operational, succeed*, success, successful, successfully, serving, served, serves, correctly, properly, passing, passed,
    200, ok, ready, no further, no new, green, fix, fixed, effective, as expected, accessible, available, working, worked, work, works,
    up and running, solved, solves,
    able to, no errors, no issues, no more, without errors, without issues, zero errors, access restored, as intended, no longer occurred, no longer occurs, online, reachable, responding, responds, responsive, answers, answered, answering, went through, go through,
    goes through, going through, gone, nothing more, fine, back, availability, was running, were running, is running, are running, running normally, running as, flow, flows, flowed, processing, had access, have access, has access, loaded, drain*, empty, emptied, caught up, respond, regained, regain, can log, could log, loads, complete, completes, completed, builds, flowing`,
  ],
  [
    'proven',
    `returned to normal, returns to normal, returning to normal, return to normal, back to normal, returned to baseline,
    back to baseline, all clear, no further errors, no further issues, no further incidents, no further occurrences, no recurrence, no new errors, returned to expected,
    back to expected, 200 ok, returned to healthy, returned to pre, returned to acceptable, back to healthy, reporting as ready, reporting as healthy,
    reported as healthy, reported healthy, reports healthy, all healthy, smoke test*, system check*, sanity check*, integration testing,
    regression testing, as expected again, the expected output, the expected result, the expected results, the expected response, returns the expected, returned the expected, period of observation, observation period, were observed to, look normal, looks normal, looking normal, looking good, looks good, look good`,
  ],

  // What was learnt.
  [
    'lesson',
    `learned my lesson, learned our lesson, learnt my lesson, learnt our lesson, taught us, teaches us, taught the, taught me, showed us, shows us that, one lesson, a lesson, valuable lesson, important lesson, key lesson, we learned that, we learnt that, we learned to, we learnt to, we have learned that, we've learned that, we also learned, main lesson*, biggest lesson*, learning experience, learning opportunity, key takeaway*, takeaways, lesson learned,
    lesson learnt, lesson here, lessons learned from, importance of, highlights the need, highlighted the need, highlighting the need, underscore*, underscores the need, underscored the need, emphasizes the need, emphasized the need, emphasises the need, emphasised the need, shows the need, showed the need, demonstrated the need, served as a reminder, serves as a reminder, stark reminder, reminds us, reminded us, reminding us, reminding everyone, a reminder that, a reminder of, lesson is, lesson was`,
  ],

  [
    'not',
    `no, not, never, nobody, none, without, neither, nor, didn't, wasn't, weren't, isn't, doesn't, couldn't, hadn't, nothing, un`,
  ],
  [
    'attempt',
    `fix*, hotfix*, rolls, added, adds, raised, blocked, swapped, drained, roll, rolled, rolling, rollback*, revert*, restart*, reboot*, patch*, redeploy*, deployed, correct*, reconfigure*, restore*, replace*, remove*, clear*,
    scale*, disable*, enable*, upgrade*, update*, increase*, adjust*, attempt*, try, tried, trying, tries, check*, examine*, inspect*, analyze*, analyse*, look, looked,
    looking, investigate*, investigation*, debug*, flush*, change*, solution*, workaround*, mitigation*, action*, effort*, strategy, strategies, test, tested, tests, review*, measures`,
  ],
  [
    'modal',
    `would, should, could, will, shall, might, must, may, can, ensure, ensuring, need to, needs to, going to, so that, if, please`,
  ],
] as const

/** What a number may be counted in that says nothing of harm: time, sizes of machines, parts of a date. */
export const spans = `second*, minute*, min, mins, hour*, hr, hrs, day*, week*, month*, year*, ms, s, h, am, pm, utc, gmt, pst, pdt,
  est, edt, cet, eat`

export const months = `january, february, march, april, may, june, july, august, september, october, november, december, jan, feb, mar, apr,
  jun, jul, aug, sep, sept, oct, nov, dec`

/** Units of money. */
export const currencies = `usd, eur, gbp, kes, ngn, dollar*, euro, euros, naira, shillings, eth, btc,
  bitcoin, ether`

/** What follows a verb that has no object: "DBA team notified.", "Security team paged about the leak". */
export const breaks = `., ;, :, and, of, about, for, to, at, on, by, via`

/** Alerts that tell of trouble by being there at all. */
export const alarms = `alert, alerts, alarm, alarms, pagerduty, opsgenie, pager`

/** Words after which an alert is one to come. */
export const setups = `set, add*, create*, configure*, implement*, enable*, introduce*, improve*, enhance*, update*, install*, missing, no, more`

/** A monitor that is content. */
export const calm = `quiet, agreed, agrees, healthy, green, normal, clear, cleared, recovered, recovery, stable, ok, silent, zero, resolved, online`

/** Verbs after "the issue" that tell what became of it. */
export const outcomes = `was, is, were, has, had, been, resolved, no, fixed, to, gone, did, does`

/** What a share may be of that says how busy a machine was, not who was harmed. */
export const loads = `cpu, cpus, memory, ram, disk, utilization, utilisation, usage, load, heap, swap`

/** What may happen to data and to what holds them. */
export const losses = `lose*, lost, loss, losses, leak*, expose*, corrupt*, delete*, stolen, exfiltrate*, wiped, unrecoverable, compromised, gone, destroyed`

/** Words before a number that opens a sentence. */
export const approximations = `about, around, roughly, approximately, nearly, almost, over, some, up, to, all, more, less, than, at, least, circa, ~, (, in, total, a, the, of, :, only, affected, impacted, every`

/** What fails without harm to anybody, and what staff count. */
export const machines = `hosts, nodes, servers, pods, replicas, disks, instances, workers, containers, clusters, machines, vms, deploys, releases, changes, bugs, engineers, developers, processes,
  threads, zones, regions, services, fixes, errors, versions, lines, cores, shards, databases, routers, switches, volumes, brokers, masters, slaves, backups`

/** What makes a number a share. */
export const shares = `percent, per, pct, percentage`

/** What follows the status of a response. */
export const statuses = `error*, internal, status, response*, ok, code*, http, gateway, bad, not, service, page*`

/** What a number names instead of counting. */
export const numbered = `port, version, release, http, status, code, error, phase, step, level, tier, sev, p, v, region, node, server, pod, epoch, block, height,
  chapter, day, week`

/** Words that end the noun phrase that a number counts. */
export const stops = `a, an, and, or, in, on, at, for, with, to, that, which, who, while, when, as, by, from, is, was, were, are,
  running, than, where, some, (, ), |, :, ;`

/** Words after which a hypothesis gives its reason. */
export const reasons = `due, because, given, since, after, so`

/** Words of a hypothesis that do not tell it from another. */
export const vague = `issue*, problem*, cause*, root, possible, potential, potentially, possibly, that, this, with, from, might, could,
  would, been, have, being, were, related, initially, which, the, some, then, also, their, there, increase*, high, server*, system*,
  service*`

/** Verbs after which an infinitive was done: "proceeded to call". */
export const implicatives = `proceeded, proceed, began, begin, begins, started, starts, decided, decides, managed, chose, continued, went, had, able, helped, took, used`

/** How something came to be noticed: "found by", "discovered when". */
export const means = `by, through, via, when, after, as, while, thanks, during, upon, from, using, because, in`

/** What brings news of trouble. */
export const tidings = `ticket*, message*, report*, complaint*, call, calls, email*, mail*, alert*, tweet*, question*, notification*, sign, signs, symptom*, post, posts`

/** How news comes in: verbs, and nouns of the same form. */
export const tellings = `mail, mails, mailed, email, emails, emailed, writes, wrote, tells, told, says, said, warns, warned, complains, replies, replied, reports, reported, report, radios, radioed, rings, rang, ring, calls, called, phone, phones, phoned, contact, contacts, contacted, posts, posted, messages, asks, asked`

/** Words of a belief that was given up. */
export const firsts = `initially, initial, first, originally, earlier, early, mistakenly, erroneously, wrongly, incorrectly`

/** What leads somebody somewhere. */
export const leadings = `point*, send, sends, sent, led, lead, leads, chase*, follow*, direct*, look*, took, take, blame*, focus*, search*`

/** What hands a case to somebody. */
export const passings = `pass, passes, passed, went, goes, raise*, report*, refer, referred, redirect*, given, gave, gives, transfer*, hand, hands, handed, brought, send, sends, sent`

/** Words before a number of people who are there, harmed or not. */
export const servings = `serve*, used, use, uses, have, has, had, supports`

/** What is measured, and how a measure moves to where it should be. */
export const measures = `rate, rates, latency, latencies, load, traffic, errors, error, usage, utilization, utilisation, time, times, memory, cpu, throughput, queue, queues,
  metric, metrics, backlog, requests, lag, success, volume, levels, level, availability, connections, count, performance, graphs, graph, everything`
export const comebacks = `back, return, returns, returned`
export const stays = `stay, stays, stayed, remain, remains, remained`
export const moves = `restored, back, drop*, fell, fall, falls, falling, climb*, recover*, rose, rises, decrease*, decline*, return, returns, returned, went, goes, normalise*, normalize*, stabilise*, stabilize*`

/** Measures that are better when they are higher. */
export const goods = `success, availability, uptime, traffic, throughput, participation, sales, revenue`

/** What staff do to a measure, or what they wait for. */
export const drives = `set, sets, bring*, raise*, reduce*, lower*, increase*, scale*, limit*, cap, capped, until, keep*, tune*, tuned, adjust*, to`

/** What a service does that works; more of it are among the words of health. */
export const functions = `go, goes, went, send, sends, sent, arrive, arrives, arrived, print, prints, printed, start, starts, started, run, runs, ran, open, opens, opened, load, loads, loaded, play, plays, sync, syncs, accept, accepts, accepted, show, shows`

/** What is tested or watched, and that it does what it should. */
export const tested = `tests, test, checks, probes, probe, requests, payments, payment, orders, order, transactions, transaction, pods, nodes, services, hosts, replicas, builds,
  logins, jobs, everything, all, every, metrics, dashboards, graphs, systems, instances, servers, uploads, messages, deploys, health, ci, attempt, login, log, suite, build, pipeline, pipelines`
export const outcomesOfTests = `successful, fine, pass, passes, passed, passing, green, ready, healthy, succeed*, normally, through, matched`

/** Words before what a machine says of itself. */
export const answers = `receive*, return, returns, returned, returning, got, get, gets, getting, respond*, response, responses, status, show, shows, showed, showing, report, reports, reported, reporting,
  answer, answers, answered, reading, reads, code, codes, with`

/** What brings somebody in whose name follows "out", "in": "reached out to", "pulled in". */
export const beckonings = `reached, looped, loops, pulled, pulls, brought, brings, called`

/** How somebody is called, and what is called that is nobody. */
export const roles = `friend, agency, contractor, supervisor, electrician, plumber, officer, captain, warden, foreman, consultant`
export const drawing = `pull, pulls, pulled, bring, brings, brought, loop, loops, looped, rope, ropes, roped`
export const calls = `call, calls, called, phone*, telephone*, ring, rings, rang, wake, wakes, woke, ping, pings, pinged, pages, paged, contact*, message, messages, messaged, consult*, fetches, fetched, ${drawing}`
export const interfaces = `api, apis, endpoint*, function*, method*, url, service*, script*, handler*, webhook*`
export const meetings = `call, bridge, channel, incident, investigation, room, chat, effort, response, us, them, huddle, meeting, zoom`

/** One person who may be called, and what is handed on. */
export const single = `engineer, engineers, developer, admin, administrator, dba, sre, colleague, colleagues, technician, specialist, expert, responder, responders, architect`
export const matter = `issue*, problem*, incident*, outage*, bug, bugs, case, cases, matter, investigation, task, ticket, tickets, report, reports, it, this`

/** What a conclusion finds wrong in general. */
export const lacks = `insufficient, lacking, lack, lacked, inadequate, missing, too, enough, underestimated, overlooked, essential, crucial, vital, important, valuable`

/** Measures that are better when they are lower. */
export const costs = `error, errors, latency, latencies, load, usage, utilization, utilisation, time, times, memory, cpu, queue, queues, backlog, lag, failure*, connections`

/** How a ticket comes to be, and whose it is. */
export const filings = `open, opens, opened, file, files, filed, raise, raises, raised, create, creates, created, submit*, log, logs, logged`

/** What is done to monitoring, and then it is not what watches the cure. */
export const installs = `add*, implement*, set, setup, configure*, improve*, enhance*, install*, introduce*, enable*, tool*, system*,
    dashboard*, lack, no`

/** What watching is done for. */
export const steadiness = `stability, stable, anomaly, anomalies, recurrence, closely, continued, continuous, continuously, hours, hour,
    minutes, further, recur, recurred`

/** Verbs that tell what a test showed, and of what was tested. */
export const shown = `show, shows, showed, shown`
export const proofs = `tested, verified, validated`

/** What is tested after a cure. */
export const remedies = `fix, fixes, solution, patch, workaround, rollback, change, changes, correction, hotfix`

/** Tests and checks, as nouns. */
export const trials = `testing, test, tests, check, checks, retest, verification, validation`

/** What is seen no more once the cure holds. */
export const relapses = `further, more, new, single, relapse*, recurrence*, kills, restarts, retries, errors, error, failures, timeouts, spikes, drops, alerts, 500, 502, 503, 504, 5xx, crashes, complaints, anomalies, issues, problems`

/** How a cure is tried, and what comes of it. */
export const trying = `simulated, placed, replayed, asked, restore, restores, reconciled, refreshed, ran, re-ran, reran, rerun, tried, sampled, compared, recomputed, checked, checking, opened, logged, killed, diff, dig, ping, curl, looked, watching, watched, double-checked`
export const comings = `arrived, present, equal, complete, could,
    zero, responsive, expected, green, match*, agreed, agree, exactly, normally, correct, right, works, worked, flat, identical, intact, clean`

/** What comes back or stays away. */
export const troubles = `error*, failure*, issue*, problem*, alert*, alarm*, timeout*, crash*, incident*, outage*, symptom*, panic*, it,
    this, page, pages`

/** What intruders do, in what is said not to have happened. */
export const harms = `access*, accessed, privilege, privileges, exfiltration, exfiltrated, unauthorized, unauthorised, abuse, abused, compromise*, malicious, misuse, misused, persistence, tampering, theft, stolen,
    data, customer*, exploited, exploitation`

/** Deeds in the hope of a cure; attempts may be looks as well, and what was restored or deployed is the cure. */
export const tried = `add*, roll, rolls, rolled, rollback, raise*, bounce*, patch*, disable*, enable*, swap*, switch*, restart*, reboot*, delete*, remove*, clear*, scale*, replace*,
    revert*, cordon*, kill*, flush*, redeploy*, increase*, upgrade*, recreate*, drain*`

/** What trouble does that a cure did not reach. */
export const goesOn = `persist*, continue*, remain*, return*, reappear*, recur, recurs, recurred, go on, goes on, went on, come back, comes back, came back`

/** What stands for the real thing when a cure is tried. */
export const mock = `dummy, fake, synthetic, test, tests, sample, samples, trial, simulated, rehearsed, rehearsal, every`

/** What is considered for a cause. */
export const ideas = `considered, possible, possibility, hypothesis, theory, idea, suspicion, suspected, option, cause, guess, assumption, presumption, notion, explanation, enquiry, inquiry, lead, trail`
