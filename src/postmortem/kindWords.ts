/** Sentences of the course task from which the format comes; a paper that quotes one is a paper, the task has many. */
export const taskPhrases = `must contain, read or watch, learning objectives, write a postmortem, to 600 words, get creative and invent,
  duration of the outage with start and end times, what was the impact, what was the root cause, when was the issue detected,
  how was the issue detected, actions taken (, debugging paths that were taken, individuals was the incident escalated to,
  how the incident was resolved, explain in detail what was causing, explain in detail how the issue was fixed,
  things that can be improved, like a todo, often what executives will read, keep it short, manual qa review, github repository :,
  background context, general requirements, quiz questions, at the end of this project, you are expected, for this project,
  it has 2 main goals, the rest of the company, failing is normal`

/** What a title says of an event that happened. */
export const events = `incident, outage, outages, postmortem, post mortem, mortem, failure, failures, downtime, disclosure, attack, breach,
  leak, leaked, exploit, compromise, takeover, down, crash, crashed, disruption, degradation, halt, halted, error, errors, bug, unavailable,
  broken, rca, root cause, corruption, loss, hang, hung, stuck, flood, exhaustion, expired, expiry, delay, delays, vulnerability, issue`

/** What a title says of another genre. */
export const templates = `template, templates, boilerplate`
export const runbooks = `runbook, playbook, procedure, procedures, checklist`
export const guides = `guide, guides, guidelines, tutorial, how to, howto, writing, handbook, policy, postmortem standard, mortem standard, process, best practices, what is, project,
  learning how, reporting`
export const reports = `audit, review of, proposal, roadmap, survey, faq, changelog`

/** Verbs that tell a writer what to put somewhere. */
export const instructions = `describe, list, explain, provide, include, outline, summarise, summarize, state, specify, detail, mention, note, insert, fill, enter,
  start by, identify, reflect, document, give, write, add, close with, itemized list, short summary, quick summary, covers, ensure, be,
  focus on, avoid, encourage, assign, lay out, link, attach, record, sequence, capture, indicate, briefly, concisely, please, clearly`

/** Sentences about documents in general. */
export const teachings = `should include, should contain, should be, should describe, should explain, should list, should provide, should cover, must include,
  must describe, must be, includes the, is a process, typically involve, typically involves, typically include, postmortem is, postmortem should, postmortems are, postmortems help, postmortems should,
  postmortems typically, how to write, follow these, you should, make sure to, this template, this section, this document should, this guide, this repository`

/** Words that send the reader to another page, and what is there. */
export const sending = `find, read, see, visit, view, check, click, available, found, posted, published, hosted`
export const wholes = `postmortem, mortem, analysis, article, post, report, blog, full, detailed, complete, medium, document`

/** The past tense, in which postmortems tell. Regular forms are told by their ending. */
export const pasts = `was, were, had, did, been, went, began, found, got, took, led, came, became, sent, saw, made, lost`

/** Where a template says what to put. */
export const slots = `go here, goes here, go in here, to be filled, fill in, filled in here`
