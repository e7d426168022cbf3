/**
 * What the most copied templates tell their writers, a sentence of each part. Questions that a writer may answer below them are
 * left out. From Atlassian's handbook, https://www.atlassian.com/incident-management/postmortem/templates, and PagerDuty's
 * guide, https://response.pagerduty.com/after/post_mortem_template/, in its older wording too.
 */
export const templatePrompts: readonly string[] = [
  'Write a summary of the incident in a few sentences.',
  'Describe the sequence of events that led to the incident, for example, previous changes that introduced bugs that had not yet been detected.',
  "Describe how the change that was implemented didn't work as expected.",
  'Describe how the incident impacted internal and external users during the incident.',
  'Detail the incident timeline.',
  'Note any delays or obstacles to responding.',
  'Describe how the service was restored and the incident was deemed over.',
  'Note the final root cause of the incident, the thing identified that needs to change in order to prevent this class of incident from happening again.',
  'Review your engineering backlog to find out if there was any unplanned work there that could have prevented this incident, or at least reduced its impact?',
  'Now that you know the root cause, can you look back and see any other incidents that could have the same root cause?',
  'Discuss what went well in the incident response, what could have been improved, and where there are opportunities for improvement.',
  'Describe the corrective action ordered to prevent this class of incident in the future.',
  'Include a short sentence or two summarizing the contributing factors, timeline summary, and the impact.',
  'Include a short sentence or two summarizing the root cause, timeline summary, and the impact.',
  'Include a short description of what happened.',
  'Include a description of any conditions that contributed to the issue.',
  'Include a description of what solved the problem.',
  'Be very specific here and include exact numbers.',
  'Some important times to include: (1) time the contributing factor began, (2) time of the page, (3) time that the status page was updated (i.',
  'Some important times to include: (1) time the root cause began, (2) time of the page, (3) time that the status page was updated (i.',
  'List anything you did well and want to call out.',
  "List anything you think we didn't do very well.",
  'Each action item should be in the form of a JIRA ticket, and each ticket should have the same set of two tags:  “sev1_YYYYMMDD” (such as sev1_20150911) and simply “sev1”.',
  'This is a follow-up for employees.',
  'Briefly summarize what happened and where the postmortem page (this page) can be found.',
  'What are we telling customers, including an apology?',
]
