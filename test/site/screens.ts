import type {Page} from 'playwright-core'

/** What can be read on the first screens of a page, from its top. */
export const textOnScreens = (page: Page, screens: number): Promise<string> =>
  page.evaluate((count) => {
    const walker = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT)
    const seen: string[] = []
    const range = document.createRange()
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      range.selectNodeContents(node)
      const box = range.getBoundingClientRect()
      if (box.height > 0 && box.bottom <= count * window.innerHeight) seen.push(node.textContent ?? '')
    }
    // The links beside headings have no width.
    return seen.join(' ').replace(/[\s\u200b]+/g, ' ')
  }, screens)
