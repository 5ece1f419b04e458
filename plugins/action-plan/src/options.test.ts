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
  test.each([
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
