import { readBlocks } from '../src/postmortem/blocks.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'
import { readPlaceholders } from '../src/postmortem/placeholders.ts'
import { readSections } from '../src/postmortem/sections.ts'
import { templatePrompts } from '../src/postmortem/templatePrompts.ts'

/** `line form value` for each placeholder. */
function placeholders(source: string): string[] {
  const tree = parseMarkdown(source)
  const blocks = readBlocks(source, tree)
  const found = readPlaceholders(source, tree, blocks, readSections(blocks))
  return found.map(({ form, value, at }) => `${at.start.line} ${form} ${value}`)
}

test.each([
  ['Impact: TBD.', ['1 gap TBD']],
  ['It took ??mins and hit ?? % of users.', ['1 gap ??mins', '1 gap ?? %']],
  ['Began on YYYY-MM-DD at HH:MM UTC.', ['1 gap YYYY-MM-DD', '1 gap HH:MM']],
  ['See [Insert link to diagram] by [name].', ['1 gap [Insert link to diagram]', '1 gap [name]']],
  ['See {{ incident_title }}.', ['1 gap {{ incident_title }}']],
  ['Called <your-name> at <time of call>.', ['1 gap <your-name>', '1 gap <time of call>']],
  ['<Put the fix here, or "none", in a line.>', ['1 gap <Put the fix here, or "none", in a line.>']],
  ['## Owner: <Put a name here or "nobody">', ['1 gap <Put a name here or "nobody">']],
  ['<Short text, 1-2 sentences, e.g.', ['1 gap <Short text, 1-2 sentences, e.g.']],
  ['<Include any short term fix here, if any.>', ['1 gap <Include any short term fix here, if any.>']],
  ['![graph](insert_graph_here.png)', ['1 gap insert_graph_here.png']],
  ['TODO: ask the vendor', ['1 gap TODO']],
  ['- Support tickets: XX', ['1 gap XX']],
  ['[What went well?]', ['1 gap [What went well?]']],
  ['**Reviewer**: [To be filled by a reviewer]', ['1 gap [To be filled by a reviewer]']],
  ['{1-2 sentences on the incident}', ['1 gap {1-2 sentences on the incident}']],
  [
    '- {What was done}\n- {Another thing that was done}',
    ['1 gap {What was done}', '2 gap {Another thing that was done}'],
  ],
  ['| Task | Owner |\n|---|---|\n| Add an alert | ??? |', ['3 gap ???']],
  ['**Trigger:** Yet to be determined', ['1 gap Yet to be determined']],
  ['The image broke. [Ada to fill in the details]', ['1 gap [Ada to fill in the details]']],
  ['These sections should be filled out later.', ['1 gap sections should be filled out']],
  ['These are only sample subheadings.', ['1 gap These are only sample subheadings']],
  ['## Impact\n\n*Describe who was affected\nand how.*', ['3 prompt Describe who was affected and how.']],
  ['## Lessons\n\n_What did we learn?_', ['3 prompt What did we learn?']],
  ['## Impact\n\n_Be specific. Count the users._', ['3 prompt Be specific. Count the users.']],
  ['# Tasks\n\n*Ensure all have an owner.*', ['3 prompt Ensure all have an owner.']],
  ['# Cause\n\n*This section provides an analysis.*', ['3 prompt This section provides an analysis.']],
  ['# Cure\n\n*Which steps were taken. Include links.*', ['3 prompt Which steps were taken. Include links.']],
  ['### What went well\n\n- List anything that did.', ['3 prompt List anything that did.']],
  [
    '## Root cause\n\nNote the final root cause of the incident, the thing identified that needs to change in order to prevent this class of incident from happening again.\n\nThe disk was full.',
    [
      '3 prompt Note the final root cause of the incident, the thing identified that needs to change in order to prevent this class of incident from happening again.',
    ],
  ],
  [
    '### External\n\nAn outline. What are we telling customers, including an apology?',
    ['3 prompt What are we telling customers, including an apology?'],
  ],
  ['_To be filled in at the time of the retro_', ['1 gap To be filled in']],
  ['**_EXAMPLE_**\n\nThe disk was full.', ['1 prompt EXAMPLE']],
  ['**EXAMPLE**:\n\nThe disk was full.', ['1 prompt EXAMPLE']],
  ['At {XX:XX UTC} {ON-CALL ENGINEER} came.', ['1 gap {XX:XX UTC}', '1 gap {ON-CALL ENGINEER}']],
  ['For {XXhrs XX minutes}, {X%}.', ['1 gap {XXhrs XX minutes}', '1 gap {X%}']],
  ['| Requests | ?? Add links to tickets |\n|-|-|\n| Users | ?? |', ['3 gap ??']],
  ['| Users | Note |\n|-|-|\n| ?? Add links | |', ['3 gap ??']],
])('%j holds %j', (source, expected) => {
  expect(placeholders(source)).toEqual(expected)
})

test.each(templatePrompts)('%j is known', (prompt) => {
  expect(placeholders(`## Impact\n\nNobody was. ${prompt}`)).toEqual([`3 prompt ${prompt}`])
})

test.each([
  'The cause is still to be determined. Users had to fill in the form again.',
  '`TODO` and `[insert link]` in code, and "TBD" that somebody said',
  '## TODO\n\n- TODO: add an alert\n- [ ] write it down',
  '**DONE**: Ada added the wiki.\n\n**TODO** the import should check for space.',
  'A set of {id} and {a: 1}',
  '- TODO:\n  - Add an alert\n  - Write it down',
  '| Task | Status |\n|---|---|\n| Add an alert | TODO |',
  '| Time (HH:MM) | Event |\n|---|---|\n| 10:00 | it began |',
  'Numbered [1], quoted [sic], done [x], a process [1234], a footnote[^1].\n\n[^1]: Here.',
  'Latency: <200 ms, and <b>all</b> users saw it. <Ctrl> was pressed.',
  'See [link to the graph](https://example.com) and [date][1].\n\n[1]: https://example.com',
  `Hidden as {{ site.url }}, \${{ secrets.TOKEN }} or {{< shortcode >}}.`,
  'The host jupyter-`<name>` and <details open> <kbd>Ctrl</kbd> <img src="a.png">',
  '## Cause\n\n*It was the disk.*',
  '## Cause\n\n*This section of the road was closed. What we know is below.*',
  '## Cause\n\n*Note: this was compiled by hand.*',
  '> *Describe the cause.*',
  '## Impact\n\nDescribe-only calls failed. The set {A, B}, {TITAN} and {id} stayed.',
  '**Example:** a request with {name: "x"} failed. FOR EXAMPLE the login.',
  '## Lessons learned\n\n- Write a summary for each release.\n- Describe what changed.',
  '## Lessons learned\n\nDescribe how to fail over in the runbook.',
  '## Next steps\n\n- List anything that is not on the dashboard yet.',
  'Was it 10 minutes? 20 users say so; is it up? minutes later it was.',
])('%j holds none', (source) => {
  expect(placeholders(source)).toEqual([])
})
