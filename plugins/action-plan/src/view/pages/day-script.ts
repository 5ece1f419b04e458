/**
 * Runs before a page of a plan is drawn: marks one that is read on another day than it was built for. The element that holds it says the first moment
 * of that day and of the next, in milliseconds, so that the text is the same on every day and a Content-Security-Policy can name its hash.
 * It is written as minifiers leave it.
 */
export const DAY_SCRIPT =
  '!function(t,e){(e<t.from||e>=t.to)&&document.documentElement.setAttribute("data-plan-day","other")}(document.currentScript.dataset,Date.now())'
