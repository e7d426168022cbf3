import { readBlocks } from '../src/postmortem/blocks.ts'
import { readEvidence } from '../src/postmortem/evidence/evidence.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import type { EvidenceKind } from '../src/postmortem/postmortem.ts'
import { readSections } from '../src/postmortem/sections.ts'

/** Sentences that say a thing, and sentences in the same words that do not; each under the title of its section. */
interface Table {
  readonly says: string
  readonly traps: string
}

const tables: Readonly<Record<Exclude<EvidenceKind, 'startEnd' | 'visual'>, Table>> = {
  validation: {
    says: `
      Resolution: We saw no more errors since the deploy.
      Resolution: Traffic is back to its baseline.
      Resolution: After the rollback all tests pass.
      Resolution: A request with \`curl\` returned \`200 OK\`.
      Resolution: We watched the graphs for an hour and the error did not come back.
      Resolution: Two users confirmed that they can log in again.
      Resolution: All pods are ready.
      Resolution: We checked that the site answers.
      Resolution: We ensured that the shop was back online.
      Resolution: The fix was tested in production and deployed everywhere.
      Resolution: Monitored for two hours with no recurrence.
      Resolution: Since then the alert has not fired again.
      Resolution: The success rate climbed to 99.9%.
      Resolution: Load fell back to 20% and latency to 80 ms.
      Resolution: The dashboard shows that requests succeed.
      Resolution: \`kubectl get nodes\` reports all nodes as \`Ready\`.
      Resolution: Customers told us that their exports work again.
      Resolution: We have seen no further timeouts.
      Resolution: The page loads and returns the expected text.
      Resolution: We made sure that new orders went through.
      Resolution: Ten test payments went through.
      Resolution: A look at the queue confirmed that nothing more is lost.
      Timeline: 10:40 The error rate drops to zero.
      Timeline: 10:40 Health checks pass again.
      Timeline: 10:40 QA signs off the fix.
      Timeline: 10:40 Metrics look normal.
      Timeline: 10:40 All services report healthy.
      Timeline: 10:40 Launch rate goes back to 100%.
      Timeline: 10:40 Two people confirm that builds start fine now.
      Timeline: 10:40 The on-call engineer sends the request again and gets \`200 OK\`.
      Timeline: 10:40 Site reachable again, confirmed from three networks.
      Timeline: 10:40 The incident is closed after a period of observation.
      Timeline: 10:40 Testing confirmed that most users had access.
      Root cause and resolution: The change was verified with a load test.
      Root cause and resolution: We reran the import to make sure that the fix works.
      Resolution: The rollout was validated in dev and prod.
      Verification: No missed blocks in the ten hours after the fix.`,
    traps: `
      Resolution: We restarted the server.
      Resolution: The rollback restored the old release.
      Resolution: We confirmed the cause in the logs and removed the index.
      Resolution: The team verified the report and blocked the address.
      Resolution: The fix was deployed to all nodes.
      Resolution: The image was rolled back to 4.2.
      Resolution: A test environment was built.
      Resolution: We should have tested the fix.
      Resolution: Nobody verified that the fix worked.
      Resolution: The token was checked into the repository.
      Resolution: Memory was set back to 512 MB.
      Resolution: The engineer confirmed that the disk was full.
      Resolution: We returned the traffic to the old cluster.
      Resolution: This ensured that only valid keys are used.
      Resolution: The status code was changed to 200.
      Resolution: A health check was added to the load balancer.
      Action items: Verify that backups can be restored.
      Action items: Test that all pods are ready after a deploy.
      Timeline: 10:00 We checked that the database was working.
      Timeline: 10:00 The server works normally until the deploy.
      Root cause: The test confirmed that the pool was exhausted.
      Root cause: The check passed although the service was down.
      Lessons learned: Monitoring worked as expected.
      Impact: The site remained available.
      Summary: The job must be verified by hand.`,
  },
  detection: {
    says: `
      Summary: Somebody on the support team saw that exports were empty.
      Summary: We were made aware of the outage by a partner.
      Summary: We got a report that the site was down.
      Summary: The on-call engineer was pinged about slow pages.
      Summary: An engineer noticed that queues were growing.
      Summary: A health check failed and paged the on-call.
      Summary: Customers wrote to us that their invoices were missing.
      Summary: A bot posted the failed build to our channel.
      Summary: We ran into an error while we prepared the release.
      Summary: The first ticket came in at 10:05.
      Summary: Support received calls about declined cards.
      Summary: A teacher told us that her class could not log in.
      Summary: The alarm for disk space went off.
      Summary: Our synthetic checks turned red.
      Summary: Complaints reached us through social media.
      Summary: It was found during a routine audit.
      Timeline: 10:00 Engineer discovered that the server was running as root.
      Timeline: 10:00 Pingdom says that the site is down.
      Timeline: 10:00 A driver calls support.
      Timeline: 10:00 Support hears from three customers at once.
      Timeline: 10:00 A customer writes that the link is broken.
      Timeline: 10:00 The engineer sent a request and received a \`500 Internal Server Error\`.
      Timeline: 10:00 PagerDuty incident opened.
      Timeline: 10:00 User opens an issue on GitHub.
      Timeline: 10:00 First message in Slack about failing builds.
      Timeline: 10:00 Team gets paged.
      Detection: Through a spike in the error graph.
      Detection: A colleague tried to deploy and could not.
      Discovery: Noticed by accident while looking at other logs.
      Impact: We only learned of it from a tweet.
      Summary: A security researcher disclosed the bug to us.
      Summary: The nightly test caught the failure.`,
    traps: `
      Summary: The site was down for an hour.
      Summary: Users could not see their orders.
      Summary: A customer saw the wrong invoice.
      Summary: We found the cause in the cache.
      Summary: The team discovered that the index was missing and rebuilt it.
      Summary: An alert would have told us.
      Summary: Users were notified by mail.
      Summary: The support team informed customers of the delay.
      Summary: The monitoring service itself was down.
      Summary: The alerting pipeline was slow.
      Summary: We told our customers about the incident.
      Summary: The root cause was identified as a full disk.
      Summary: The report was posted on our site.
      Action items: Alert when the disk is full.
      Action items: Notice missing invoices within a minute.
      Action items: Page the on-call when the check fails.
      Resolution: We found that the certificate had expired and renewed it.
      Resolution: A monitor was added that sends an alert.
      Root cause: The exporter reported the wrong size.
      Root cause: The proxy detected the header and dropped it.
      Timeline: 10:00 Deploy of release 12 begins.
      Timeline: 10:00 Issue was detected.
      Timeline: 10:00 The vendor is told about the leak.`,
  },
  falseLead: {
    says: `
      Timeline: 10:10 We thought the network was at fault, but it was fine.
      Timeline: 10:10 The DDoS theory was ruled out.
      Timeline: 10:10 Restarting the proxy made no difference.
      Timeline: 10:10 Suspected a bad release.
      Timeline: 10:10 The first fix did not work.
      Timeline: 10:10 Looked at DNS, which was a dead end.
      Timeline: 10:10 The team initially looked at the load balancer.
      Timeline: 10:10 A colleague had at first thought of the network.
      Timeline: 10:10 Checked the database, nothing wrong there.
      Timeline: 10:10 We blamed the cache for an hour.
      Timeline: 10:10 The vendor was asked and had no problem of its own.
      Timeline: 10:10 Rebooted the hosts without effect.
      Timeline: 10:10 The rollback did not bring the service back.
      Timeline: 10:10 The fix failed to resolve the issue.
      Investigation: We went down the wrong path for an hour.
      Investigation: At first it looked like a certificate problem.
      Investigation: There were no misleading paths.
      Investigation: We wrongly believed that the switch was broken.
      Investigation: What looked like an attack turned out to be a cron job.
      Investigation: The logs pointed to the wrong host.
      Investigation: Network logs were analyzed but showed nothing unusual.
      Investigation: Our first guess was memory, which proved wrong.
      Investigation: The firewall was excluded as a cause.
      Investigation: The alert sent us to the wrong cluster.
      Summary: The amended fix was not effective.
      Summary: We first took it for a problem of the provider.`,
    traps: `
      Timeline: 10:10 The template is restored.
      Timeline: 10:10 The cause is found in the proxy.
      Timeline: 10:10 We checked the logs.
      Timeline: 10:10 The wrong file was deleted.
      Timeline: 10:10 The engineer looked at the graphs.
      Timeline: 10:10 Nothing was deployed that day.
      Timeline: 10:10 Users could not log in without effort.
      Timeline: 10:10 As suspected, the disk is full.
      Summary: Links led nowhere for an hour.
      Summary: The search found nothing.
      Summary: An empty index had replaced the full one.
      Summary: Names did not resolve for 30 minutes.
      Summary: The service did not recover until noon.
      Root cause: The parser assumed that the field was a number.
      Root cause: The script deleted the wrong directory.
      Root cause: The retry had no effect on idle connections.
      Impact: No data was lost.
      Impact: Payments were not affected.
      Action items: Exclude the firewall from the checks.
      Action items: Avoid misleading alerts.
      Lessons learned: We assumed too much.`,
  },
  escalation: {
    says: `
      Timeline: 10:20 The database team is called.
      Timeline: 10:20 The issue was assigned to the backend engineer.
      Timeline: 10:20 Anna brought in the network team.
      Timeline: 10:20 We opened a ticket with the cloud provider.
      Timeline: 10:20 Support ticket opened at the provider for assistance.
      Timeline: 10:20 Escalated to SRE.
      Timeline: 10:20 We contacted the vendor's support.
      Timeline: 10:20 The on-call engineer proceeded to reach out to the payments team.
      Timeline: 10:20 The incident was handed over to the night shift.
      Timeline: 10:20 A second engineer joined the call.
      Timeline: 10:20 The CTO was informed.
      Timeline: 10:20 Security team looped in.
      Timeline: 10:20 Nobody else needed to be called.
      Timeline: 10:20 No escalation was needed.
      Timeline: 10:20 The provider is asked for help.
      Timeline: 10:20 The platform team took over.
      Timeline: 10:20 We consulted a specialist about the lock.
      Timeline: 10:20 Filed a support case with AWS.
      Timeline: 10:20 Senior engineers were pulled in.
      Timeline: 10:20 A call was set up with the developers of the library.
      Investigation: With the help of the network team we traced the packets.
      Investigation: The problem went to the operations team.
      Investigation: The support desk passed the case on to engineering.
      Investigation: We asked the storage team to look at the volume.
      Summary: Handled by the on-call alone, without escalation.
      Summary: The incident was raised to the operations team.`,
    traps: `
      Timeline: 10:20 The team restarted the proxy.
      Timeline: 10:20 The support team informed customers.
      Timeline: 10:20 Users were notified.
      Timeline: 10:20 We contacted the affected customers.
      Timeline: 10:20 I reached out to the maintainers of the affected projects.
      Timeline: 10:20 The error escalated to 50% of requests.
      Timeline: 10:20 The request is forwarded to the backend.
      Timeline: 10:20 The function is called twice.
      Timeline: 10:20 The node joined the cluster.
      Timeline: 10:20 The engineer took over an hour to find it.
      Timeline: 10:20 The proxy handed the request to another host.
      Timeline: 10:20 Traffic is transferred to the second region.
      Timeline: 10:20 The team found the cause.
      Timeline: 10:20 Privileges were escalated by the attacker.
      Timeline: 10:20 The team was alerted by the monitor.
      Timeline: 10:20 The address was assigned to another host.
      Action items: Escalate to the vendor earlier.
      Action items: Assign an owner to each alert.
      Lessons learned: We should have called the network team.
      Root cause: The hook called the old endpoint.
      Root cause: The release team had changed the limit.
      Summary: The job calls the billing service.
      Impact: Support cases raised, 3 in all.
      Timeline: 10:20 Customers opened support tickets.
      Timeline: 10:20 The request with the largest payload is logged.`,
  },
  takeaways: {
    says: `
      Lessons learned: Backups that nobody restores are no backups.
      Lessons learned: Test with production data.
      What went well: The alert fired within a minute.
      What went wrong: It took an hour to find the owner.
      Where we got lucky: It happened at night.
      Key takeaways: One host is no host.
      Conclusion: This outage taught us to test our backups.
      Conclusion: The incident shows how important alerts on disks are.
      Conclusion: We learned that a cache can hide a dead database.
      Conclusion: There was too little monitoring of the queue.
      Insights: Feature flags make rollbacks fast.
      Summary: The main lesson is that limits need alerts.
      Root cause: This incident was a reminder that certificates expire.`,
    traps: `
      Conclusion: The service was restored at noon and works.
      Conclusion: The outage of May 2 was caused by a full disk.
      Conclusion: We apologise for the trouble.
      Action items: Learn how to use the profiler.
      Action items: Document the lessons learned.
      Action items: Train the team on the importance of backups.
      Summary: We learned of the outage from a customer.
      Summary: We learnt important lessons and list our measures on another page.
      Timeline: 10:00 We learned that the disk was full.
      Root cause: The model learned the wrong labels.
      Resolution: It is important to restart the nodes in order.
      Impact: The lesson could not be opened by students.`,
  },
  impactQuantified: {
    says: `
      Summary: New notebooks did not start for all 900 users.
      Summary: 1,100 people had to log in again.
      Summary: Reports took ten minutes, for 40 customers.
      Summary: Maps were blank for a fifth of the drivers.
      Summary: Every reader got the mail twice, about 12,000 people.
      Summary: One payment in three failed.
      Summary: 6 out of 10 requests timed out.
      Summary: The error rate peaked at 34%.
      Summary: More than half of all logins failed.
      Summary: We lost about 3 million events.
      Summary: Between 200 and 300 orders were charged twice.
      Summary: It hit 85% of traffic.
      Impact: 12 tenants.
      Impact: 100% of requests failed.
      Impact: About 2 TB of logs are gone.
      Impact: Roughly 9k sessions.
      Impact: Revenue loss of $12k.
      Impact: 47 validators missed their blocks.`,
    traps: `
      Summary: One of the engineers deleted two clusters.
      Summary: All users were affected.
      Summary: 3 engineers worked on the fix.
      Summary: The site was down for 40 minutes.
      Summary: 2 hosts of the cluster failed.
      Summary: Disk usage was at 100% when writes failed.
      Summary: Release 12 failed.
      Summary: We fixed two bugs.
      Summary: Three deploys were needed to fix the errors.
      Impact: The site was slow.
      Impact: Some users saw errors for 2 hours.
      Impact: No users were affected between 10:00 and 11:00.
      Action items: Alert when 5% of requests fail.
      Root cause: Port 8080 was blocked.`,
  },
}

