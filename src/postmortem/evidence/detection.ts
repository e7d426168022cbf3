import { wordSet } from '../lexicon.ts'
import { has, indexAmong, isAfter, isBefore, isNear, type Sentence, some } from '../sentences.ts'
import { isBack } from './levels.ts'
import {
  actions,
  alert,
  aware,
  codeAt,
  complaint,
  contact,
  course,
  cure,
  detection,
  find,
  harm,
  inform,
  isAmong,
  isHandle,
  isName,
  isPassive,
  isUnreal,
  modal,
  not,
  notice,
  number,
  opens,
  people,
  problem,
  report,
  seek,
  signal,
  someWord,
  staff,
  symptom,
} from './signs.ts'
import * as data from './words.ts'

/** Somebody or something that noticed or reported the trouble. */
export function tellsDetection(sentence: Sentence, opening: boolean): boolean {
  const { kinds, bits } = sentence
  if (has(kinds, detection) || isLabelled(sentence)) {
    if (isRegret(sentence)) return false
    if (has(bits, alert | complaint | report | inform | aware | notice | symptom | harm)) return true
    if (has(kinds, detection) && has(bits, signal | staff | people | find)) return true
  }
  if (has(kinds, actions | cure) && !has(kinds, course)) return false
  const real = (classes: number, test: (at: number) => boolean): boolean =>
    some(sentence, classes, (at) => !isUnreal(sentence, at) && test(at))
  return (
    real(aware, (at) => !isBefore(sentence, at, 2, not)) ||
    real(complaint, () => true) ||
    real(report, (at) => isReported(sentence, at)) ||
    real(inform, (at) => isInformed(sentence, at)) ||
    real(
      alert,
      (at) =>
        (isNear(sentence, at, 6, 6, signal) &&
          !isInspected(sentence, at) &&
          !isMute(sentence, at) &&
          !isContent(sentence, at)) ||
        isAlarm(sentence, at),
    ) ||
    real(notice, (at) => isBefore(sentence, at, 6, staff) && isAfter(sentence, at, 6, problem | symptom)) ||
    real(notice | find, (at) => isFoundByTest(sentence, at)) ||
    real(find, (at) => isBefore(sentence, at, 6, staff | people) && isAfter(sentence, at, 3, problem)) ||
    real(notice | find, (at) => isSeenBy(sentence, at)) ||
    real(contact, (at) => isTold(sentence, at, opening)) ||
    someWord(sentence, tidings, (at) => isFirst(sentence, at, opening) || isFlood(sentence, at)) ||
    (opening &&
      real(
        notice | find,
        (at) =>
          meetsFirst(sentence, at) ||
          isFoundTo(sentence, at) ||
          isFoundIn(sentence, at) ||
          isSighting(sentence, at),
      )) ||
    (opening && someWord(sentence, showings, (at) => isBefore(sentence, at, 3, symptom))) ||
    (opening &&
      (opensWithNews(sentence) ||
        someWord(sentence, tellings, (at) => isNews(sentence, at)) ||
        someWord(sentence, sights, (at) => isEyewitness(sentence, at)) ||
        real(
          inform,
          (at) => opens(sentence, at) && /^(?:that|by|of|about)$/.test(sentence.words[at + 1] ?? ''),
        ) ||
        someWord(sentence, firings, () => true) ||
        someWord(sentence, tidings, (at) => sentence.words[at + 1] === 'from'))) ||
    (opening && has(bits, staff | people) && receivesError(sentence))
  )
}
/** "An alert would have caught this", "no dashboards", "time to detect": it tells no news. */
const isRegret = (sentence: Sentence): boolean =>
  someWord(sentence, woulds, (at) => sentence.words[at + 1] === 'have') ||
  (sentence.words[sentence.from] === 'time' && sentence.words[sentence.from + 1] === 'to') ||
  (some(sentence, alert, (at) => sentence.words[at - 1] === 'no') &&
    !has(sentence.bits, aware | complaint | report | inform | notice | people | contact))
const woulds = seek('would, could, should')
const tidings = seek(data.tidings)
const alarms = wordSet(data.alarms)
const setups = wordSet(data.setups)

