/**
 * Words of follow-up tasks by how firmly they bind and what they are for, for `tasks.ts`. The weak verbs are those that
 * PagerDuty's guide and Google's workbook warn of; the types are Google's. Notation: see `lexicon`.
 */

/** What nobody can finish. */
const attitudes = `be careful, be more careful, be more attentive, be more vigilant, be attentive, be vigilant, communicate better, pay attention,
  pay more attention, raise awareness, raising awareness`

export const taskClasses = [
  // Verbs after which nobody can tell when the task is done, unless something else in it says so.
  [
    'weak',
    `improve*, enhance*, strengthen*, optimise*, optimize*, refine*, fine tune, fine tuning, bolster*, boost*, harden*, streamline*, review*,
    monitor*, monitored, maintain*, continue*, educate*, remind*, encourage*, foster*, promote*, emphasise*, emphasize*, prioritise*, prioritize*, communicate*, avoid*, try, trying, tried, strive*, aim, aiming, investigate*, look into, looking into, look at, looking at, consider*, explore*,
    discuss*, think, thinking, rethink, revisit*, keep an eye, reconsider*, ${attitudes}`,
  ],
  // These are, whatever it names.
  ['attitude', attitudes],
  // After a weak verb these bind no more than it does: "review and update".
  ['neutral', 'update*, adjust*, revise*'],
  ['ensure', 'ensure*, make sure, making sure, be sure'],
  [
    'new',
    'introduce*, add*, implement*, develop*, build, building, create*, provide*, establish*, adopt*, have, use, using, set up, setting up, deploy*',
  ],
  ['better', 'better, improved, enhanced'],
  // An interval, or one of a number, is a measure.
  [
    'measure',
    `daily, hourly, nightly, weekly, fortnightly, biweekly, monthly, quarterly, yearly, annually, every, twice, one, two, three, four, five, six, seven, eight, nine, ten`,
  ],
  ['question', 'if, whether, why, how, what, which, where, who, when'],
  [
    'plan',
    'will, should, must, shall, can, could, need to, needs to, going to, has to, have to, plan to, plans to',
  ],
  [
    'predicate',
    `is, are, be, been, was, were, has, have, had, can, cannot, can't, does, do, don't, doesn't, did, will, would, should, must, could, may, might, shall, gets, get, works, runs, remains, stays, meets, needs, need, only, never, always, follows, contains, includes, exists, no`,
  ],
  ['article', 'a, an, the, our, its, their, all, any, each, every, this, that, these, those, more, some'],

  // Openings of noun phrases that no suffix gives away.
  [
    'noun',
    `better, more, full, clear, new, less, fewer, stricter, tighter, stronger, faster, larger, bigger, smaller, higher, deeper, earlier, daily, weekly, monthly, quarterly, yearly, thorough, robust, proper, pre, post, multi, end to end, e2e, unit, ongoing, real time, canary, baseline, cross`,
  ],

  [
    'prevent',
    `prevent*, test*, validate*, validation, enforce*, restrict*, restriction*, limit*, review*, audit*, automate*, upgrade*, pin, pinned, migrate*, migration, replace*, require*, check*, lint, linter, ci, guard*, block*, avoid*, isolate*, rename*, remove*, disable*, separate*, secure*, rotate*, sanitise*, sanitize*`,
  ],
  [
    'detect',
    `detect*, detection, monitor*, monitored, alert*, alarm*, metric*, dashboard*, logging, observability, probe*, health check*, healthcheck*, notify*, notification*, telemetry, tracing, visibility`,
  ],
  [
    'mitigate',
    `mitigate*, mitigation, rollback*, failover*, redundancy, redundant, fallback*, backup*, scale*, autoscaling, timeout*, circuit, throttle*, throttling, rate limit*, replica*, recover*, recovery, retry, retries, graceful, gracefully`,
  ],
  ['repair', `repair*, fix*, fixed, patch*, correct*, revert*, restore*, refund*, reconcile*, backfill*`],
  [
    'process',
    `process*, train*, document*, documentation, runbook*, playbook*, policy, policies, drill*, checklist*, guideline*, guide*, communicate*, communication, escalation, on call, meeting*, teach*, share*, write down, define*, agree*, establish*`,
  ],
] as const
