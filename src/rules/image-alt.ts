import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'

export const imageAlt = rule({
  id: 'image-alt',
  summary: 'Images have a text that says what they show.',
  why: `People who listen to a page, and everybody when an image does not load, get the alternative text instead; the Web
Content Accessibility Guidelines ask for it first of all (1.1.1). The name of the file, or the word that an editor put there,
says nothing. An HTML image with \`alt=""\` is decoration and may stay.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# API was slow, 3 May 2024

![](latency.png)

![latency.png](latency.png)

![image](latency.png)

<img src="latency.png" width="400">
`,
      says: [
        '3: The image has no alternative text',
        '5: `latency.png` says nothing of what the image shows',
        '7: `image` says nothing of what the image shows',
        '9: The image has no alternative text',
      ],
    },
    {
      text: `# API was slow, 3 May 2024

![Latency rose from 80 ms to 4 s at 09:10](latency.png)

<img src="line.png" alt="">
`,
      says: [],
    },
  ],

  *check({ blocks }) {
    const note = 'Say what is to be seen: "Latency rose from 80 ms to 4 s at 09:10".'
    for (const { image, at } of blocks) {
      if (!image || (image.html && image.alt === '')) continue
      if (!image.alt?.trim()) yield { at, message: 'The image has no alternative text', note }
      else if (image.mute)
        yield { at, message: `${quoted(image.alt)} says nothing of what the image shows`, note }
    }
  },
})