/** "Customers wrote to us that", "a teacher told us"; where a timeline opens "a driver calls support" says enough. */
function isTold(sentence: Sentence, at: number, opening: boolean): boolean {
  if (!isBefore(sentence, at, 4, people) || isPassive(sentence, at) || sentence.words[at - 1] === 'by')
    return false
  return opening || isAfter(sentence, at, 3, staff) || isAfter(sentence, at, 6, problem | symptom)
}

/** "Analysing the dashboard showed": looked at by somebody who knew already. */
const isInspected = ({ words, from }: Sentence, at: number): boolean =>
  words.slice(Math.max(from, at - 3), at).some((word) => inspections.has(word))
const inspections = wordSet('analysing, analyzing, inspecting, examining, querying, debugging')

/** "Monitoring shows that latency is back to normal", "alerts should page a person". */
const isContent = (sentence: Sentence, at: number): boolean =>
  isBack(sentence) || isAfter(sentence, at, 2, modal)

/** "The notification server failed to notify the team", "the alert did not fire". */
const isMute = ({ words, to }: Sentence, at: number): boolean =>
  words.slice(at + 1, Math.min(to, at + 5)).some((word, i) => word === 'failed' && words[at + i + 2] === 'to')

/** "An influx of support tickets"; not "an influx of users". */
const isFlood = ({ words, from }: Sentence, at: number): boolean =>
  words.slice(Math.max(from, at - 4), at).some((word) => floods.has(word))
const floods = wordSet('influx, flood, wave, barrage')

/** "The first ticket came in", "first message about failing builds". */
function isFirst({ words, from }: Sentence, at: number, opening: boolean): boolean {
  if (!words.slice(Math.max(from, at - 3), at).includes('first')) return false
  return opening || words.slice(at + 1, at + 4).some((word) => arrivals.has(word))
}
const arrivals = wordSet(
  'came, comes, arrived, arrives, reached, reaches, from, about, appeared, received, by',
)

/** In the first entries: "Engineer discovered that ...". */
const meetsFirst = (sentence: Sentence, at: number): boolean => isBefore(sentence, at, 4, staff)

/** "The web server was found to be returning errors", "503 messages witnessed". */
const isFoundTo = ({ words, bits, to }: Sentence, at: number): boolean =>
  has(bits, symptom) && (words[at + 1] === 'to' || at + 1 >= to)

/** "Spike detected via the billing page". */
const isFoundIn = ({ words }: Sentence, at: number): boolean => /^(?:via|through)$/.test(words[at + 1] ?? '')

/** "Sheriffs detect an infrastructure issue": somebody does, whoever they are. */
const isSighting = (sentence: Sentence, at: number): boolean =>
  sightings.has(sentence.words[at] ?? '') && isAfter(sentence, at, 4, problem | symptom)
const sightings = wordSet('detect, detects, notice, notices, spot, spots, discover, discovers')
/** "Our own smoke test found it after the deploy". */
const isFoundByTest = (sentence: Sentence, at: number): boolean =>
  isAmong(sentence, at, 3, testers) && pronouns.has(sentence.words[at + 1] ?? '')
const testers = wordSet('test, tests, check, checks, ci, scan, scanner, audit, review')

/** "UptimeRobot mails that the site is down", "cron job mails an error", "three mails in the inbox: cannot log in". */
const isNews = (sentence: Sentence, at: number): boolean => {
  const { words, marks, to } = sentence
  if (isUnreal(sentence, at) || isPassive(sentence, at)) return false
  if (rings.has(words[at] ?? '')) return true
  if (words.slice(at + 1, Math.min(to, at + 4)).some((word) => desks.has(word))) return true
  if (words[at]?.endsWith('s') && !openings.has(words[at + 1] ?? '') && !has(marks[at - 1] ?? 0, number))
    return false
  return isAfter(sentence, at, 12, symptom | problem | harm)
}
const desks = wordSet('support, helpdesk, desk, hotline, hq, control')
const rings = wordSet('ring, rings, rang')
const openings = wordSet('that, of, about, from, a, an, us, to, with, :')
const tellings = seek(data.tellings)

