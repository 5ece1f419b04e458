/** Puts a part of a page on the clipboard: as Markdown, or as HTML with the same Markdown beside it for what knows no formats. Links are whole addresses. */
export async function copyPart(part: HTMLElement, rich: boolean): Promise<void> {
  const text = markdownOf(part)
  if (!rich) return navigator.clipboard.writeText(text)
  const copy = part.cloneNode(true) as HTMLElement
  for (const link of copy.querySelectorAll('a')) link.setAttribute('href', link.href)
  for (const one of copy.querySelectorAll('.hash-link, svg')) one.remove()
  const blob = (type: string, content: string): Blob => new Blob([content], {type})
  return navigator.clipboard.write([
    new ClipboardItem({'text/html': blob('text/html', copy.innerHTML), 'text/plain': blob('text/plain', text)}),
  ])
}

/** Headings, paragraphs, lists and links as Markdown. */
function markdownOf(part: Element): string {
  const blocks: string[] = []
  for (const element of part.querySelectorAll('h2, h3, p, li')) {
    const text = inline(element)
    if (text === '') continue
    if (element.localName === 'li') blocks.push(`${blocks.at(-1)?.startsWith('- ') === true ? '' : '\n'}- ${text}`)
    else blocks.push(`\n${element.localName === 'p' ? '' : `${'#'.repeat(Number(element.localName[1]))} `}${text}`)
  }
  return `${blocks.join('\n').trim()}\n`
}

function inline(element: Element): string {
  let text = ''
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += node.textContent ?? ''
    else if (node instanceof HTMLAnchorElement) text += node.className.includes('hash-link') ? '' : `[${inline(node)}](${node.href})`
    else if (node instanceof Element) {
      const inside = inline(node)
      text += node.localName === 'strong' && inside !== '' ? `**${inside}**` : node.localName === 'code' ? `\`${inside}\`` : inside
    }
  }
  return text.replace(/\s+/g, ' ').trim() === '' ? (text === '' ? '' : ' ') : text.replace(/\s+/g, ' ')
}
