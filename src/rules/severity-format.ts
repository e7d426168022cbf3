import { array, description, object, optional, picklist, pipe, string } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'

export const severityFormat = rule({
  id: 'severity-format',
  summary: 'The severity is one of a known scale.',
  why: `A severity that is written in one way can be searched and counted: PagerDuty's [scale](https://response.pagerduty.com/before/severity_levels/)
runs from SEV-1, the worst, to SEV-5. Known are SEV-2, P1, S3, a number and words from critical to low; an option asks for
one of them. Off in the course, which asks for none.`,
  severity: 'off',
  options: object({
    style: pipe(
      optional(picklist(['any', 'sev', 'p', 's', 'number', 'word']), 'any'),
      description(
        'The scale: `sev` is SEV-2, `p` is P2, `s` is S2, `number` is 2, `word` is critical, high, medium, low.',
      ),
    ),
    levels: pipe(
      optional(array(string()), []),
      description('Levels of a scale of your own, in lower case: `["partial degradation"]`.'),
    ),
  }),
  examples: [
    {
      text: '# Pages were slow, 3 May 2024\n\n**Severity:** bad\n\nThe cache was cold.\n',
      says: ['3: `bad` is no severity of a known scale'],
    },
    {
      about: 'In another scale than the one asked for, with the nearest level as a fix.',
      options: { style: 'sev' },
      text: '---\nseverity: P1\n---\n\n# Pages were slow, 3 May 2024\n\nThe cache was cold.\n',
      says: ['2: `P1` is no severity of the scale asked for'],
    },
    {
      options: { levels: ['degraded'] },
      text: '# Pages were slow, 3 May 2024\n\n**Severity:** Degraded (two regions)\n\nThe cache was cold.\n',
      says: [],
    },
    {
      text: '# Pages were slow, 3 May 2024\n\n**Severity:** SEV-2 (partial)\n\nThe cache was cold.\n',
      says: [],
    },
  ],

  *check({ severity }, { style, levels }) {
    if (!severity || levels.some((level) => severity.value.toLowerCase().startsWith(level))) return
    const { value, at, level } = severity
    if (severity.style === undefined || (style !== 'any' && severity.style !== style))
      yield {
        at,
        message: `${quoted(value, 30)} is no severity of ${style === 'any' ? 'a known scale' : 'the scale asked for'}`,
        note: `Known are ${style === 'any' ? 'SEV-2, P2, S2, 2, and critical to low' : `levels such as ${written(style, 2)}`}.`,
        ...(level !== undefined && style !== 'any' && { expected: [written(style, level)] }),
      }
  },
})

function written(style: 'sev' | 'p' | 's' | 'number' | 'word', level: number): string {
  if (style === 'word') return ['critical', 'critical', 'high', 'medium', 'low', 'low'][level] ?? 'low'
  return { sev: `SEV-${level}`, p: `P${level}`, s: `S${level}`, number: `${level}` }[style]
}
