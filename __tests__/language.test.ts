import { readBlocks } from '../src/postmortem/blocks.ts'
import { readLanguage } from '../src/postmortem/language.ts'
import { parseMarkdown } from '../src/postmortem/parse.ts'

const language = (source: string) => readLanguage(readBlocks(source, parseMarkdown(source)))

const english =
  'The shop was down because the certificate of the load balancer had expired, and nobody was told about it before customers wrote to us. We renewed it by hand and checked that orders went through again.'
const texts: Record<string, string> = {
  en: english,
  es: 'La tienda no estaba disponible porque el certificado del balanceador había caducado y nadie lo sabía hasta que los clientes escribieron. Lo renovamos a mano y comprobamos que los pedidos se hacían de nuevo sin errores.',
  fr: "La boutique était indisponible parce que le certificat du répartiteur avait expiré et que personne ne le savait avant les messages des clients. Nous l'avons renouvelé à la main et nous avons vérifié que les commandes passaient.",
  pt: 'A loja não estava disponível porque o certificado do balanceador tinha expirado e ninguém sabia disso até que os clientes nos escreveram. Foi renovado à mão e vimos que as encomendas eram feitas de novo sem erros.',
  id: 'Toko tidak dapat diakses karena sertifikat pada penyeimbang beban sudah kedaluwarsa dan tidak ada yang tahu sebelum pelanggan menulis kepada kami. Kami memperbaruinya secara manual dan memastikan bahwa pesanan dapat dibuat lagi oleh mereka.',
  de: 'Der Laden war nicht erreichbar, weil das Zertifikat des Lastverteilers abgelaufen war und niemand es wusste, bis die Kunden uns schrieben. Wir haben es von Hand erneuert und geprüft, dass die Bestellungen wieder durchgehen.',
  it: 'Il negozio non era raggiungibile perché il certificato del bilanciatore era scaduto e nessuno lo sapeva prima che i clienti ci scrivessero. Lo abbiamo rinnovato a mano e abbiamo visto che gli ordini erano di nuovo accettati.',
  nl: 'De winkel was niet bereikbaar omdat het certificaat van de verdeler was verlopen en niemand het wist tot de klanten ons schreven. Wij hebben het met de hand vernieuwd en gezien dat er weer bestellingen door kwamen.',
  ja: '証明書の有効期限が切れたため、店舗サイトは利用できませんでした。お客様からの連絡で気づき、手動で更新しました。',
  'und-Cyrl':
    'Магазин был недоступен, потому что срок действия сертификата истёк, и никто об этом не знал до писем клиентов.',
}
const long = (text: string): string => Array.from({ length: 4 }, () => text).join('\n\n')

test.each(Object.entries(texts))('prose in %s is known by its function words or its script', (tag, text) => {
  expect(language(long(text)).tag).toBe(tag)
})

test('below eighty words of prose nothing is said', () => {
  expect(language(english)).toMatchObject({ tag: 'und', words: 36 })
  expect(language(`${english} ${english} ${english}`).tag).toBe('en')
})

test('notes that drop function words are English where no other language comes near', () => {
  const notes =
    'Alert fired, queue length threshold exceeded. Worker paused with feature flag and tenants notified, reauthorisation pending, tokens reissued.'
  const words = language(long(`${notes} ${notes}`))
  expect(words.english).toBeLessThan(0.12)
  expect(words.tag).toBe('en')
})

test('English headings over Spanish text make no English document', () => {
  const headings = [
    'Issue summary of the outage',
    'Timeline of what was done',
    'The root cause and its resolution',
  ]
  const source = headings.map((title) => `## ${title}\n\n${texts.es}\n\n- ${texts.es}`).join('\n\n')
  expect(language(source).tag).toBe('es')
})

test('code, addresses and quoted messages do not count', () => {
  const noise = '`el servidor no está` "no se pudo abrir el archivo" https://example.org/el/de/la/que/no'
  const fence = `\`\`\`\n${long(texts.es ?? '')}\n\`\`\``
  expect(language(`${long(`${english} ${noise}`)}\n\n${fence}`)).toMatchObject({ tag: 'en', words: 4 * 36 })
})

test('lists of names without sentences are no language', () => {
  const names = Array.from({ length: 100 }, (_, i) => `- node${i}-worker restarted`).join('\n')
  expect(language(names).tag).toBe('und')
})
