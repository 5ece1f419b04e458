import type {HtmlTags} from '@docusaurus/types'
import {dayBounds} from '../derive/schedule/calendar.ts'
import {dayScript} from '../view/pages/day-script.ts'
import type {SiteContent} from './content.ts'
import type {PlanSite} from './plan-site.ts'

/** What the head of every page holds: the day that the numbers are of, and where the feed is. */
export function headTags({options, address, words}: PlanSite, {report, history}: SiteContent): HtmlTags {
  const feed = {
    tagName: 'link',
    attributes: {
      rel: 'alternate',
      type: 'application/atom+xml',
      title: words.say('build.feed.title', 'Changes of {title}', {title: report.title}),
      href: address(options.routeBasePath, 'feed.xml'),
    },
  }
  return [
    {tagName: 'script', innerHTML: dayScript(dayBounds(report.settings.timeZone, report.statusDate))},
    ...(history === null ? [] : [feed]),
  ]
}