/** A list in which only the last of four items says something, as what ends an incident does, or the second. */
function document(title: string, sentence: string): string {
  const entry = /^\d\d:\d\d /.test(sentence)
  if (!entry) return `# Checkout outage\n\n## ${title}\n\n${sentence}\n`
  const late = sentence > '10:30'
  const others = [
    '10:00 Release goes out.',
    '10:01 Pages load slowly.',
    '10:35 Release is taken back.',
    '10:50 End.',
  ]
  const items = others.slice(0, late ? 3 : 0).concat(sentence, others.slice(late ? 3 : 1))
  return `# Checkout outage\n\n## ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}\n`
}

const saidIn = (text: string): Record<string, unknown> => {
  const [title = '', ...rest] = text.split(': ')
  const blocks = readBlocks(document(title, rest.join(': ')), parseMarkdown(document(title, rest.join(': '))))
  return { ...readEvidence(blocks, readSections(blocks)) }
}
const rows = (text: string): string[] => text.trim().split(/\n\s*/)

describe.each(Object.entries(tables))('%s', (kind, { says, traps }) => {
  test.each(rows(says))('says it: %s', (row) => expect(saidIn(row)).toHaveProperty(kind))
  test.each(rows(traps))('trap: %s', (row) => expect(saidIn(row)).not.toHaveProperty(kind))
})
