/** Runs when the reader comes back to the page: to its tab, or by the back button to a page that was frozen meanwhile. Gives what ends it. */
export function onReturn(run: () => void): () => void {
  const shown = (): void => {
    if (document.visibilityState !== 'hidden') run()
  }
  document.addEventListener('visibilitychange', shown)
  window.addEventListener('pageshow', shown)
  return () => {
    document.removeEventListener('visibilitychange', shown)
    window.removeEventListener('pageshow', shown)
  }
}
