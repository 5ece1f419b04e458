import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Status, StatusItem} from '../../plugins/action-plan/src/model/status.ts'
import {recounted} from '../faults/answers.ts'
import {status, visit, type Visit} from './browser.ts'

let site: Visit
beforeAll(async () => void (site = await visit()))
afterAll(() => site.close())

const TITLES = [
  'Consolidate every entry point of the programming interface and its many deployment scripts into one '.repeat(3).trim(),
  'an_identifier_without_any_break'.repeat(4).slice(0, 120),
  'توحيد نقاط الدخول لواجهة برمجة التطبيقات وإزالة الشيفرة المكررة',
  '统一应用程序接口的入口点并删除重复的部署脚本以及集中管理所有凭证和配置文件的轮换策略',
] as const
const title = (index: number): string => TITLES[index % TITLES.length] ?? ''

/** The plan as it would be with 300 items whose words are long, foreign, or one. */
function stressed(): Status {
  const made = structuredClone(status) as {-readonly [Key in keyof Status]: Status[Key]}
  const [item] = made.sections.flatMap(({items}) => items) as [StatusItem]
  made.source = {...made.source, commit: 'c'.repeat(40)}
  made.title = title(0)
  made.sections = made.sections.map((section, at) => ({
    ...section,
    title: title(at),
    items: Array.from({length: Math.ceil(300 / made.sections.length)}, (_, index) => ({
      ...item,
      id: `${section.id}.${index + 1}`,
      title: title(index),
      issue: title(index + 1),
      owners: [title(1)],
      tasks: item.tasks.map((task, n) => ({...task, text: title(index + n)})),
    })),
  }))
  made.phases = made.phases.map((phase, index) => ({...phase, title: title(index + 1)}))
  made.nextSteps = [{text: title(1)}]
  return recounted(made)
}

test.each(['/progress', '/progress/timeline', '/progress/report'])(
  '%s with 300 items of long words is as wide as its window',
  async (route) => {
    const text = JSON.stringify(stressed())
    const {seen} = await site.open(route, {viewport: {width: 360, height: 800}}, async (page) => {
      await page.route('**/{status,summary}.json', (asked) => asked.fulfill({contentType: 'application/json', body: text}))
      await page.reload()
      await page.locator('main').getByText(title(1)).first().waitFor({state: 'attached'})
      await page.evaluate(() => document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', '')))
      const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      const narrow = await width()
      await page.setViewportSize({width: 1280, height: 800})
      return [narrow, await width()]
    })
    expect(seen).toEqual([0, 0])
  },
)
