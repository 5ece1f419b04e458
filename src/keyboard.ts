/** Help for those who use the keyboard: `?` or the button at the foot of a page opens it. Single keys can be turned off there (WCAG 2.1.4). */

const STORED = 'single-keys'
/** Keys that do something by themselves, here or in the search. */
const SINGLE: readonly string[] = ['?', '/']

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['?', 'This help'],
  ['Tab', 'From the top of a page: “Skip to main content” comes first'],
  ['Enter, Space', 'Opens and closes an item on the progress page'],
  ['↑ ↓ ← →', 'On the timeline: from bar to bar'],
  ['Home, End', 'On the timeline: to the first and the last bar'],
  ['Page up, Page down', 'On the timeline: ten bars on'],
  ['Esc', 'Closes this help'],
]

/** Where storage is denied, the choice lasts as long as the page. */
let singles = stored()

function stored(): boolean {
  try {
    return window.localStorage.getItem(STORED) !== 'off'
  } catch {
    return true
  }
}

function keep(on: boolean): void {
  singles = on
  try {
    window.localStorage.setItem(STORED, on ? 'on' : 'off')
  } catch {
    // Denied: nothing more can be done.
  }
}

const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

function build(): HTMLDialogElement {
  const title = element('h2', {id: 'keyboard-help', textContent: 'Keyboard', tabIndex: -1, autofocus: true})
  const choice = element('input', {type: 'checkbox', checked: singles})
  choice.addEventListener('change', () => keep(choice.checked))
  // Offered only where the site has a search.
  const search = document.querySelector('[aria-keyshortcuts]') === null ? [] : [['/, Ctrl+K', 'Search'] as const]
  const close = element('button', {type: 'button', className: 'button button--secondary button--sm', textContent: 'Close'})
  const dialog = element(
    'dialog',
    {className: 'keys'},
    title,
    element(
      'dl',
      {},
      ...[...search, ...KEYS].map(([keys, does]) =>
        element('div', {}, element('dt', {}, element('kbd', {textContent: keys})), element('dd', {textContent: does})),
      ),
    ),
    element('label', {}, choice, ' Single keys work (', ...SINGLE.join(', '), ')'),
    close,
  )
  dialog.setAttribute('aria-labelledby', title.id)
  close.addEventListener('click', () => dialog.close())
  // A click on the dark around it.
  dialog.addEventListener('click', ({target}) => target === dialog && dialog.close())
  return dialog
}

let dialog: HTMLDialogElement | null = null

function show(): void {
  if (dialog === null) document.body.append((dialog = build()))
  if (!dialog.open) dialog.showModal()
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

if (typeof window !== 'undefined') {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !SINGLE.includes(event.key) || typing(event.target)) return
      // Turned off: nobody else hears the key either.
      if (!singles) event.stopImmediatePropagation()
      else if (event.key === '?') {
        event.preventDefault()
        show()
      }
    },
    {capture: true},
  )
  document.addEventListener('click', ({target}) => {
    if (target instanceof Element && target.closest('[data-keyboard-help]') !== null) show()
  })
}
