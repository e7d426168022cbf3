/**
 * Words by what they tell of an incident, for `evidence.ts`. From the language lists of the course, of Google's, PagerDuty's
 * and Atlassian's guides, and from how published postmortems say these things. Notation: see `lexicon`.
 */
export const evidenceClasses = [
  // Who and what an incident harms, and how.
  [
    'people',
    `user*, customer*, client*, subscriber*, visitor*, student*, player*, merchant*, tenant*, reader*, audience,
    community, people, researcher*, partner*, consumer*, shopper*, viewer*, patient*, passenger*, reporter*, guest*`,
  ],
  [
    'harmed',
    `account*, organization*, organisation*, team*, company, companies, site*, website*, store*, project*,
    request*, query, queries, call, calls, transaction*, order*, payment*, purchase*, booking*, deposit*,
    withdrawal*, session*, login*, message*, email*, notification*, job*, build*, deployment*, upload*,
    download*, connection*, ticket*, complaint*, inquiry, inquiries, enquiries, case, cases, record*, row*,
    file*, document*, package*, release*, repositor*, repository, vault*, wallet*, fund*,
    missed block*, block missed, blocks missed, blocks were missing, blocks were missed, traffic, checkout*,
    page view*, pageview*, impression*, tenant*, transfer*, sale*, revenue`,
  ],
  [
    'harm',
    `affect*, impact*, lose, lost, loses, losing, loss, losses, fail*, failure*, unable, cannot, denied, error*, down,
    offline, unavailable, unavailability, inaccessible, unreachable, unresponsive, degrade*, degradation, disrupt*, disruption*,
    drop*, delay*, timeout*, slow*, experience*, encounter*, receive*, compromise*, expose*, leak*, corrupt*, delete*, stuck,
    miss*, stolen, affected, refund*, charged, overcharge*, duplicate*, raised, blocked, interrupt*,
    downtime, outage*, taken over, frustrat*, suffer*, stopped, halted, broken, rejected, refused, wrong, incorrect,
    could not, couldn't, can't, not able, not load, unusable`,
  ],
  [
    'number',
    `one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, twenty, thirty, forty, fifty, half,
    third, quarter, dozen, dozens, hundred, hundreds, thousand, thousands, million, millions, single, both`,
  ],

  // How it was noticed.
  [
    'staff',
    `engineer*, team*, developer*, admin*, administrator*, operator*, sre, sres, devops, on call, oncall, we, i, us, staff,
    employee*, colleague*, technician*, maintainer*, contributor*, manager*, dba, dbas, support, lead, leads, responder*,
    department*, desk, analyst*, owner*, member*, leadership, executive*, management, vendor*, provider*, specialist*,
    expert*, architect*, director*, cto, volunteer*, someone, somebody, validator*`,
  ],
  [
    'alert',
    `alert, alerts, alarm, alarms, monitoring, monitor, monitors, pager, pagers, pagerduty, opsgenie, victorops, datadog, grafana,
    prometheus, alertmanager, cloudwatch, sentry, pingdom, nagios, zabbix, new relic, newrelic, uptimerobot, splunk, kibana, dashboard*,
    health check*, healthcheck*, synthetic*, probe*, canary, watchdog, telemetry, statuscake, uptime robot, notification*,
    detection system, detection systems, observability`,
  ],
  [
    'signal',
    `trigger*, fire*, indicat*, indicate*, show*, showed, shown, send, sends, sent, receive*, report*, detect*, notify*, notified,
    notifies, page, paged, pages, catch, caught, catches, warn*, raise*, blink*, went off, goes off, going off, flag*, pick up,
    picked up, picks up, alerted, reveal*, highlight*, sound*, rang, sense*, reported, identify*, saw, through, signal*, via, got, get, saying, tripped`,
  ],
  [
    'report',
    `reported, reporting, complain*, raised, raising, flagged, tweeted, wrote in, writes in, submitted, witnessed, opened a ticket, opened tickets,
    asked about, asks about, says that, mentioned`,
  ],
  [
    'aware',
    `noticed, notices, noticing, spotted, spots, became aware, become aware, made aware, were aware, was aware, alerted to, tipped off,
    our attention, their attention, the attention, first signs, first noticed, woke up to, was paged, were paged, got paged,
    came to light, came to our notice`,
  ],
  ['notice', `observe*, saw, sees, detect*, encounter*, see`],
  ['find', `discover*, identify*, found, find, finds, realise*, realize*, uncover*, disclose*`],
  [
    'complaint',
    `complaint*, bug report*, user report*, customer report*, support ticket*, support request*, support case*, a report in, a report on, a report from,
    customer ticket*, reports of, reports from, community report*, inquiries to, calls from, bug bounty, hackerone, bugcrowd, report that, reports that,
    report in, report issue*, report error*, report problem*, reported by,
    received reports, received calls, received emails, received messages, received tickets, received multiple, received several, received numerous, influx of, flood of, wave of, multiple calls, calls started`,
  ],
  ['by', `by, through, via, when, after, as, while, thanks, during, upon, from, using, because`],
  [
    'problem',
    `issue*, problem*, outage*, incident*, disruption*, vulnerabilit*, vulnerability, anomaly, anomalies, bug, bugs, fault, breach,
    attack, exploit, downtime`,
  ],
  [
    'symptom',
    `error*, failure*, fail*, spike*, slow*, slowness, slowdown*, latency, latencies, down, unavailable, degraded,
    degradation, unresponsive, unreachable, inaccessible, timeout*, crash*, symptom*, abnormal*, anomalous, unusual, unusually,
    drop*, surge*, increase*, increased, 5xx, 4xx, 500, 502, 503, 504, 404, not working, not responding, stuck, halted,
    missing, broken, lost, unable, panic, panics, leak*, high, exhaust*, stopped, delay*, expired`,
  ],

  // What was taken for the cause.
  [
    'suspect',
    `suspected, suspecting, suspects, assumed, assuming, assumes, assumption*, believed, believing, thought it, thought this, thought that, thought to, thought as, we thought, hypothesis, hypotheses, hypothesised, hypothesized, theory, theories, theorised, theorized, suspicion*, speculated,
    presumed, guessed, misdiagnosed`,
  ],
  [
    'first',
    `initially, initial, first, originally, earlier, early, mistakenly, erroneously, wrongly, incorrectly`,
  ],
  [
    'astray',
    `misleading, misleadingly, mislead, misled, misdirected, misdirection*, red herring*, false lead*, false trail*,
    dead end*, wild goose, wrong path*, wrong track, wrong direction*, wrong assumption*, wrong diagnosis, wrong hypothesis,
    wrong turn*, wrong conclusion*, incorrect assumption*, false assumption*, incorrect diagnosis, misdiagnos*, misdiagnosis, mistaken assumption*, rabbit hole*, barking up, in vain, to no avail, veers off, veered off, ruled out, ruling out, rule out,
    sidetracked, off course, false start*, theory was wrong, assumption was wrong,
    was a coincidence, coincidental, tried that didn't work, tried that did not work,
    ruled it out, ruled that out, ruled this out, dead ends, not the case, false hypothesis, fruitless, proved futile, eliminated as, led nowhere, led us nowhere, wasted time`,
  ],
  [
    'cleared',
    `not the cause, not the culprit, not the problem, not the issue, not the reason, wasn't the cause, not related to the issue,
    not related to the problem, not related to the outage, not related to the incident, unrelated to the issue, unrelated to the problem, unrelated to the outage, unrelated to the incident, was unrelated, were unrelated, not responsible, no improvement, did not improve, didn't improve, did not help, didn't help,
    did not resolve, didn't resolve, did not solve, didn't solve, did not fix, didn't fix, does not resolve, does not help, does not fix, does not solve,
    nothing happened,
    no effect, without success, turned out not, turned out to be unrelated, turned out to be wrong, turned out to be a false, no issues were found,
    no issues found, no signs of, showed no signs, no abnormal, proved wrong, proved incorrect, proven wrong,
    turned out to be incorrect, turned out to be fine, without improvement,
    no issue was found, no anomalies, found nothing, nothing unusual, no problems were found, no problem was found, appeared normal, looked normal, was not the root, were not the cause, no evidence of, found no issues, found no problems, found no evidence, found no signs, no issues with, proved unsuccessful, was unsuccessful, were unsuccessful, proved ineffective`,
  ],

  // Who else was called.
  ['escalate', `escalate*, escalation*`],
  [
    'hand',
    `hand over, handed over, hands over, handed off, handed to, handed it, handed the, handed this, hand off, hands off, forward*, forwarded, transferred, reassigned, assigned to,
    engage*, looped in, pulled in, brought in, bring in, called in, call in, roped in, joined, involve*, consult*, enlist*, summon*, tasked, handled by,
    loop in, called upon, asked for help, requested help, requested assistance, sought help, seek help, help from, assistance from, mobilised, mobilized, assembled,
    referred to, delegated, pulled into, brought into, called on, turned to, passed to, passed on,
    worked with, coordinated with, collaborated with, liaised with, partnered with, joined by, support from`,
  ],
  [
    'inform',
    `notify*, notified, inform*, alerted, page*, paged, contacted, pinged, told, messaged, called, reached out, reaches out, reach out, alert us,
    contacts, tells`,
  ],
  [
    'group',
    `team, teams, department*, dba, dbas, administrator*, manager*, management, leadership, executive*, vendor*, provider*,
    specialist*, expert*, director*, cto, engineers, developers, sres, architect*, sre, support, group, lead, leads, admin, admins,
    contributors, maintainers`,
  ],
  [
    'rally',
    `war room*, incident commander, incident call, incident bridge, bridge call, major incident process, incident management process,
    cross team, cross functional, all hands, emergency meeting, incident response team`,
  ],

  // How the cure was proven.
  [
    'verify',
    `verify, verified, verifies, verifying, verification, confirm, confirmed, confirms, confirming, confirmation, validated, validating, validation,
    tested, testing, retested, tests, checked, double checked, rechecked, monitored, watched, observed, probed, probes, probing, curl, curled,
    curling, smoke test*, load test*, system check*, health check*, sanity check*`,
  ],
  [
    'healthy',
    `normal, normally, stable, stability, stabilise*, stabilize*, normalise*, normalize*, restored, restoration, resolved, recovered, recovery, functioning, functional,
    functionality, healthy, operational, succeed*, success, successful, successfully, serving, served, serves, correctly, properly, passing, passed,
    200, ok, ready, no further, no new, green, fix, fixed, effective, as expected, accessible, available, working, worked, work, works,
    up and running, integrity,
    able to, no errors, no issues, no more, without errors, without issues, zero errors, access restored, as intended, no longer occurred, no longer occurs`,
  ],
  [
    'proven',
    `returned to normal, returns to normal, returning to normal, return to normal, back to normal, restored to normal, returned to baseline,
    back to baseline, all clear, no further errors, no further issues, no further incidents, no further occurrences, no recurrence, no new errors, returned to expected,
    back to expected, 200 ok, returned to healthy, returned to pre, returned to acceptable, back to healthy, reporting as ready, reporting as healthy,
    reported as healthy, reported healthy, reports healthy, all healthy, smoke test*, system check*, sanity check*, integration testing,
    regression testing`,
  ],

  // What was learnt.
  [
    'lesson',
    `taught us, teaches us, we learned, we learnt, we have learned, we've learned, learning experience, learning opportunity, key takeaway*, takeaways, lesson learned,
    lesson learnt, lesson here, lessons learned from, importance of, important lesson*, highlights the need, highlighted the need, highlighting the need, underscores the need, underscored the need, emphasizes the need, emphasized the need, emphasises the need, emphasised the need, shows the need, showed the need, demonstrated the need, served as a reminder, serves as a reminder, stark reminder, reminds us, reminded us, a reminder that, a reminder of, lesson is, lesson was`,
  ],

  [
    'not',
    `no, not, never, nobody, none, without, neither, nor, didn't, wasn't, weren't, isn't, doesn't, couldn't, hadn't, nothing, un`,
  ],
  [
    'repair',
    `fix*, fixed, rolled back, roll back, rollback, revert*, restart*, restarted, reboot*, patch*, redeploy*, deployed, corrected, reconfigured, restored, resolved, replaced, removed, cleared,
    scaled, mitigated, disabled, enabled, upgraded, updated, increased, adjusted`,
  ],
  [
    'modal',
    `would, should, could, will, shall, might, must, may, can, ensure, ensuring, need to, needs to, going to, so that, if`,
  ],
] as const

