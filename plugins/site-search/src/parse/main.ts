/** The article of a guide, else the main part: what is around it is the same on every page, and large. */
export function mainOf(html: string): string {
  const [, part = '>'] = /<article(?=[\s>])([\s\S]*?)<\/article>/.exec(html) ?? /<main(?=[\s>])([\s\S]*?)<\/main>/.exec(html) ?? []
  return `<div${part}`
}
