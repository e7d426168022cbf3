/**
 * Words by what they tell of the course of an incident, for `account.ts`: from the guides of PagerDuty, Google and Atlassian
 * and from how published postmortems say these things. Notation: see `lexicon`.
 */
export const accountClasses = [
  // What users or a service suffered.
  [
    'harm',
    `nobody could, no one could, none could, could not, affect*, impact*, lose, loses, lost, losing, loss, losses, fail*, failure*, unable, cannot, can't, couldn't, denied, error*, down,
    downtime, offline, outage*, unavailable, unavailability, inaccessible, inaccessibility, unreachable, unresponsive, degrade*,
    degradation, disrupt*, disruption*, interrupt*, interruption*, drop, drops, dropped, dropping, delay*, timeout*, timed out, slow,
    slower, slowness, slowdown*, slowly, sluggish, latency, crash*, broke, broken, breakage, leak*, expose*, exposure, compromise*, stolen,
    corrupt*, delete*, wrong, incorrect, incorrectly, missing, missed, stuck, halt*, stop, stops, stopped, stall*, reject*, refuse*, block*, blank,
    empty, duplicate*, overcharge*, vulnerability, vulnerabilities, exploit*, breach*, attack*, hacked, malicious, drain*, 500, 502,
    503, 504, 404, 403, 5xx, 4xx, not work, not working, not load, not loading, not available, not respond, not responding, not start,
    not accessible, not able, never arrived, out of, liquidate*, stale, unusable, hung, hang, hangs, hanging, refund*, backlog*, lag, lagging, lagged, prevent*, wouldn't, won't, would not, will not, improperly, nor`,
  ],

  // All or none of those who may be harmed.
  ['every', 'all, every, everyone, everybody, nobody, no, none, any, entire, whole'],
  [
    'counted',
    'user*, customer*, client*, visitor*, subscriber*, student*, people, request*, traffic, everyone, everybody, nobody',
  ],

  // Why it happened: said to be the cause; what has an effect; and what mostly is one.
  [
    'cause',
    `root cause*, rootcause, cause was, cause is, cause of, caused by, due to, because, as a result of, resulted from, resulting from,
    triggered by, stem* from, stemmed from, attribute* to, attributed to, attributable to, owing to, traced to, traced back to, tracked down to, brought on by, originate*,
    introduced by, introduced in, the reason, reason was, reason for, reason is, reason behind, culprit, problem was, problem is, issue was a, issue was an, issue was the, issue was that, created by, so, therefore, hence, thus, due, overlooked, oversight, improper, improperly, incorrect, incorrectly, inadvertently, accidentally, mistakenly, by mistake, malformed, invalid, insufficient, lack of,
    prevented, preventing, fail* to check, fail* to validate, fail* to verify, fail* to renew, fail* to handle`,
  ],
  [
    'effect',
    'caused, causes, causing, cause, result* in, resulting in, resulted in, lead to, leads to, leading to, led to, trigger*, triggered',
  ],
  [
    'origin',
    `deploy*, deployment, deployments, release, releases, released, rollout, roll out, rolled out, change, changes, changed, upgrade*, update, updates, updated, migration*, migrate*,
    configuration, config, configured, misconfigure*, misconfiguration*, expire*, expired, expiry, expiration, bug, bugs, typo, mistyped, misspelled, leak, surge, spike, exhaust*, exhaustion,
    overload*, overwhelm*, faulty, defect*, regression, race condition, deadlock*, memory leak, flaw*, vulnerability, vulnerabilities, exploit*, attacker*, disk space, out of memory, merge*, commit`,
  ],

  // Parts that users do not see, and the states in which they do harm.
  [
    'part',
    `disk*, volume*, partition*, firewall*, rule, rules, certificate*, cert, certs, lock, locks, queue, queues, pool, pools, index, indexes, indices, cache,
    key, keys, secret, secrets, script, scripts, cron, cronjob*, query, queries, dns, record, records, route, routes, routing, cable, switch, router, power, memory, ram, cpu,
    thread, threads, worker, workers, backup, dependency, dependencies, library, package, quota, limit, limits, policy, permission, permissions, credential*,
    schema, column, table, tables, flag, flags, header, parameter, setting, settings, variable, loop, connection pool, load balancer, balancer, proxy, kernel, driver, clock, timer, plugin, module, template, line, file name, filename, path`,
  ],
  [
    'state',
    'full, held, filled, grew, expire*, old, outdated, was never, were never, too small, too low, too many, too large, set to, pointed, removed, copied',
  ],

  // Traces of what the readers of evidence look for, by which a document is not said to be silent on it: a channel by which
  // trouble is noticed, staff that tells of it, others who took it over, a proof of the cure.
  [
    'channel',
    `alert*, alarm*, complain*, complaint*, reported, reports of, noticed, notified, informed, spotted, discord, slack, piazza, twitter,
    tweet*, hackerone, bugcrowd, bounty, pagerduty, pingdom, grafana, prometheus, datadog, sentry, dashboard*, disclosed, attention`,
  ],
  [
    'staff',
    'engineer, engineers, developer, developers, administrator, admin, sysadmin, operator, team, we, i, on call, devops, maintainer, maintainers, someone',
  ],
  [
    'handover',
    'assigned, reassigned, forwarded, pinged, handed, opened a ticket, ticket with, ticket at, raised a ticket',
  ],
  [
    'cure',
    `back, normal, normally, restore*, restoration, recover*, recovery, resolve*, resolved, resolution, online, serving, served, serves, fix*, fixed, works,
    working, worked, operational, up, healthy, stable, stabilise*, stabilize*, succeed*, success, successful, successfully, all clear, closed, over, available, accessible, again, complete, completed, 100%, green, gone, clear*, cleared, done, mitigate*, running, starts, started, able, finally,
    release*, deploy*, redeploy*, patch*, revert*, roll* back, revoke*, remove*, publish*, replace*, upgrade*, update*, restart*, merge*`,
  ],
  ['proof', 'confirm*, verify*, validate*, test*, fine, 200, ok, 100%'],

  // How it was looked into.
  [
    'hypothesis',
    `suspect*, suspicion*, assume*, assumption*, hypothesis, hypotheses, hypothesise*, hypothesize*, theory, theories, theorised, theorized,
    initially, thought, believe*, belief, appear*, seemed, seem, seems, speculate*, presume*, guess*, possibly, potential, potentially, possible,
    likely, probable, probably, might, maybe, perhaps, wondered, idea, pointed to, pointing to, focus on, focused on, focusing on, first`,
  ],
  [
    'diagnosis',
    `check*, recheck*, inspect*, inspection*, investigate*, investigation*, look* at, look* in, look* into, look* through, look* for, look* up, review*, trace*,
    strace, profile*, profiling, compare*, comparison, test*, reproduce*, bisect*, query, queried, examine*, examination*, analyse*, analyze*, analysis,
    analyses, debug, debugs, debugged, debugging, diagnose*, diagnosis, diagnostic, diagnostics, explore*, exploration, audit*, scan, scans, scanned, scanning, verify*, verification, curl, curled, curling, grep, logs, log,
    monitored, observe*, discover*, discovery, find*, found, notice*, realise*, realize*, identify*, identification, determine*, dug, dig, digging, troubleshoot*, triage*, search*, saw, seen, see, confirm*,
    narrow*, isolate*, measure*, research*, spot, spotted, detect*, reveal*, uncover*, conclude*, figured out, tracked down, ruled out, dump, dumps, ssh, understood, learned, learnt, study, studied, attempted, tried, explain*, indicated, showed, shown`,
  ],

  // What brought service back, besides words that only say that it did.
  [
    'repair',
    `roll* back, rollback*, revert*, restart*, reboot*, reload*, failover, fail* over, scale*, upscale*, drain*, disable*, enable*, re enabled, block*, unblock*, patch*,
    configure*, reconfigure*, increase*, reduce*, decrease*, raise*, lower*, clear*, deploy*, redeploy*, deployment, redeployment, hotfix*, workaround*, replace*, replacement, kill*, add*, remove*, removal, delete*,
    deletion, change*, update*, upgrade*, downgrade*, install*, reinstall*, uninstall*, move*, switch*, migrate*, migration, rename*, set, sets, setting, reset*, resetting, turn* off, turn* on, turned off, turned on, renew*, rotate*, rotation, rebuild*, rebuilt,
    recreate*, create*, adjust*, adjustment*, allocate*, reallocate*, allocation, expand*, extend*, optimise*, optimize*, optimisation, optimization, modify*, modification*, edit*, merge*, release*, stop, stops, stopped, stopping, start, starts, started, starting,
    pause*, purge*, flush*, clean*, free, freed, freeing, resync*, sync, synced, revoke*, isolate*, shut, run, ran, running, apply*, implement*, implementation, execute*, introduce*, rerun, retry*, retried, push*, publish*, ship, shipped, write, wrote, written, rewrite,
    rewrote, rewritten, cordon*, uncordon*, evict*, throttle*, limit*, whitelist*, allowlist*, provision*, tune*, tuned, tuning, pin, pinned, pinning, bump*, refactor*, resize*, swap, swapped, swapping, detach*, attach*, mount*, unmount*, contact*,
    request*, append*, insert*, yank*, refund*, reimburse*, compensate*, quarantine*, ban, banned, suspend*, terminate*, transfer*, withdrew, withdraw, withdrawn, halt*, relaunch*, reprocess*, replay*, backfill*, invalidate*, regenerate*, reissue*, reinstate*, redirect*,
    reroute*, take* offline, taken offline, took, brought, bring, bringing, put back, put, relocate*, recompile*, compile*, built, build, builds, building, backup, backups, import*, export*, use, used, using, skip, skipped, skipping, fork, forked, forking, force*, coordinate*, open, opened, opening, close, closed, closing, load, loaded, loading, balance*, split, splitting, cut, cutting, recycle*, respawn*, repoint*, point, pointed, pointing, bypass*, grant*, permit*, allow*, permission*, pull, pulled, pulling, tweak*, refresh*, rerouted, re issued, re deployed, re created, resubmit*, resend, resent, send, sent, sending, drop, dropped, dropping, tombstone*, untombstone*, copy*, copied, copying, restore* from, by itself, on its own, itself, automatically, naturally, intervention`,
  ],
] as const
