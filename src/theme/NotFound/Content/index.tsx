import type {ReactNode} from 'react'
import clsx from 'clsx'
import Link from '@docusaurus/Link'
import {useAllDocsData} from '@docusaurus/plugin-content-docs/client'
import {useLocation} from '@docusaurus/router'
import {usePluginData} from '@docusaurus/useGlobalData'
import useIsBrowser from '@docusaurus/useIsBrowser'
import Heading from '@theme/Heading'
import type {Props} from '@theme/NotFound/Content'
import styles from './styles.module.css'

const WAYS: readonly (readonly [to: string, text: string, why: string])[] = [
  ['/progress', 'Progress', 'where the plan stands, and every task'],
  ['/docs/start/on-call', 'I am on call', 'find a message, roll back, follow a runbook'],
  ['/docs/runbooks', 'Runbooks', 'what to do, step by step'],
  ['/docs/troubleshooting', 'Find a message', 'errors by what they say'],
  ['/docs/start/new-here', 'I am new here', 'architecture, setting up, how things are done'],
]

/** How many pages with like addresses are named. */
const NEAR = 5

export default function Content({className}: Props): ReactNode {
  const {pathname} = useLocation()
  const browser = useIsBrowser()
  const docs = Object.values(useAllDocsData()).flatMap(({versions}) => versions.flatMap((version) => version.docs.map(({path}) => path)))
  const {page} = usePluginData('docusaurus-plugin-site-search') as {readonly page: string}
  const asked = words(pathname).join(' ')
  // The built file serves every wrong address: what was asked for is known in the browser only.
  const near = browser ? nearest(pathname, docs) : []
  return (
    <main className={clsx('container', styles.page, className)}>
      <Heading as="h1">This page is not here</Heading>
      <p>
        {browser ? (
          <>
            Nothing is served at <code>{pathname}</code>.
          </>
        ) : (
          'Nothing is served at this address.'
        )}{' '}
        It may have moved, or the link to it is wrong.
      </p>
      <p>
        <Link to={browser && asked !== '' ? `${page}?q=${encodeURIComponent(asked)}` : `${page}?q=`}>
          {browser && asked !== '' ? `Search for “${asked}”` : 'Search'}
        </Link>
      </p>
      {near.length > 0 && (
        <nav aria-label="Pages with like addresses">
          <Heading as="h2">Did you mean</Heading>
          <ul className={styles.list}>
            {near.map((path) => (
              <li key={path}>
                <Link to={path}>{path}</Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <nav aria-label="Start here">
        <Heading as="h2">Start here</Heading>
        <ul className={styles.list}>
          {WAYS.map(([to, text, why]) => (
            <li key={to}>
              <Link to={to}>{text}</Link> <span>{why}</span>
            </li>
          ))}
        </ul>
      </nav>
    </main>
  )
}

/** The pages that share most words with an address; those of equal likeness in the order of the docs. */
function nearest(pathname: string, paths: readonly string[]): readonly string[] {
  const asked = words(pathname)
  return paths
    .map((path) => ({path, score: words(path).filter((word) => asked.some((other) => alike(word, other))).length}))
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, NEAR)
    .map(({path}) => path)
}

const COMMON: readonly string[] = ['docs', 'index', 'html']
const words = (path: string): readonly string[] =>
  path
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !COMMON.includes(word))
const alike = (a: string, b: string): boolean => a === b || (a.length > 3 && b.length > 3 && (a.startsWith(b) || b.startsWith(a)))