/** What a number may be counted in that says nothing of harm: time, sizes of machines, parts of a date. */
export const spans = `second*, minute*, min, mins, hour*, hr, hrs, day*, week*, month*, year*, ms, s, h, am, pm, utc, gmt, pst, pdt,
  est, edt, cet, eat`

export const months = `january, february, march, april, may, june, july, august, september, october, november, december, jan, feb, mar, apr,
  jun, jul, aug, sep, sept, oct, nov, dec`

/** Units of money and of data. */
export const currencies = `usd, eur, gbp, kes, ngn, dollar*, euro, euros, naira, shillings, eth, btc,
  bitcoin, ether`
export const sizes = `kb, mb, gb, tb, kilobytes, megabytes, gigabytes, terabytes`

/** What follows a verb that has no object: "DBA team notified.", "Security team paged about the leak". */
export const breaks = `., ;, :, and, of, about, for, to, at, on`

/** "As suspected", "in theory". */
export const asides = ['as', 'in']

/** Alerts that tell of trouble by being there at all. */
export const alarms = `alert, alerts, alarm, alarms, pagerduty, opsgenie, pager`

/** Words after which an alert is one to come. */
export const setups = `set, add*, create*, configure*, implement*, enable*, introduce*, improve*, enhance*, update*, install*, missing, no, more`

