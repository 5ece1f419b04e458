/** Runs before a page is drawn: marks one that is read on another day than it was built for. `from` and `to` are the first moment of that day and of the next, in milliseconds. */
export function dayScript({from, to}: {readonly from: number; readonly to: number}): string {
  return `(function(now){if(now<${from}||now>=${to})document.documentElement.setAttribute("data-plan-day","other")})(Date.now())`
}
