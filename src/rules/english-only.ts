import { object } from 'valibot'
import { rule } from '../lint/rule.ts'
import { topOf } from '../postmortem/place.ts'

export const englishOnly = rule({
  id: 'english-only',
  summary: 'The document is in English.',
  why: `The course asks for English, and a team in several countries may. The test is made of scripts and of the share of
English function words ("the", "of", "was") in the prose, so code, names and quoted messages do not disturb it; text that is
too short to tell is passed. Messages of programs in other languages belong in code.`,
  severity: 'off',
  options: object({}),
  // Titles and words of other languages are not known.
  silences: ['required-sections', 'key-takeaways'],
  examples: [
    {
      about: 'English titles do not make the text English.',
      text: `# Shop was down, 4 March 2024

## Issue Summary

La tienda estuvo caída durante una hora y media en la mañana del lunes. La mayor parte de los clientes no pudo pagar sus compras
y vio una página de error en lugar del carrito. La causa fue un certificado que había vencido durante la noche sin que nadie del
equipo lo notara, porque el aviso llegó a un buzón que ya no se leía. El equipo de guardia instaló un certificado nuevo y comprobó
desde tres redes distintas que los pagos pasaban otra vez sin errores. Desde entonces los certificados se renuevan de manera
automática y un aviso llega al canal del equipo un mes antes.
`,
      says: ['1: The text does not look like English'],
    },
    {
      about: 'A quoted message in another language, and text that is too short to tell, are passed.',
      text: `# Shop was down, 4 March 2024

The page said "El certificado ha vencido" and the log \`Error: certificado no válido\`.
`,
      says: [],
    },
  ],

  *check(doc) {
    const { tag, english, words } = doc.language
    if (tag === 'en' || tag === 'und') return
    yield {
      at: topOf(doc),
      whole: true,
      message: 'The text does not look like English',
      note: `Of ${words} words of prose, ${Math.round(english * 100)} % are words that English sentences are built with; in English text about a third are.`,
    }
  },
})
