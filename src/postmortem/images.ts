import type { Image } from './postmortem.ts'

/** An image with what can be told of the text that stands for it. */
export function imageWith(url: string, alt: string | null, html: boolean): Image {
  return { url, alt, mute: alt !== null && isMute(alt.trim(), url), html }
}

/** What editors put there, or a file's name. */
const isMute = (alt: string, url: string): boolean =>
  /^(?:alt(?: text|-text)?|image(?: alt(?: text)?)?|img|picture|screenshot|photo|drawing)\W*$/i.test(alt) ||
  /^\S+\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(alt) ||
  (/[\d_-]/.test(alt) && !/\s/.test(alt) && url.includes(`/${alt}.`))
