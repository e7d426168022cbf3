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
      Resolution: Verification: all nodes are in sync.
      Resolution: Errors have not occurred since.
      Resolution: We confirmed that customers could check out again.
      Resolution: All the alerting started to clear.
      Timeline: 10:40 Monitoring detected the server back online.
      Investigation and resolution: We verified that logins work.
      Resolution: A test ticket printed, and the queue stayed empty for an hour.
      Timeline: 10:52 Site restored (HTTP 200)
      Timeline: 10:50 Verified that the certificates are truly correct after the deployment
      Resolution: The weights were set again and tested to ensure that requests were now even.
      Resolution: Verified pool health with \`zpool status\`.
      Resolution: Verified no token remained in the history.
      Resolution: To be sure the problem was solved, we simulated high traffic and the server stayed responsive.
      Resolution: After restarting the service I refreshed the page and the site was displaying the content as expected.
      Resolution: A load test was run after the patch to make sure that the database could handle the traffic.
      Timeline: 10:52 Confirmed with the support team that customers can check out again.
      Timeline: 10:40 My attempt to log in again was successful.
      Resolution: Traffic numbers recovered at once when the record was fixed.
      Timeline: 10:40 Performance was restored to normal.
      Timeline: 10:42 students report that they can submit again
      Resolution: CI went green on main and on the three release branches, so the pin was sufficient.
      Summary: Traffic recovered, and our SREs monitored it through the night without seeing a relapse.
      Resolution: Watching the tail of the nginx log for ten minutes showed not a single 502.
      Resolution: We left canary hosts on the new build for two hours and saw no further OOM kills before continuing.
      Resolution: We sampled 200 accounts that had been affected and each showed the right balance.
      Resolution: Our status page checks flipped to up and Pingdom agreed a minute later.
      Resolution: Checksums of the restored objects were recomputed and agreed with the manifest.
      Timeline: 10:49 deploy done, sentry quiet
      Resolution: dig against all four authoritative servers returned the correct NS set.
      Timeline: 10:44 tried login myself, works. asked in #general, works for everyone else too
      Resolution: Then we are checking the website from phone and from the laboratory and it is loading normally.
      Resolution: We compared row counts between the restored table and the backup and they matched exactly.
      Resolution: We ran the integration suite against production twice and both runs came out green.
      Timeline: 11:15 customer who opened the first ticket writes back that exports work for her now
      Timeline: 10:40 System stability was monitored
      Resolution: After that we were able to connect to the host via SSH successfully.
      Resolution: The job was cancelled, and the site remained stable after that.
      Timeline: 10:40 The cluster reports no more hung pods.
      Resolution: After the restart it serves the status page normally.
      Timeline: 10:40 Verified that the vendor had patched all hosts.
      Resolution: The change was merged and checked on the staging site.
      Resolution: The routes were corrected, and the new distribution of requests verified.
      Timeline: 10:40 Everything is fine and uploads are working again.
      Timeline: 10:40 Two teachers reported that the error was fixed.
      Timeline: 10:40 It was reported in chat that the printer was able to start.
      Timeline: 10:40 Final checks. We verified that:
      Timeline: 10:40 Participation is above 95% again
      Resolution: After the restart we checked the site from several browsers and everything loaded.
      Resolution: We ran the test suite again and all tests passed.
      Resolution: Load testing was performed to make sure the new configuration holds.
      Resolution: Service was monitored for two hours with no recurrence.
      Resolution: Curl requests now return 200.
      Resolution: The error rate fell below 0.1% within five minutes.
      Resolution: Response times went back to their usual 120 ms.
      Timeline: 10:40 Verified that payments go through
      Timeline: 10:40 Confirmed with customers that they could log in again
      Timeline: 10:40 Dashboards all green
      Timeline: 10:40 Monitoring shows normal traffic levels
      Timeline: 10:40 No more errors in the logs
      Timeline: 10:40 Alerts cleared
      Timeline: 10:40 Post-fix testing confirmed that all endpoints respond
      Resolution: To validate the fix, the team replayed the failing requests and observed successful responses.
      Resolution: We kept an eye on the metrics for the rest of the day and saw no further spikes.
      Resolution: A final smoke test came back clean.
      Resolution: The health endpoint reported OK on all nodes.
      Resolution: Once the change was live, we watched the queue drain.
      Resolution: QA signed off on the fix in production.
      Resolution: Users reported that they were able to access the site again.
      Resolution: Extensive testing was done to ensure the stability of the system.
      Resolution: We loaded the page and got the expected output.
      Resolution: Tests across all regions came back green.
      Resolution: A curl to the server returned a 200 status code, which proved the fix.
      Resolution: We waited an hour and the problem did not come back.
      Resolution: We made sure everything was running as it should.
      Resolution: Confirmed by running the checker, which passed.
      Timeline: 10:40 Tested the website: all pages reachable
      Timeline: 10:40 Metrics back to baseline
      Timeline: 10:40 Team confirms full recovery
      Timeline: 10:40 Continuous monitoring to ensure stability
      Timeline: 10:40 Verification completed, service declared healthy
      Timeline: 10:40 Users confirm that uploads work
      Timeline: 10:40 Site responds with 200 from all monitors
      Resolution: The change was tested in staging before being rolled out, and traffic graphs recovered right after.
      Resolution: CPU usage went down to 20% after the fix.
      Resolution: Users were able to check out again, which we verified with three test orders.
      Resolution: A post-deployment check showed the queue processing normally.
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
      Verification: No missed blocks in the ten hours after the fix.
      Resolution: We compared the totals of all 4,100 orders with the bank statement and they are equal.
      Resolution: The new certificate was checked in 12 countries with an external tool.
      Resolution: All payments of the day were reconciled with the provider on Monday.
      Resolution: We looked at the heap for an hour: it stayed below 600 MB.
      Resolution: The engineers confirmed that jobs start.
      Timeline: 10:45 Error rate is zero for ten minutes.
      Timeline: 10:45 Mails go out again.
      Timeline: 10:45 Two schools answer that the app works.
      Timeline: 10:45 Checkout works again in all regions.
      Resolution: Within five minutes p99 latency was under 200 ms.
      Resolution: Latency fell from 9 s to 180 ms within a minute of the restart.
      Timeline: 10:45 Dashboards are green.
      Timeline: 10:45 Queue depth back under 50.
      Resolution: Three test orders were placed and all of them arrived.
      Timeline: 10:45 Site loads again from office and from mobile.
      Resolution: The curl to /health returned 200 from all six nodes.
      Resolution: Since then the job has run every night without an error.
      Timeline: 10:45 First successful build on main.
      Resolution: Replication lag went to zero at 11:20.
      Resolution: The nightly export of 3 April ran through, so the fix holds.
      Resolution: The customer who reported it first wrote that her report is complete now.
      Timeline: 10:45 Grafana shows CPU at 20 % and no errors.
      Resolution: We replayed the 200 requests that had failed; none failed this time.
      Resolution: We asked three customers to try, and all could pay.
      Timeline: 10:45 Success rate at 99.9 %.
      Resolution: The checksum of every file was compared with the one at the origin.
      Resolution: The laboratory compared its list with the record and found all 1,146 results present, with none duplicated.
      Resolution: Proof that it held: offset under 3 ms across a sample of 12 hours, 96 of 96 voting.
      Resolution: Proof of repair: a full sweep without a block, then one complete pass.
      Resolution: Acceptance: a synthetic series was passed through the test chain, and all 31 volumes appeared.
      Resolution: Afterwards we request every file from five regions, and each answers with the right hash.
      Resolution: The 404 rate stays at its usual 0.02 percent for the next 24 hours.
      Resolution: Rejection rate on that day was 0.4 %, same as the weekly average.
      Resolution: He uploaded a dummy round, and it appeared within five seconds on four different phones.
      Resolution: I rehearsed with a fake list of 5,000, and each fake reader got one email.
      Timeline: 10:45 Five consecutive composites complete and archived.
      Timeline: 10:45 The corrected shop is online and the test orders are fine.
      Timeline: 10:45 All 52 sites have reported for three polls in a row.
      Timeline: 10:45 The automatic refresh is mended and tested.
      Resolution: I ran 31 donated saves through it and counted the items before and after. Every count matched.
      Resolution: After the restart 500 test parcels were run at full speed, and all 500 arrived correctly.
      Resolution: Evictions on the new server stayed at zero all weekend.
      Resolution: Saturday dinner, with 52 orders per minute at peak, passed without one slow checkout.`,
    traps: `
      Resolution: Verify that logins work.
      Timeline: 10:40 The scheduler reports 200 pods failed.
      Resolution: We ran these commands to correct the ownership.
      Resolution: A load test showed where the limit was.
      Resolution: Restored 200 accounts.
      Resolution: We checked all dashboards for the cause.
      Resolution: Verified which tokens remained.
      Resolution: We tested why production was slow.
      Resolution: Verified the alert and restarted the server.
      Timeline: 10:40 Latency was back at the limit.
      Timeline: 10:40 The success rate dropped to 40%.
      Resolution: The server no longer responds normally.
      Resolution: Tests were not run.
      Resolution: The cluster should be monitored closely.
      Resolution: A monitoring job was added to keep the cluster stable.
      Timeline: 10:40 It was reported that the queue was still not working.
      Resolution: We were not able to connect successfully.
      Resolution: The pool was restarted, but the cause was never verified.
      Resolution: HTTP 200 responses were cached.
      Resolution: Nothing could be seen of the cause.
      Resolution: The queue should stay empty from now on.
      Timeline: 10:20 Verified the timeout with \`curl -v\` and the page still failed
      Impact: Builds were not completing normally.
      Resolution: This incident underscores the importance of reviews, tests and monitoring in ensuring the stability of our services.
      Cause: Nobody verified that no token remained in the history.
      Timeline: 10:40 We checked that the views might not be validating the fields the right way, but they were not the cause.
      Resolution: The queue had not recovered.
      Timeline: 10:40 Services were restored to normal operation.
      Resolution: We saw no other way than to restart.
      Timeline: 10:40 We saw no sign of the cause
      Root cause and resolution: The interval was too short, causing healthy instances to be marked as unhealthy.
      Timeline: 10:40 The queue did not remain stable.
      Resolution: Normally the job is restarted by hand.
      Timeline: 10:40 Two teachers reported that they were not able to log in.
      Timeline: 10:40 Root cause verified.
      Timeline: 10:40 Verified that the certificate had expired.
      Timeline: 10:40 The provider confirmed that its service was operational, but with a higher latency than usual.
      Root cause: We confirmed that the cause was a typo.
      Action items: Test changes before deployment
      Resolution: The team restarted the web server.
      Timeline: 10:40 fixed typo
      Resolution: The configuration was corrected and deployed.
      Resolution: The server was restarted at noon.
      Action items: Run load tests before each release
      Root cause: Tests passed in CI since the flag was off.
      Timeline: 10:40 deployed fix
      Resolution: We rolled back to version 4.2.
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
      Summary: The job must be verified by hand.
      Resolution: We restarted the server and the site came back.
      Resolution: The team will monitor the system for a week.
      Resolution: The team decided to compare both backups.
      Timeline: 10:45 Rolled back to 4.2.
      Timeline: 10:45 End of the incident.
      Timeline: 10:20 Error rate rises to 12 %.
      Timeline: 10:10 Confirmed that checkout fails in all regions.
      Timeline: 10:45 Restarted the workers to bring latency below 200 ms.
      Resolution: A rollback was started, and the site was restored at 11:20.
      Root cause: The health check returned 200 although the database was down.
      Root cause: The job works only when the queue is empty.
      Summary: Payments failed for 40 minutes.
      Resolution: We changed the pool size from 20 to 50.
      Timeline: 10:45 Maria checked the logs and found errors in the proxy.
      Investigation: We compared the configuration with staging and found that the port differs.
      Investigation: We looked at the dashboards and the latency was normal.
      Resolution: Restarting did not help and errors stayed at 12 %.
      Lessons learned: Monitoring worked and the rollback went well.
      Resolution: The service was restored by moving it to a new host.
      Resolution: We request a new certificate every year.
      Resolution: The key was moved and each gate downloaded it.
      Timeline: 10:45 All customers were informed.`,
  },
  detection: {
    says: `
      Detection: Thanks to an alert we knew at once.
      Detection: Time passed until a customer called.
      Investigation and resolution: An alert fired at 10:02.
      Detection: There was no alert, a customer called us.
      Timeline: 10:00 Sheriffs detect an infrastructure issue.
      Timeline: 10:00 An error message appeared on the screen.
      Timeline: 2025-12-03, evening: Cost spike detected via the billing page
      Summary: At 3 PM, users started calling the help desk to say that the portal was down.
      Timeline: 10:01 Notified that block generation was halted by a partner
      Summary: Parents called the school office because the portal displayed an error page.
      Timeline: 10:07 downdetector shows spike, twitter confirms
      Timeline: 10:12 ticket from the chemistry department, mail not arriving since morning
      Detection: CI on main turned red for a PR that touched only a README.
      Detection: A routine look at the bill showed that egress had quadrupled.
      Detection: Helpdesk phones started ringing at ten past eight.
      Timeline: 10:04 HighErrorRate fires for api-gateway
      Timeline: 10:01 Status 503 messages witnessed.
      Timeline: 10:01 Our monitoring system lit up with errors.
      Summary: Our engineer faced the issue upon opening the shop.
      Timeline: 10:01 ops received an email from the hosting provider:
      Timeline: 10:20 Nagios started sending notifications about high CPU
      Timeline: 10:20 Datadog monitors went red for the checkout service
      Timeline: 10:20 The support desk began getting calls about failed logins
      Timeline: 10:20 On-call engineer is woken by a page
      Timeline: 10:20 Anomaly in request latency picked up by our monitoring stack
      Timeline: 10:20 Issue was first noticed by a QA engineer during routine testing
      Timeline: 10:20 Our uptime robot pinged us on Slack saying the site is down
      Timeline: 10:20 Users start tweeting that they cannot log in
      Timeline: 10:20 A customer emailed support saying that the page was blank
      Timeline: 10:20 High error rate detected by Grafana dashboard
      Timeline: 10:20 I tried to open the website and got a 502
      Timeline: 10:20 While deploying a fix, the backend developer realised the API returned 500 for every call
      Timeline: 10:20 Sentry reported a spike in exceptions
      Timeline: 10:20 Multiple users complained of slow page loads through the helpdesk
      Summary: The problem came to our attention when a partner told us their webhook deliveries had stopped.
      Summary: We found out about the outage from Twitter.
      Summary: The incident was picked up by automated health checks.
      Detection: Our on-call saw the failing probe on the wall dashboard.
      Detection: Customers calling in.
      Detection: Automatic: Prometheus
      How was it detected?: The monitoring system flagged the abnormal memory usage.
      Summary: It was a teammate who saw that the queue had stopped moving.
      Timeline: 10:20 PagerDuty incident #4411 triggered
      Timeline: 10:20 CloudWatch alarm goes off
      Timeline: 10:20 The ops channel lights up with reports of failing builds
      Timeline: 10:20 Monitoring tools detected unusual traffic
      Timeline: 10:20 Curl to the server by the engineer returned Internal Server Error
      Timeline: 10:20 The issue was identified via a synthetic check
      Timeline: 10:20 Student noticed that the page kept loading
      Timeline: 10:20 A spike of 5xx was visible in our logs and an engineer raised an incident
      Timeline: 10:20 One of our developers was unable to reach the staging site and raised the alarm
      Timeline: 10:20 Health checks begin failing and ops are paged
      Timeline: 10:20 Email from the hosting provider about unusual traffic
      Timeline: 10:20 Discovery of the outage through a failed login attempt
      Timeline: 10:20 First report in the community forum
      Timeline: 10:20 (Detection): engineers notice 500s while checking the logs
      Summary: The team became aware of the problem through a Slack message from the sales department.
      Summary: Our monitoring did not catch it; a user pointed it out in chat.
      Summary: Several clients called to say that their dashboards were blank.
      Discovery: The outage was discovered by our automated monitoring.
      Discovery: Somebody on the team saw the error page.
      Detection: An SRE happened to look at the graphs and saw the drop.
      Timeline: 10:20 Pingdom reports the homepage as down
      Timeline: 10:20 The Apache server was found to be returning 500
      Timeline: 10:20 While testing the server, the student got a 500 error
      Timeline: 10:20 System administrator received a notification of service failure
      Timeline: 10:20 Spike in 502s flagged on the dashboard
      Timeline: 10:20 Validators in the chat report that the chain stopped producing blocks
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
      Summary: The nightly test caught the failure.
      Timeline: 10:02 UptimeRobot mails that the site is down.
      Timeline: 10:02 A customer replies with a photo of the error.
      Timeline: 10:02 Phone of the on-call rings.
      Timeline: 10:02 First call from a branch office.
      Timeline: 10:02 Ida sees the errors in the log.
      Timeline: 10:02 Alarm for disk space.
      Timeline: 10:02 Grafana alert: latency above 2 s.
      Timeline: 10:02 Student writes in the forum that upload is broken.
      Timeline: 10:02 Jo notices that the page is white.
      Summary: It was noticed by a reader who wrote to us.
      Summary: Nagios told us at 10:02.
      Summary: We learned of it from a tweet.
      Timeline: 10:02 Three mails in the support inbox: cannot log in.
      Discovery: A teacher could not open her class.
      Summary: Our own smoke test found it after the deploy.
      Timeline: 10:02 Cron job mails an error.
      Timeline: 10:02 Healthcheck red.
      Timeline: 10:02 Payroll calls the help desk: no transfer goes out.
      Timeline: 10:02 Two branches phone support.
      Timeline: 10:02 A contributor opens issue #7719: "wheel gone two minutes after upload".
      Timeline: 10:02 The silence sensor sends a text to the Sunday crew.
      Timeline: 10:02 Third missing product trips the freshness check, and the console turns amber.
      Timeline: 10:02 The "more than ten sites stale" alarm sounds in the control room.
      Timeline: 10:02 Line supervisor sees parcels stacking up and radios the control room.
      Timeline: 10:02 The queue monitor raised an alarm at 100 waiting messages.
      Timeline: 10:02 A reader named Priya writes to ask why she has three copies. That's how I find out.
      Timeline: 10:02 The control room siren sounds.
      Timeline: 10:02 The referee's tablet beeps because a robot has sent no heartbeat.`,
    traps: `
      Timeline: 10:02 Customers were informed by mail.
      Timeline: 10:00 Auditors discover a typo in the text.
      Timeline: 10:05 Added an alert on latency.
      Timeline: 10:20 The team raised it with customers.
      Timeline: 10:00 The deploy starts, and a new menu appeared on the screen.
      Action items: Add a check that can detect an infrastructure issue.
      Action items: Leaks are detected via the scanner.
      Lessons learned: Alerts should page a person and not only write to a channel.
      Timeline: 10:44 Monitoring shows that latency is back to normal.
      Timeline: 10:45 customers informed by mail
      Detection: We have no dashboards for this subsystem.
      Detection: Time to detect was 14 minutes.
      Detection: An alert on queue depth would have caught this an hour earlier.
      Root cause: The notification server failed to notify the team of the issue.
      Timeline: 10:35 Everybody received an email from the director.
      Action items: Add monitoring to detect failures early
      Resolution: The engineer found the bug in the config and fixed it.
      Root cause: A typo in the file name.
      Action items: Set up alerts for disk usage
      Resolution: The team notified customers that service was restored.
      Resolution: We found that the config file had a typo and fixed it.
      Action items: Alert on-call when disk is full
      Root cause: The monitoring agent used too much memory.
      Resolution: Engineers observed that latency was back to normal.
      Action items: Improve error reporting to customers
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
      Timeline: 10:00 The vendor is told about the leak.
      Timeline: 10:45 An alert was added.
      Root cause: The alert was switched off in March.
      Lessons learned: We had no alert on the disk.
      Action items: Alert on lag.
      Root cause: The job mails a report each night.
      Resolution: The team wrote a new alert.
      Timeline: 10:40 We contact support of the vendor.`,
  },
  falseLead: {
    says: `
      Timeline: 10:30 The missing index page was a false positive
      Investigation: The on-call engineer mistakenly treated the alert as one of the reboot.
      Investigation: Our initial thoughts were a leak in the cache.
      Timeline: 10:20 The network was suspected, but pings came back
      Investigation: We were ready to blame the database, but it was innocent.
      Timeline: 10:20 That wasn't the issue, so I tried the next thing.
      Investigation: The error message pointed us at the certificate, which was in fact fine.
      Resolution: Our first attempt to fix it by restarting MySQL failed.
      Timeline: 10:25 Cleared the cache. Still seeing 500s.
      Investigation: We spent time debugging the front-end code before we realized that the API was failing.
      Timeline: 10:23 added index on created_at, query still slow
      Investigation: Clearing the CDN cache seemed to help at first, but that was just the lunch dip in traffic.
      Investigation: Raising the timeout to 60 s merely moved the failure to the next hop.
      Investigation: I thought my code is wrong and I rewrote the whole function, but the problem was the cable.
      Investigation: Vacuuming the table by hand got us nowhere.
      Investigation: Draining the Frankfurt PoP was the wrong call, as load went to Paris and tipped it over too.
      Lessons learned: We held on to the deploy theory for far too long.
      Investigation: We misread the graph, the axis was in UTC.
      Investigation: Blocking the crawler's IP range brought no relief.
      Investigation: Initially treated as a client-side issue, users were told to clear their cookies.
      Investigation: We reinstalled node_modules, changed node version, rebooted the laptop, nothing worked.
      Resolution: The first hotfix did not fix it.
      Investigation: An attempt to fail over to the standby had to be abandoned as the standby was just as broken.
      Investigation: Two of us were chasing a memory leak that did not exist.
      Timeline: 10:17 suspect bad disk on db-4, swapped, same symptoms
      Investigation: The log said out of memory, so we doubled the heap, and it crashed again ten minutes later.
      Timeline: 10:30 rolled back 4.12, errors continue
      Investigation: We wasted most of the evening on the garbage collector.
      Timeline: 10:28 not the firewall after all
      Investigation: Scaling out to twice as many pods only made the contention worse.
      Investigation: There were no detours, the stack trace pointed straight to the line.
      Timeline: 10:21 looks like DNS
      Investigation: For an hour we were convinced it was a DDoS.
      Timeline: 10:10 Rolled back, but it had the same problem
      Timeline: 10:01 Initially, we explored slow queries as a potential cause.
      Summary: The initial strategy to restart all hosts was not successful.
      Timeline: 10:01 The failure was dismissed as a holdover from the day before.
      Timeline: 10:01 All pending pods were deleted, but the cluster is still full.
      Timeline: 10:01 Attempting to roll back the upgrade, every new node had the same problem
      Summary: The first change addressed symptoms rather than causes.
      Lessons learned: At first the team understood that the flag would disable the feature. However, the inverse was true.
      Timeline: 10:01 Initial investigation suggested a possible error of the router.
      Timeline: 10:01 Kim was suspecting a storage issue again, but the storage reports all normal
      Investigation: At first we thought the database was to blame, but its metrics were fine.
      Investigation: Initially, the load balancer was suspected, however it turned out to be healthy.
      Investigation: We spent an hour looking at the CDN before realising it had nothing to do with it.
      Investigation: Our first theory, a DDoS attack, was discarded.
      Investigation: Checking the firewall rules led nowhere.
      Investigation: The initial assumption was that a network failure had occurred.
      Investigation: The team wrongly assumed the issue was caused by the recent deployment.
      Investigation: There were no misleading paths.
      Investigation: We initially believed that traffic was the reason, which proved false.
      Investigation: The logs pointed us in the wrong direction.
      Investigation: Increasing the memory limit had no effect.
      Investigation: The team first looked into the database, which turned out fine.
      Investigation: It was assumed that a recent deployment had broken the cache, which was not the case.
      Investigation: A possible DDoS was considered and excluded.
      Investigation: Time was lost on the assumption that DNS was at fault.
      Investigation: The engineers thought the server had run out of memory.
      Timeline: 10:20 Checked database connections, nothing wrong there
      Timeline: 10:20 Restarting Nginx did not solve the issue
      Timeline: 10:20 Hypothesis: network congestion. Discarded after checking traffic
      Timeline: 10:20 Believed to be a problem with the ISP
      Investigation: Misleading investigation: we assumed a hardware failure.
      Investigation: We did not follow any wrong paths.
      Investigation: The first suspicion fell on the CDN.
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
      Summary: We first took it for a problem of the provider.
      Investigation: The network was suspected, checked and cleared.
      Investigation: A clock drift was suspected; NTP is fine.
      Timeline: 10:20 A rollback changes nothing.
      Investigation: The first theory was the new banner, which only changes a colour.
      Investigation: We looked at the load balancer first, but it had nothing to do with it.
      Timeline: 10:20 Restart of the proxy, no effect.
      Timeline: 10:20 Suspect the DNS, but records are right.
      Investigation: For half an hour we blamed the deploy of the day, which touched other code.
      Timeline: 10:20 We roll back the release; errors go on.
      Timeline: 10:20 Scaling up does not help.
      Investigation: We first believed the disk was broken. SMART reported no errors.
      Investigation: The release was rolled back, without effect, since the cause was elsewhere.
      Investigation: An attack was considered first, yet traffic was as usual.
      Investigation: It was not the database: its load was low all night.
      Investigation: Nothing pointed the wrong way; the first guess was right.
      Investigation: We lost an hour on the firewall.
      Timeline: 10:20 DNS cleared as a cause.
      Investigation: Memory was checked and found in order.
      Investigation: A second hypothesis, a full disk, did not hold.
      Timeline: 10:20 Restarted all pods. Errors come back after a minute.
      Investigation: It was suspected that the firewall dropped packets, but counters showed no drops.
      Timeline: 10:12 Suspected the cache; hit rate is normal.
      Timeline: 10:15 Buildings A and D have the same error, so the WiFi idea was wrong.
      Timeline: 10:15 Peer count is down from 70 to 22, so we blame the provider and move to the backup uplink.
      Timeline: 10:15 The meters look odd, so we reckon the mixer has died. We swap it for the spare, and still hear hiss.
      Timeline: 10:15 A visitor's own phone shows the same empty page, which rules the browser out.
      Timeline: 10:15 Staff suspect the new browser. Three machines are set back to the old version.
      Timeline: 10:15 The repeater tests healthy. The lightning idea is abandoned.
      Timeline: 10:15 Supplier diagnostics cleared the analysers, and this line of enquiry was closed.
      Timeline: 10:15 Icing dismissed as an explanation.
      Timeline: 10:15 A customer who clicked once is charged double too. The button is out of the question.
      Timeline: 10:15 It wasn't the disk: all writes were fast.
      Timeline: 10:15 Both operators report normal traffic. The storm explains nothing.
      Timeline: 10:15 Scores vanish on the hotspots as well. Wi-Fi is innocent.
      Timeline: 10:15 The clearing house certifies a single delivery. That presumption is dropped.
      Timeline: 10:15 All carriers fail equally, so this trail leads nowhere.
      Timeline: 10:15 Old formula, same frozen queue. Wrong tree.`,
    traps: `
      Timeline: 10:20 Most metrics looked normal, except for the revenue.
      Timeline: 10:05 We never thought that it could be that slow.
      Timeline: 10:20 Feedback was positive.
      Timeline: 10:20 The disk was full after all.
      Timeline: 10:20 A hardware fault as the cause could not be excluded.
      Timeline: 10:20 The cache was suspected, but nobody looked at it yet
      Lessons learned: Alerts that are a false positive wake people.
      Root cause: A file was mistakenly deleted.
      Lessons: Nobody knew that the alert wasn't an issue of ours.
      Cause: The developer assumed that the field was never empty.
      Summary: During the deployment, a record failed to resolve for ten minutes.
      Investigation: We found no evidence of privilege escalation.
      Summary: The key was exposed, but there is no evidence of access to customer data.
      Timeline: 10:23 Deployed the fix, still monitoring
      Impact: Users tried to reload the page without success.
      Investigation: We suspected the new index and dropping it solved the problem.
      Timeline: 10:01 The alert was dismissed by the engineer.
      Lessons learned: Address the actions quickly, since the same issue was covered last month.
      Timeline: 10:01 Both regions showed the same problem
      Root cause: Initial load tests suggested that the pool was large enough.
      Timeline: 10:01 Traffic was restored, but some users still saw old pages until their caches expired.
      Root cause: The server believed that the key was valid.
      Timeline: 10:20 Checked the logs and found a typo
      Action items: Do not assume that backups work
      Root cause: The code assumed that the list is sorted.
      Timeline: 10:20 Looked at the logs and found a stack trace
      Resolution: The wrong file name was corrected.
      Action items: Review our assumptions about capacity
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
      Lessons learned: We assumed too much.
      Investigation: We suspected the pool, and the logs bore it out.
      Investigation: The team checked the logs and found the error.
      Root cause: The script did not check the wrong file.
      Timeline: 10:20 Rolled back; errors stop.
      Investigation: The network was checked.
      Impact: Nothing changed for readers.
      Impact: No evidence of access to data was found.
      Root cause: The first request after a restart fails.
      Resolution: A restart helped.
      Investigation: It was suspected that the pool was full, and no connection was free.
      Investigation: The suspected host was restarted and errors stopped.
      Timeline: 10:20 Considered a rollback, but the fix was ready.
      Timeline: 10:20 More pods added; errors decrease.
      Investigation: It was not the first time.
      Investigation: It was not the plan to restart: the host did so by itself.
      Investigation: We thought about a rollback and it was the right decision.
      Timeline: 10:15 The wrong idea of the time zone was in the job.
      Timeline: 10:15 The old release is abandoned.
      Summary: We believe this was a total outage.
      Timeline: 10:15 The fix rolls out.
      Timeline: 10:15 The alert cleared the screen.
      Timeline: 10:15 The rules filter traffic out.
      Timeline: 10:15 It was not the first time, and the team knew.`,
  },
  escalation: {
    says: `
      Timeline: 10:02 An alert pages the payments team.
      Summary: After the alert fired, we paged the database team.
      Escalation: Ada was the sole responder.
      Detection: No one else was notified because I was there.
      Timeline: 10:30 The vendor was dragged into the call.
      Timeline: 10:30 Two maintainers were recalled from vacation.
      Timeline: 10:30 Database heroes summoned to the rescue!
      Timeline: 11:00 Database team is escalated; a review shows replication lag.
      Timeline: 9/10 19:00 The issue was forwarded to the night crew on call
      Investigation: The incident was handled within the team and there was no need to bring in anyone else.
      Timeline: 10:08 On-call engineer declares a sev 1 and wakes up two more SREs.
      Investigation: This incident did not scale to any other team.
      Summary: In consultation with our upstream we moved the prefix.
      Timeline: 10:40 Northwind notified
      Investigation: We transfer the problem to the vendor of the storage and they sent a technician.
      Detection: The night operator rang the secondary because the primary did not pick up.
      Timeline: 10:31 still stuck, asking Hiroshi who wrote this part
      Resolution: Our professor was told and he arranged that the data centre staff press the reset button.
      Investigation: Release engineering was dragged in because only they may push to the mirror.
      Investigation: It never left the team.
      Investigation: We engaged an external forensics firm on day two.
      Investigation: Three more people came onto the call at our request, among them the one who had designed the sharding.
      Investigation: When two hours had passed the incident was put in the hands of the major incident team.
      Investigation: Our team of two did everything ourselves and did not ask anyone.
      Investigation: Our hosting company was asked to look at the hypervisor.
      Detection: The page went unanswered for 15 minutes and rolled over to the engineering manager.
      Timeline: 10:35 follow-the-sun handover to the Sydney team
      Investigation: The on-call had no access to the registrar and had to get our founder out of bed.
      Resolution: With the restore stuck we got hold of our former DBA, who kindly logged in from his holiday.
      Timeline: 10:40 CTO on the bridge
      Investigation: SEAL 911 was contacted and three of their members joined our call.
      Investigation: I did not know what to do, so I called my supervisor.
      Investigation: After half an hour without progress the on-call woke up the tech lead.
      Timeline: 10:20 Kofi brings in networking
      Timeline: 10:01 Assigned team to investigate further
      Timeline: 10:01 Ada loops in Grace
      Timeline: 10:01 The issue was sent to the network support team to troubleshoot it.
      Timeline: 10:01 Ms. Alder assigned to investigate the issue.
      Timeline: 10:20 The issue was handed to the database team
      Timeline: 10:20 Brought in the network engineers
      Timeline: 10:20 Incident escalated to senior engineers
      Timeline: 10:20 Called the hosting provider
      Timeline: 10:20 We opened a case with AWS support
      Timeline: 10:20 The DevOps team was looped in
      Timeline: 10:20 Pulled in Maria from the platform team
      Timeline: 10:20 The backend team got involved
      Timeline: 10:20 War room opened with SRE and security
      Timeline: 10:20 Reached out to Cloudflare for help
      Timeline: 10:20 Development team was informed and started working on it
      Timeline: 10:20 Ticket assigned to the infrastructure team
      Timeline: 10:20 The CTO was notified
      Timeline: 10:20 The on-call DBA joined the call
      Timeline: 10:20 Forwarded to the engineering team for further investigation
      Timeline: 10:20 Second-line support took over the investigation
      Timeline: 10:20 We asked the vendor to look at the logs
      Timeline: 10:20 The problem was passed along to the lead developer
      Investigation: No escalation was needed.
      Timeline: 10:20 Database administrators were contacted
      Timeline: 10:20 The incident was raised to the infrastructure lead
      Timeline: 10:20 Network team joined the investigation
      Timeline: 10:20 Senior developer called in to help
      Timeline: 10:20 The case was transferred to tier 2
      Timeline: 10:20 Issue reported to the web team
      Timeline: 10:20 Got help from a colleague in the data team
      Timeline: 10:20 Escalation to the DBA on duty
      Timeline: 10:20 Security was brought in to rule out an attack
      Timeline: 10:20 Requested support from the ISP
      Timeline: 10:20 The on-call engineer paged the storage team
      Timeline: 10:20 The software engineering team was alerted
      Timeline: 10:20 The task was given to the DevOps engineers
      Timeline: 10:20 Worked together with the front-end team
      Investigation: The on-call engineer handled it alone, nobody else was involved.
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
      Summary: The incident was raised to the operations team.
      Timeline: 10:20 Bea phones Otieno from the database team.
      Timeline: 10:20 Jan pulls in @rosa.
      Timeline: 10:20 On-call calls the network team.
      Timeline: 10:20 Storage team joins.
      Timeline: 10:20 Ida asks Mireille to join.
      Timeline: 10:20 On-call wakes the database team.
      Timeline: 10:20 Handed to the platform team.
      Timeline: 10:20 Incident handed over to Priya.
      Investigation: A ticket was opened with AWS support.
      Investigation: We asked the provider for help, who answered after an hour.
      Timeline: 10:20 Secondary on-call joins.
      Timeline: 10:20 CTO informed.
      Investigation: The on-call pulled two colleagues from the storage group into the chat.
      Timeline: 10:20 Sent the case to the vendor.
      Investigation: The database administrators were called in.
      Timeline: 10:20 Kofi brings Ama (DBA) into the channel.
      Investigation: No one else had to be called.
      Investigation: It stayed with the on-call engineer, nobody was called in.
      Timeline: 10:20 Incident declared, Ann takes command.
      Timeline: 10:20 @tom hands over to @ines for the night.
      Timeline: 10:20 We contact Stripe.
      Timeline: 10:20 Called Hetzner.
      Timeline: 10:20 Support engineer of the hosting company takes over.
      Timeline: 10:20 Ann messages Ravi at the registrar.
      Timeline: 10:20 Paged the storage engineer.
      Timeline: 10:20 Second engineer joins to help.
      Investigation: We rang a technician of the provider.
      Timeline: 10:15 Out of ideas, I call my friend Marcus, who does this for a living.
      Timeline: 10:15 Helen gives up on the export theory and rings Raj, who set up our hosting.
      Timeline: 10:15 The help desk passes the problem to the systems librarian and to the office.
      Timeline: 10:15 Duty officer calls the radar scientist, and the chief forecaster is told.
      Timeline: 10:15 Frau Albers calls our web agency and reaches Herr Demir.
      Timeline: 10:15 The controller phones the control systems manager, who rings the carrier.
      Timeline: 10:15 The manager was called in and brought the security team onto the bridge.
      Timeline: 10:15 Ananya fetches Dr. Menon, the faculty advisor.
      Timeline: 10:15 Gerald telephones the hosting desk and asks for an engineer.
      Timeline: 10:15 Dana brings the storage team on board.`,
    traps: `
      Timeline: 10:20 Users contacted support.
      Timeline: 10:02 Pagers alerted the team.
      Timeline: 10:02 Datadog alerted the responsible engineers.
      Summary: Monitoring of the index rate alerted SRE to a problem.
      Summary: For any question, please reach out to our support team.
      Summary: Incident commander: the platform team.
      Timeline: 10:20 An engineer forwarded the logs.
      Timeline: 10:20 A customer opened a support ticket.
      Resolution: Somebody should have contacted Maria.
      Timeline: 10:20 Users reported to the support team that pages were slow.
      Timeline: 10:20 Nobody informed our customers.
      Lessons learned: Cases should be passed to the operations team sooner.
      Timeline: 10:20 Customers notified
      Timeline: 10:20 We decided to scale up for the teams.
      Lessons learned: Please reach out to us with any question.
      Impact: No one else was affected.
      Impact: Users were recalled to the waiting room.
      Timeline: 11:00 Privileges of the team account are escalated by the script.
      Timeline: 10:40 Restarting the hub also woke up the culling process.
      Investigation: The service did not scale to the load.
      Investigation: No evidence of privilege escalation via this user
      Timeline: 10:31 Asked customers for patience
      Timeline: 10:01 The script loops in the background
      Timeline: 10:01 The request was sent to the server.
      Timeline: 10:01 Incident response team started to look for the cause.
      Timeline: 10:20 The engineer restarted the server
      Timeline: 10:20 Customers were notified of the outage
      Action items: Escalate faster to the DBA team
      Timeline: 10:20 CPU usage escalated to 95%
      Timeline: 10:20 The team found the bug
      Timeline: 10:20 We notified users on the status page
      Root cause: Memory use escalated quickly.
      Action items: Define an escalation path to the DBA team
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
      Timeline: 10:20 The request with the largest payload is logged.
      Timeline: 10:20 Customers call the support team.
      Timeline: 10:20 The team calls the API of the provider.
      Timeline: 10:02 Monitoring pages the on-call engineer.
      Timeline: 10:02 Mark joins the two tables.
      Timeline: 10:20 The team joins the dots.
      Root cause: The worker calls the provider for each order.
      Root cause: A process that nobody was told of wakes the database each night.
      Lessons learned: Nobody was told when the disk was nearly full.
      Timeline: 10:20 We email customers about the delay.
      Timeline: 10:20 The team asks customers to log in again.
      Action items: Call the vendor about the quota.
      Timeline: 10:20 Status page updated, customers informed.
      Timeline: 10:20 The team calls a meeting for the next day.
      Timeline: 10:20 Users phone the branch.
      Timeline: 10:04 Alertmanager pages Jan.
      Timeline: 10:20 Jan brings the server back.
      Timeline: 10:20 Ann pulls the image from Docker Hub.
      Timeline: 10:20 We called kubectl drain on node 3.
      Timeline: 10:20 Node 4 joins the cluster.
      Timeline: 10:20 New members join.
      Timeline: 10:20 The job contacts the broker.
      Investigation: The calls to Stripe failed.
      Investigation: The pages of the shop were slow.
      Timeline: 10:15 The scheduler calls the script.
      Timeline: 10:15 We pass the problem parameter to the script.
      Timeline: 10:15 A customer calls in the bakery and reads us her bookings.`,
  },
  takeaways: {
    says: `
      Lessons learned: To test restores is worth the time.
      Lessons learned: Always be ready to roll back.
      Summary: I learned my lesson: prepare for the worst.
      Action items: The incident underscores the importance of thorough tests.
      Summary: Coffee was spilled on the host, reminding us all to keep drinks away.
      Lessons: Always test configuration before deployment
      Conclusion: This incident taught us the importance of staging environments.
      Key takeaways: Keep backups.
      Summary: The lesson here is that monitoring matters.
      Conclusion: We learned that a typo can take a site down.
      Conclusion: In conclusion, this outage highlighted the need for better testing.
      Conclusion: This postmortem underscores the value of redundancy.
      Lessons learned: We need better staging.
      Conclusion: The incident showed us that manual changes are risky.
      Conclusion: Going through this taught the team to test first.
      Summary: One lesson: read the logs first.
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
      Lessons learned: None so far.
      Lessons learned: See the retrospective document of the web team.
      Lessons learned: To be filled in after the meeting on Thursday.
      Resolution: We fixed the typo.
      Conclusion: The outage lasted two hours and was resolved.
      Conclusion: Thank you for your patience.
      Resolution: The index was rebuilt.
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
      Summary: A full outage for 100% of users.
      Impact: 40% of free accounts could not log in.
      Impact: Errors for 30% of those who used the app.
      Summary: Errors hit two of the websites.
      Summary: 30-35% of the users were affected.
      Summary: 500 staff were affected by this outage.
      Summary: TVL fell by 4.6 million USD as a consequence of the oracle mispricing.
      Summary: Personal details of 1,046 members were exposed.
      Timeline: 10:22 we count 7,200 devices offline
      Impact: The mirror served corrupted packages to 71 distinct IP addresses.
      Impact: Throughput of the ingest cluster dropped by two thirds and 41 million events were shed.
      Impact: Nobody except the two of us and our 15 beta testers was affected.
      Impact: 57 nightly backups missing across the fleet.
      Impact: 3 out of 12 printers in the library stayed unusable.
      Impact: Fourteen repositories showed stale pull requests.
      Impact: The whole dormitory, that is 3 buildings with 450 residents, had no internet.
      Summary: Three students reported problems with their notebooks.
      Summary: The bug slashed 133 validators so far.
      Impact: 70 failures were caused by the outage.
      Summary: At peak, 60 PRs were stuck in the merge queue.
      Summary: The vault still holds trapped assets worth about $17k.
      Timeline: 10:01 Webhook check failing (115 of 117 deliveries failed)
      Timeline: 10:01 Availability metric reaches 0%.
      Timeline: 10:01 Launch success drops to zero.
      Impact: Around 3,500 users could not log in.
      Impact: 75% of requests failed.
      Summary: The outage hit 30 percent of our customers.
      Impact: Two thirds of visitors saw an error page.
      Impact: We lost an estimated $12,000 in sales.
      Impact: Roughly one in five API calls timed out.
      Impact: About 120 orders were not processed.
      Impact: Half of the customer base experienced slow loading.
      Impact: A total of 14 validators missed 2,300 blocks.
      Summary: Nearly 40% of our users were experiencing slowness.
      Summary: The service was unavailable to 2 million people.
      Impact: Users affected: 8,000
      Impact: An estimated 90 % of the traffic was dropped.
      Summary: This affected 20 % of the user base.
      Impact: Users: 45% saw errors, the rest slow pages.
      Impact: 60 customers opened tickets.
      Impact: 15,000 emails were delayed.
      Impact: Three merchants were unable to take payments.
      Impact: Revenue loss of roughly 4k EUR.
      Impact: 85% of users were unable to reach the site.
      Summary: About a quarter of all students could not submit.
      Impact: 3 TB of data were lost.
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
      Impact: 47 validators missed their blocks.
      Impact: 21,000 searches came back empty.
      Impact: One in five episodes could not be played.
      Impact: All 640 learners.
      Impact: 12 shops could not print.
      Summary: About 3,400 orders were charged twice.
      Impact: Every third request failed.
      Summary: For 40 minutes 7 of 9 sites showed an error page.
      Impact: Affected: 1,200 students
      Impact: Two customers had to wait a day for their parcels.
      Impact: Roughly a fifth of our riders got no push message.
      Summary: 4 GB of logs are gone.
      Impact: Sales were 30 % lower than on other Mondays.
      Impact: 190 tickets in the helpdesk.
      Impact: $4,000 of refunds.
      Impact: 87 emails bounced.
      Summary: A disk was full and 2,100 searches failed.
      Summary: On Monday 640 salaries were paid a day late.
      Summary: Six matches were postponed and 18 teams had to wait.
      Summary: For an hour 18 matches were postponed.
      Summary: Altogether 3,870 parcels had to be sorted a second time by hand.`,
    traps: `
      Impact: Errors began when the volume was 98% full.
      Summary: The service is used by 40 customers.
      Cause: Builds take 30-35 seconds.
      Summary: 3 staff worked on the switch.
      Impact: 3 failing checks of the monitor.
      Summary: The bill of 300 USD was paid on time.
      Impact: The delay affected both the client and our meetings.
      Summary: It was found that one of the configuration files has an error.
      Summary: Two engineers looked at the problem.
      Root cause: After 3 failures the breaker opens.
      Summary: 2 of 3 hosts were upgraded.
      Timeline: 10:40 Error rate drops to zero.
      Timeline: 10:01 Replicas dropped to zero.
      Impact: Many users could not log in.
      Summary: From 10:00 to 11:00 the site was down for 60 minutes.
      Root cause: The server had 4 workers and 8 GB of memory.
      Impact: The website was unreachable.
      Impact: Some customers saw errors.
      Summary: The outage lasted 2 hours on 3 May 2024.
      Impact: HTTP 500 errors on port 8080.
      Root cause: The pool had 10 connections for 40 workers.
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
      Root cause: Port 8080 was blocked.
      Impact: Users saw errors for 40 minutes.
      Impact: The site has 3 servers.
      Summary: Version 4 of the API was down.
      Impact: The API returned 500.
      Summary: Two engineers worked on it for 3 hours.
      Impact: No data was lost.
      Root cause: The pool has 20 connections.
      Summary: We deployed 3 changes and one of them broke search.
      Impact: Severity 2.
      Impact: 20 minutes of slow pages.
      Impact: Two alerts fired.
      Impact: Version 3 was affected.
      Impact: 2 hours, 10 minutes
      Impact: Medium (P2)
      Impact: One of the services was down.
      Summary: It began when 3 workers failed.
      Summary: After 2 failed deploys we stopped.`,
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