/** "Ida sees the errors in the log". */
const isEyewitness = (sentence: Sentence, at: number): boolean =>
  (isName(sentence, at - 1) || isHandle(sentence, at - 1)) &&
  !isBefore(sentence, at, 1, people) &&
  isAfter(sentence, at, 5, symptom | problem)
const sights = seek('sees, saw, notices, finds, found, spots, meets, gets')

/** "An error message appeared on the screen". */
const showings = seek('appeared, appears, popped, greeted')

/** In the first entries, where a channel is named and trouble with it: "Latency alert", "E-mail about failed logins". */
const opensWithNews = (sentence: Sentence): boolean =>
  someWord(
    sentence,
    channels,
    (at) =>
      isNear(sentence, at, 8, 8, symptom | problem) &&
      !sentence.words.slice(Math.max(sentence.from, at - 4), at + 3).some((word) => setups.has(word)),
  )
const firings = seek('fires, fired, firing, trips, tripped, beeps, beeped')
const channels = seek(data.alarms, 'ticket, tickets, email, e-mail, paged, discovery, helpdesk')

/** "The engineer sent a request and received a `500 Internal Server Error`." */
const receivesError = (sentence: Sentence): boolean =>
  someWord(sentence, receipts, (at) => {
    if (isAfter(sentence, at, 5, symptom | problem)) return true
    for (let i = at + 1; i < Math.min(sentence.to, at + 6); i++)
      if (/^\W*[45]\d\d\b/.test(codeAt(sentence, i))) return true
    return false
  })
const receipts = seek(
  'receive*, return, returns, returned, got, gets, getting, faced, facing, hit, hits, met',
)

/** "Issue detected by", "Discovered by", "the problem was discovered when", "encountered the issue upon", "found during". */
const isSeenBy = (sentence: Sentence, at: number): boolean =>
  (opens(sentence, at) && isBy(sentence, at, 1)) ||
  (isBefore(sentence, at, 5, problem) && isBy(sentence, at, 3)) ||
  (isAfter(sentence, at, 3, problem) && isBy(sentence, at, 5)) ||
  (pronouns.has(sentence.words[at - 2] ?? '') && isBy(sentence, at, 1))

const isBy = ({ words, to }: Sentence, at: number, count: number): boolean =>
  words.slice(at + 1, Math.min(to, at + count + 1)).some((word) => means.has(word))
const means = wordSet(data.means)
const pronouns = wordSet('it, this, that')

/** "10:05 Latency alert" in the first half of a timeline; not "added an alert". */
const isAlarm = ({ words, kinds, late }: Sentence, at: number): boolean =>
  has(kinds, course) &&
  !late &&
  alarms.has(words[at] ?? '') &&
  !words.slice(Math.max(0, at - 4), at).some((word) => setups.has(word))

/** "Detected by: ...", "Identified: ..." */
function isLabelled(sentence: Sentence): boolean {
  const { marks, from } = sentence
  return indexAmong(sentence, 4, ':') > from && has(marks[from] ?? 0, notice | find)
}

/** "Users reported", "it was reported"; not "the team raised it with customers". */
const isReported = (sentence: Sentence, at: number): boolean =>
  isBefore(sentence, at, 5, people) ||
  sentence.words[at - 1] === 'they' ||
  isPassive(sentence, at) ||
  (isBefore(sentence, at, 5, staff) && !isAfter(sentence, at, 3, people))

/** "We were notified", "the vendor informed us", "customers contacted support"; not "the team informed customers". */
function isInformed(sentence: Sentence, at: number): boolean {
  if (isPassive(sentence, at))
    return (
      isBefore(sentence, at, 5, staff) &&
      !sentence.words.slice(Math.max(sentence.from, at - 4), at).some((word) => outsiders.has(word))
    )
  // "customers informed by mail": they were
  if (isBefore(sentence, at, 5, people)) return !/^(?:informed|notified|told)$/.test(sentence.words[at] ?? '')
  if (sentence.words[at + 1] === 'us' || sentence.words[at + 1] === 'me') return true
  return isAfter(sentence, at, 3, staff) && !isBefore(sentence, at, 5, staff)
}

const outsiders = wordSet('vendor*, provider*, leadership, management')
