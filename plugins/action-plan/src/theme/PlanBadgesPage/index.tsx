import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import Heading from '@theme/Heading'
import type {Props} from '@theme/PlanBadgesPage'
import PlanLayout from '@theme/PlanLayout'
import table from '../../css/table.module.css'
import prose from '../../css/prose.module.css'
import {useCopy, type Copied} from '../../hooks/useCopy.ts'
import {useLive, usePlan} from '../../hooks/usePlan.ts'
import styles from './styles.module.css'

export default function PlanBadgesPage({title, base, badges, instance}: Props): ReactNode {
  const {url} = useDocusaurusContext().siteConfig
  const page = usePlan(instance)?.progressPage ?? base
  const newest = useLive(instance).status?.source.commit ?? null
  return (
    <PlanLayout
      instance={instance}
      title={translate({id: 'plan.badges.title', message: 'Badges'})}
      description={translate({id: 'plan.badges.description', message: 'Badges of {title}, each with a snippet to copy'}, {title})}
    >
      <main className={`container ${styles.page}`}>
        <Heading as="h1">{translate({id: 'plan.badges.title', message: 'Badges'})}</Heading>
        <p>
          <Translate id="plan.badges.about">Each badge is an SVG of this site and follows the plan at every build.</Translate>{' '}
          <Translate id="plan.badges.json">The JSON beside it is a shields.io endpoint, for those who want another style.</Translate>
        </p>
        {LOCAL.test(new URL(url).hostname) && (
          <p className={prose.small}>
            {translate(
              {
                id: 'plan.badges.local',
                message: 'This build has the address {url}: elsewhere its snippets show nothing. Build the site with its own.',
              },
              {url},
            )}
          </p>
        )}
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Translate id="plan.badges.badge">Badge</Translate>
              </th>
              <th scope="col">Markdown</th>
              <th scope="col">
                <Translate id="plan.badges.files">Files</Translate>
              </th>
            </tr>
          </thead>
          <tbody>
            {badges.map(({id, name, label, message}) => {
              const svg = `${base}/${encodeURI(id)}.svg`
              return (
                <tr key={id} id={id} data-search-title={name}>
                  <th scope="row">
                    <img
                      src={newest === null ? svg : `${svg}?${newest.slice(0, 12)}`}
                      alt={`${label}: ${message}`}
                      height="20"
                      loading="lazy"
                    />
                    <span className={table.below}>{name}</span>
                  </th>
                  <td>
                    <Snippet name={name} text={`[![${escapeAlt(label)}](${url}${svg})](${url}${page})`} />
                  </td>
                  <td className={styles.files}>
                    <a
                      href={svg}
                      target="_blank"
                      rel="noreferrer"
                      aria-label={translate({id: 'plan.badges.fileOf', message: '{kind} of {name}'}, {kind: 'SVG', name})}
                    >
                      SVG
                    </a>{' '}
                    <a
                      href={`${base}/${encodeURI(id)}.json`}
                      target="_blank"
                      rel="noreferrer"
                      aria-label={translate({id: 'plan.badges.fileOf', message: '{kind} of {name}'}, {kind: 'JSON', name})}
                    >
                      JSON
                    </a>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </main>
    </PlanLayout>
  )
}

const WORDS: Readonly<Record<Copied, () => string>> = {
  idle: () => translate({id: 'plan.badges.copy', message: 'Copy'}),
  copied: () => translate({id: 'plan.badges.copied', message: 'Copied'}),
  failed: () => translate({id: 'plan.badges.failed', message: 'Select it'}),
}

/** Hosts that only this machine knows. */
const LOCAL = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

/** Brackets and backslashes would end the alternative text. */
function escapeAlt(text: string): string {
  return text.replace(/[\\[\]`*_<>]/g, '\\$&')
}

function Snippet({name, text}: {name: string; text: string}): ReactNode {
  const [state, copy] = useCopy()
  return (
    <span className={styles.snippet}>
      <code>{text}</code>
      <button
        type="button"
        className="button button--sm button--secondary"
        onClick={() => copy(text)}
        aria-label={translate({id: 'plan.badges.copyOf', message: 'Copy the Markdown of {name}'}, {name})}
      >
        {WORDS[state]()}
      </button>
      <span role="status" className={prose.hidden}>
        {state === 'copied' ? translate({id: 'plan.badges.copiedOf', message: 'Markdown of {name} copied'}, {name}) : ''}
      </span>
    </span>
  )
}