/** A monitor that is content. */
export const calm = `healthy, green, normal, clear, cleared, recovered, recovery, stable, ok, silent, zero`

/** Verbs after "the issue" that tell what became of it. */
export const outcomes = `was, is, were, has, had, been, resolved, no, fixed, to, gone, did, does`

/** What a share may be of that says how busy a machine was, not who was harmed. */
export const loads = `cpu, cpus, memory, ram, disk, utilization, utilisation, usage, load, heap, swap`

/** What may happen to data and to what holds them. */
export const losses = `lose*, lost, loss, losses, leak*, expose*, corrupt*, delete*, stolen, exfiltrate*, wiped, unrecoverable, compromised`

/** What makes a number a share. */
export const shares = `percent, per, pct, percentage`

/** What follows the status of a response. */
export const statuses = `error*, internal, status, response*, ok, code*, http, gateway, bad, not, service, page*`

/** Words that end the noun phrase that a number counts. */
export const stops = `a, an, and, or, in, on, at, for, with, to, that, which, who, while, when, as, by, from, is, was, were, are,
  running, than, where, some, (, ), |, :, ;`

/** Words after which a hypothesis gives its reason. */
export const reasons = `due, because, given, since, after, so`

/** Words of a hypothesis that do not tell it from another. */
export const vague = `issue*, problem*, cause*, root, possible, potential, potentially, possibly, that, this, with, from, might, could,
  would, been, have, being, were, related, initially, which, the, some, then, also, their, there, increase*, high, server*, system*,
  service*`
