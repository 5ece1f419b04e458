import {normalizePluginOptions} from '@docusaurus/utils-validation'
import {describe, expect, test} from 'vitest'
import {validateOptions, type Options, type PluginOptions} from './options.ts'

const validated = (options: unknown): PluginOptions =>
  validateOptions({validate: normalizePluginOptions as never, options: options as Options})

describe('options', () => {
  test('have defaults', () => {
    expect(validated({})).toEqual({
      id: 'default',
      routeBasePath: 'progress',
      pollSeconds: 60,
      footer: true,
      portfolio: null,
      plans: [],
      onProblems: {errors: 'throw', warnings: 'log'},
      lineUrl: null,
      askUrls: false,
      evidenceGuide: null,
      forecastGuide: null,
      reportPages: [],
    })
  })
  test('take an address with places for the file and the line', () => {
    const lineUrl = 'https://example.org/blob/main/{path}?plain=1#L{line}'
    expect(validated({lineUrl})).toMatchObject({lineUrl})
  })
  test('fill in what is left out', () => {
    expect(validated({plan: 'ROADMAP.md', onProblems: {warnings: 'warn'}})).toMatchObject({
      plan: 'ROADMAP.md',
      onProblems: {errors: 'throw', warnings: 'warn'},
    })
    expect(validated({routeBasePath: '/status/', portfolio: '/plans/'})).toMatchObject({routeBasePath: 'status', portfolio: 'plans'})
  })
  test('take plans of others as addresses, or with what they are called and where their page is', () => {
    const named = {address: 'https://b.example/x/status.json', name: 'B', link: 'https://b.example/x/how'}
    expect(validated({portfolio: 'plans', plans: ['https://a.example/status.json', '/fleet/plans.json', named]}).plans).toEqual([
      {address: 'https://a.example/status.json'},
      {address: '/fleet/plans.json'},
      named,
    ])
    expect(validated({portfolio: 'plans', plans: ['http://localhost:3000/status.json'], askUrls: 'private'}).plans).toHaveLength(1)
  })
  test.each([
    [
      {portfolio: 'plans', plans: ['https://a.example/']},
      'option "plans[0]": unexpected "https://a.example/", expected an address that begins with https:// (or, of a file of this site, with /) and ends with /status.json or /plans.json',
    ],
    [{portfolio: 'plans', plans: ['https://ana:secret@a.example/status.json']}, 'option "plans[0]": unexpected'],
    [{portfolio: 'plans', plans: [{adress: 'https://a.example/status.json'}]}, '"plans[0].address" is required'],
    [
      {portfolio: 'plans', plans: [{address: '/plans.json', link: 'javascript:alert(1)'}]},
      'option "plans[0].link": unexpected "javascript:alert(1)", expected an address that begins with https:// or with /',
    ],
    [{plans: ['/plans.json']}, 'option "plans": unexpected without "portfolio", expected the address of the page that shows them'],
    [
      {portfolio: 'plans', plans: ['http://a.example/status.json'], askUrls: true},
      'option "plans": unexpected "http://a.example/status.json", expected an address that begins with https://',
    ],
    [{plan: 3}, '"plan" must be a string'],
    [{pollSeconds: '60'}, '"pollSeconds" must be a number'],
    [{pollSeconds: -1}, '"pollSeconds" must be greater than or equal to 0'],
    [{onProblems: {errors: 'explode'}}, '"onProblems.errors" must be one of [ignore, log, warn, throw]'],
    [
      {lineUrl: 'javascript:alert({line})'},
      'option "lineUrl": unexpected "javascript:alert({line})", expected an address that begins with https://',
    ],
    [
      {lineUrl: 'https://example.org/plan.md'},
      'option "lineUrl": unexpected "https://example.org/plan.md", expected an address with a place for {line}',
    ],
    [{colour: 'red'}, '"colour" is not allowed (expected one of id, plan, routeBasePath, pollSeconds,'],
    [{routeBasPath: 'status'}, 'docusaurus-plugin-action-plan: option "routeBasPath" is not allowed (did you mean routeBasePath?)'],
    [{onProblems: {error: 'log'}}, 'option "onProblems.error" is not allowed (did you mean errors?)'],
    [{onProblems: {errors: 'warns'}}, 'must be one of [ignore, log, warn, throw] (did you mean warn?)'],
  ])('%j is refused by name', (options, message) => expect(() => validated(options)).toThrow(message))
})
