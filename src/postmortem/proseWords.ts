/**
 * Words by what they do in a sentence, for the facts that are read from prose: fault, hindsight, doubt, vagueness. From the
 * language lists of PagerDuty's and Etsy's guides, GitLab's handbook and "Learning from Incidents". Notation: see `lexicon`.
 */
export const proseClasses = [
  // Who acts.
  [
    'person',
    `engineer, engineers, developer, developers, programmer, programmers, coder, coders, devs, administrator, administrators,
    sysadmin, sysadmins, employee, employees, intern, interns, trainee, trainees, apprentice, colleague, colleagues, coworker,
    coworkers, co worker, co workers, teammate, teammates, technician, technicians, contributor, contributors, committer,
    maintainer, maintainers, reviewer, reviewers, tester, testers, volunteer, volunteers, analyst, analysts, architect,
    architects, consultant, consultants, contractor, contractors, freelancer, person, someone, somebody, individual,
    individuals, newcomer, new hire, new hires, specialist, specialists, expert, supervisor, supervisors, cto, ceo, he, she,
    team member, team members, staff member, staff members, strategist, strategists, admin, admins, author, authors,
    on call, oncall, sre, sres, dba, dbas, guy, guys, boss`,
  ],
  // These name software, machines or parts of a program too.
  [
    'perhaps',
    `operator, operators, manager, managers, owner, owners, lead, leads, dev, member, members, responder, responders, deployer,
    devops, staff, human, humans, people`,
  ],
  ['self', 'we, i, us, me, my, ourselves, myself'],

  // What puts an actor at fault.
  [
    'slip',
    `forgot, forgotten, forgetting, neglected, neglecting, overlooked, overlooking, misread, misreading, misunderstood,
    misunderstanding, misjudged, misjudging, misremembered, mistyped, mistyping, misinterpreted, misinterpreting, mishandled,
    mishandling, bungled, botched, fat fingered, screwed up, messed up, slipped up, made a mistake, made an error,
    made a typo, made the mistake, made mistakes, made a wrong, did not bother, didn't bother, could not be bothered,
    was careless, was negligent, were careless, was too busy, was not paying attention, wasn't paying attention`,
  ],
  [
    'lapse',
    `missed, ignored, ignoring, disregarded, disregarding, skipped, skipping, bypassed, misconfigured,
    misconfiguring, caused, causing, broke, breaking, took down, brought down, knocked out, violated, mismanaged, refused`,
  ],
  ['fail', "failed to, fails to, failing to, did not, didn't"],
  [
    'duty',
    `check, double, follow, verify, test, remember, realise, realize, understand, read, consult, consider, anticipate, think,
    pay, adhere, bother, validate, review`,
  ],
  [
    'astray',
    `mistakenly, accidentally, accidently, inadvertently, erroneously, unintentionally, incorrectly, wrongly, improperly,
    carelessly, hastily, prematurely, unknowingly, unwittingly, wrongfully, by mistake, by accident, in error`,
  ],
  [
    'do',
    `run, ran, running, execute*, push*, deploy, deployed, deploying, merge*, release*, apply*, use*, enter, entered, entering,
    type, typed, configure*, set, setting, delete*, choose, chose, chosen, select, selected, copy*, install, installed, upload*,
    pick, picked, wrote, written, edit, edited, change*, commit, committed, introduce*, ship, shipped, submit, submitted,
    approve*, add, added, drop*, wipe*, terminate*, kill*, destroy*, reboot*, restart*, remove*, make, made, write, create*, perform, performed, assign, assigned`,
  ],
  [
    'wrong',
    `wrong, incorrect, bad, broken, faulty, untested, buggy, unreviewed, erroneous, bug, bugs, typo, typos, mistake, mistakes,
    misconfiguration, regression, misplaced`,
  ],
  [
    'careless',
    `careless, carelessly, carelessness, negligent, negligently, negligence, incompetent, incompetence, reckless, recklessly,
    recklessness, sloppy, sloppily, sloppiness, irresponsible, irresponsibly, hungover, poor judgement, poor judgment`,
  ],
  [
    'judgement',
    `stupid, stupidly, stupidity, lazy, laziness, dumb, foolish, foolishly, clueless, inexperienced, unqualified, incapable,
    unprofessional, inattentive, guilty, culprit, culprits, idiot, idiots, to blame, at fault, responsible for`,
  ],
  [
    'fault',
    `mistake, mistakes, error, errors, fault, faults, oversight, negligence, misunderstanding, inattention, inattentiveness,
    blunder, typo, incompetence, inexperience, ignorance, misjudgement, misjudgment, misconfiguration, carelessness, failure,
    lack, haste`,
  ],
  [
    'incident',
    `outage, outages, incident, incidents, failure, failures, issue, issues, problem, problems, error, errors, mistake,
    mistakes, bug, bugs, downtime, disruption, breach, leak, misconfiguration, disaster, damage, crash, loss, mess`,
  ],
  ['punish', 'fired, sacked, reprimanded, punished, disciplined, banished, demoted, let go'],
  ['blame', 'blame, blamed, blames, blaming'],
  ['aware', 'aware, unaware'],
  ['belief', 'assumed, believed, thought, expected, trusted'],
  [
    'human',
    `human error, human errors, human mistake, human mistakes, human oversight, human negligence, human failure, human failing,
    human carelessness, human slip, operator error, operator errors, operator mistake, operator mistakes, user error,
    administrator error, admin error, administrative error, developer error, developer mistake, engineer error,
    engineer mistake, pilot error, clerical error, manual error, manual errors, manual mistake, human factor`,
  ],

  // What takes a statement back.
  [
    'unreal',
    `could, can, may, might, would, should, must, if, unless, whether, will, shall, prevent*, avoid*, ensure*, ensures, risk*,
    eliminate*, reduce*, minimise*, minimize*, protect*, guard, guards, potential, possible, possibly, chance, prone,
    susceptible, likelihood, suppose, supposed, imagine, mitigate*, against, lest, easy, easier, room, types, kinds, any,
    or, such as, free from, e g`,
  ],
  [
    'not',
    `not, no, never, nobody, none, nor, neither, without, than, instead of, don't, doesn't, didn't, isn't, wasn't, weren't`,
  ],
  [
    'suppose',
    'suspect*, assume*, hypothesis, theory, hypothesise*, hypothesize*, speculate*, initially, believed, thought',
  ],
  [
    'cause',
    `cause*, due, because, result, resulted, resulting, reason, reasons, root, trigger*, introduce*, lead to, led to, stem*,
    originate*, attribut*, attributed, culprit, responsible for, contribute*, explain*, source, factor, factors, produced`,
  ],

  // Hindsight.
  [
    'modal',
    `should, could, would, might, ought, should've, could've, would've, might've, shouldn't, couldn't, wouldn't, if, had`,
  ],
  [
    'benefit',
    `prevented, avoided, averted, caught, noticed, detected, mitigated, helped, reduced, minimised, minimized, limited,
    stopped, saved, shortened, alerted, addressed, discovered, spotted, flagged, identified, found, fixed, surfaced, resolved,
    revealed, warned, shown, exposed, mitigated, foreseen, anticipated, predicted, sped, allowed us, allowed for, allowed earlier,
    allowed faster, enabled us, enabled earlier, enabled faster, enabled rapid, enabled quicker`,
  ],
  [
    'due',
    `caught, prevented, avoided, noticed, detected, tested, reviewed, checked, verified, validated, done, communicated,
    documented, monitored, alerted, escalated, handled, considered, planned, followed, anticipated, foreseen, mitigated,
    addressed, investigated, notified, informed, identified, found, discovered, spotted, flagged, known, thought, coordinated,
    announced`,
  ],
  ['sooner', 'earlier, sooner, faster, quicker, better, differently, quickly, beforehand'],

  // Doubt and vagueness.
  [
    'hedge',
    `likely, probably, possibly, perhaps, maybe, presumably, apparently, seemingly, seems, seemed, appears to, appeared to,
    might have, may have, might be, may be, could be, we think, we believe, we guess, we suspect, i think, i believe, i guess,
    i suspect, it is believed, it is suspected, is believed to, is suspected to`,
  ],
  [
    'open',
    'unconfirmed, unknown, unclear, unsure, investigating, hypothesis, hypotheses, unverified, theory, cannot confirm',
  ],
  [
    'vague',
    `some, many, several, numerous, various, few, most, multiple, countless, lots of, lot of, number of, subset of,
    portion of, percentage of, part of, majority of, handful of, fraction of, plenty of`,
  ],
  [
    'counted',
    `user, users, customer, customers, client, clients, visitor, visitors, subscriber, subscribers, students, players,
    merchants, tenants, accounts, requests, orders, transactions, payments, sessions, people`,
  ],
] as const
