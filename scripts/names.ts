/** `timeline-order` is exported as `timelineOrder`. */
export function exportName(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
