/**
 * Words of follow-up tasks. Verbs: those that the guides of Google and PagerDuty recommend for action items and those they
 * call weak, and the verbs that tasks in published postmortems start with.
 */
export const verbs = `add, alert, allow, analyse, analyze, apply, archive, assess, assign, audit, automate, back, backup, benchmark,
  block, bring, build, cache, cap, catch, change, check, clarify, clean, cleanse, close, communicate, complete, conduct, configure,
  consider, consolidate, continue, coordinate, create, cut, decide, define, delete, deploy, deprecate, design, determine, develop,
  disable, discuss, distribute, document, educate, elevate, eliminate, embrace, enable, encourage, enforce, engage, enhance, ensure, establish,
  evaluate, examine, exercise, expand, explore, extend, find, finish, fix, follow, formalise, formalize, foster, gate, gather, get, give, guard,
  handle, harden, have, help, hold, host, identify, implement, improve, incorporate, increase, inform, inspect, install, instrument,
  integrate, introduce, invest, investigate, isolate, keep, launch, learn, leverage, limit, lock, log, look, lower, maintain, make, measure,
  merge, migrate, mitigate, modify, monitor, move, notify, obtain, offer, optimise, optimize, organise, organize, patch, perform, pin,
  plan, practice, practise, prepare, prioritise, prioritize, promote, propose, protect, provide, publish, purchase, push, put, raise, reach,
  rebuild, reconfigure, record, reduce, refactor, refine, refresh, reinforce, release, remind, remove, rename, replace, report, request,
  require, research, resolve, restrict, restructure, review, revise, revisit, rewrite, roll, rotate, run, scale, schedule, secure,
  send, separate, set, setup, share, simplify, simulate, split, standardise, standardize, start, stop, store, streamline, strengthen, submit, switch,
  sync, teach, test, tighten, track, train, transition, trigger, try, tune, turn, uninstall, update, upgrade, use, utilise,
  utilize, validate, verify, warn, work, write, watch, show, answer, avoid, buy, compare, count, decouple, detect, double, drain, expose, flag, freeze,
  grant, hire, include, lengthen, mirror, order, page, ping, probe, prevent, prune, quarantine, refuse, rehearse, reinstall, reject, reset, resize, respond, restart, retain,
  retire, retry, reuse, scan, shift, shorten, shrink, skip, spread, stagger, swap, tag, take, tell, throttle, trim, trace, treat, unblock, unify, wait, widen, wire, wrap,
  abort, adapt, adjust, adopt, aggregate, allocate, annotate, appoint, approve, arrange, assert, calculate, calibrate, capture, centralise,
  centralize, certify, clear, collect, combine, commission, compile, compress, confirm, connect, contact, contribute, convert, correct,
  correlate, dedicate, deduplicate, delegate, deliver, deny, describe, detach, diagnose, disallow, discontinue, dockerise, dockerize, draft,
  drop, edit, emit, employ, encapsulate, encrypt, escalate, execute, facilitate, flush, forbid, force, forward, generate, inject, insert,
  invalidate, invite, locate, manage, mandate, minify, modernise, modernize, negotiate, nominate, normalise, normalize, onboard, open,
  outline, override, parse, pause, preload, preserve, procure, prohibit, provision, pull, purge, read, recheck, reconcile, recover, recreate,
  recruit, redeploy, redesign, redirect, reimplement, relocate, remediate, render, reorganise, reorganize, repair, replay, replicate,
  reroute, reserve, restore, resume, retest, revert, revoke, reword, sanitise, sanitize, save, seek, serialise, serialize, serve, ship, shut,
  sign, solve, specify, stabilise, stabilize, subscribe, suspend, synchronise, synchronize, terminate, toggle, transfer, translate, unlock,
  prepend, append, untangle, vet, visualise, visualize, wean, whitelist`

/** Past forms of verbs that have one of their own, which tell of measures that were taken. */
export const taken = `built, set, made, wrote, gave, taught, put, kept, took, got, ran, sent, held, led, bought, brought, cut, began`

/** What may stand before the verb: "regularly review", "do not deploy", "we will add". */
export const leaders = `regularly, always, programmatically, periodically, proactively, continuously, continually, immediately, automatically, properly,
  also, additionally, furthermore, moreover, besides, please, better, further, never, don't, do, not, more, and, then, finally, lastly, must, should, will, can, could, would, we, team, to, need, needs, plan,
  plans, going, be, have, todo`

/** Subjects and auxiliaries that make a plan of a sentence. */
export const planners = `will, should, must, shall, can, could, to, need, needs, plan, plans, going, let's, we'll, i'll`

/** Verbs that say what for, not what: no task in themselves. */
export const aims = `prevent, avoid, ensure, aim, strive, minimise, minimize, help, have, be, continue, make`

/** How sentences begin that lead to tasks or close a list of them. */
export const framers = `by, in, this, these, through, with, overall, the, to, following, below, here, note, as, after, based, given,
  moving, going, if, since, while`

/** How sentences begin that tell what tasks are good for. */
export const ends = 'by, this, these, with, overall, as, given, if, since'

/** What sentences that tell something have, and names of tasks have not. */
export const telling = `is, are, was, were, am, be, been, has, have, had, do, does, did, we, i, it, they, you, there, this, these, following, :`

/** Words that promise a list. */
export const promises = `following, follows, below, measures, actions, steps, tasks, improvements, items, list, prevent, avoid`

/** Capitals that are nobody's initials. */
export const abbreviations = new Set(
  'API APP AWS CD CDN CI CLI CPU CSS DB DNS ETA GCP GPU HA IAM IP JS JVM K8S LB LDAP ML MTU NFS OS PR QA RAM RPC S3 SDK SLA SLO SQL SSH SSL TLS TTL UI URL UX VM VPN WAF XML'.split(
    ' ',
  ),
)

/** Columns of a table of tasks. */
export const columns = {
  task: /\b(?:action|task|item|what|description|measure|work|to-?do|improvement)\b/i,
  owner: /\b(?:owners?|owning|assignees?|assigned|responsible|who|dri|lead|poc)\b/i,
  due: /\b(?:due|deadline|eta|target|when|date|by when|timeline)\b|^by$/i,
} as const

/** A task that is finished, in a cell, in brackets or as a mark. */
export const finished =
  /[✅✔☑]|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):|[([](?:done|completed?|fixed|closed|resolved|implemented|finished|shipped|merged)[)\]]|^(?:done|completed?|fixed|closed|resolved|implemented|finished|shipped|merged)$|^(?:done|completed)\b|[–—(-] ?(?:done|completed|fixed|finished|merged)(?: on)? (?:\d|[a-z]{3,9} \d)/i
