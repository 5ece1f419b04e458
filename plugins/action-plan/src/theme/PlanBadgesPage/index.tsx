import type {ReactNode} from 'react'
import useIsBrowser from '@docusaurus/useIsBrowser'
import Translate, {translate} from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import Heading from '@theme/Heading'
import type {Props} from '@theme/PlanBadgesPage'
import PlanLayout from '@theme/PlanLayout'
import table from '../../css/table.module.css'
import prose from '../../css/prose.module.css'
import {useCopy, type Copied} from '../../hooks/useCopy.ts'
import {useAddress} from '../../hooks/useAddress.ts'
import {useLivePart, usePlan} from '../../hooks/usePlan.ts'
import {frameSnippet, snippet, SNIPPET_FORMS, type Pictured, type SnippetForm} from '../../view/pages/snippet.ts'
import styles from './styles.module.css'

export default function PlanBadgesPage({title, base, badges, instance}: Props): ReactNode {
  const {url} = useDocusaurusContext().siteConfig
  const page = usePlan(instance)?.progressPage ?? base
  const newest = useLivePart('status', instance)?.source.commit ?? null
  const [form, choose] = useAddress(readForm, writeForm)
  const fresh = newest === null ? '' : `?${newest.slice(0, 12)}`
  const picture = (alt: string, file: string): Pictured => ({alt, image: `${url}${base}/${file}`, page: url + page})
  const [overall] = badges
  return (
    <PlanLayout
      instance={instance}
      title={translate({id: 'plan.badges.title', message: 'Badges'})}
      description={translate({id: 'plan.badges.description', message: 'Badges of {title}, each with a snippet to copy'}, {title})}
    >
      <main className={`container ${styles.page}`}>
        <Heading as="h1">{translate({id: 'plan.badges.title', message: 'Badges'})}</Heading>
        <p>
          <Translate id="plan.badges.about">Each badge is an SVG file of this site. Every build updates it.</Translate>{' '}
          <Translate id="plan.badges.json">For another style, use the JSON file as a shields.io endpoint.</Translate>
        </p>
        {LOCAL.test(new URL(url).hostname) && (
          <p className={prose.small}>
            {translate(
              {
                id: 'plan.badges.local',
                message: 'These snippets point to {url}. Before you publish the site, set its public address and build it again.',
              },
              {url},
            )}
          </p>
        )}
        {overall !== undefined && (
          <section>
            <Heading as="h2" id="whole">
              {overall.name}
            </Heading>
            <img src={`${base}/${overall.id}.svg${fresh}`} alt={`${overall.label}: ${overall.message}`} height="20" />
            <Forms name={overall.name} picture={picture(overall.label, `${overall.id}.svg`)} />
          </section>
        )}
        <section>
          <Heading as="h2" id="card">
            <Translate id="plan.badges.card">Card</Translate>
          </Heading>
          <p>
            <Translate id="plan.badges.cardAbout">
              Status, progress, forecast and the worst item in one dated image, or as a small page for an iframe.
            </Translate>
          </p>
          <a href={`${base}/card.htm`} target="_blank" rel="noreferrer">
            <img
              src={`${base}/card.svg${fresh}`}
              alt={translate({id: 'plan.badges.cardOf', message: 'Card of {title}'}, {title})}
              width="480"
              height="172"
              loading="lazy"
            />
          </a>
          <Forms
            name={translate({id: 'plan.badges.card', message: 'Card'})}
            picture={picture(title, 'card.svg')}
            frame={frameSnippet(title, `${url}${base}/card.htm`)}
          />
        </section>
        <section>
          <Heading as="h2" id="all">
            <Translate id="plan.badges.all">All badges</Translate>
          </Heading>
          <FormChoice form={form} choose={choose} />
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">
                  <Translate id="plan.badges.badge">Badge</Translate>
                </th>
                <th scope="col">{form}</th>
                <th scope="col">
                  <Translate id="plan.badges.files">Files</Translate>
                </th>
              </tr>
            </thead>
            <tbody>
              {badges.map((badge) => (
                <Row key={badge.id} badge={badge} base={base} fresh={fresh} form={form} picture={picture} />
              ))}
            </tbody>
          </table>
        </section>
      </main>
    </PlanLayout>
  )
}

const readForm = (query: URLSearchParams): SnippetForm =>
  SNIPPET_FORMS.find((form) => form.toLowerCase() === query.get('form')) ?? 'Markdown'
const writeForm = (form: SnippetForm): string => (form === 'Markdown' ? '' : `?form=${form.toLowerCase()}`)

/** Without JavaScript, the table is in Markdown and there is nothing to choose. */
function FormChoice({form, choose}: {form: SnippetForm; choose: (form: SnippetForm) => void}): ReactNode {
  const browser = useIsBrowser()
  return (
    <fieldset className={styles.choice} disabled={!browser}>
      <legend>
        <Translate id="plan.badges.form">Copy as</Translate>
      </legend>
      {SNIPPET_FORMS.map((one) => (
        <label key={one}>
          <input type="radio" name="form" value={one} checked={one === form} onChange={() => choose(one)} /> {one}
        </label>
      ))}
    </fieldset>
  )
}

/** A picture in every form: plain text to select, too. */
function Forms({name, picture, frame}: {name: string; picture: Pictured; frame?: string}): ReactNode {
  const all = SNIPPET_FORMS.map((form): readonly [string, string] => [form, snippet(form, picture)])
  return (
    <dl className={styles.forms} data-search="off">
      {[...all, ...(frame === undefined ? [] : [['iframe', frame] as const])].map(([form, text]) => (
        <div key={form}>
          <dt>{form}</dt>
          <dd>
            <Snippet name={name} form={form} text={text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface RowProps {
  readonly badge: Props['badges'][number]
  readonly base: string
  readonly fresh: string
  readonly form: SnippetForm
  readonly picture: (alt: string, file: string) => Pictured
}

function Row({badge: {id, name, label, message}, base, fresh, form, picture}: RowProps): ReactNode {
  const file = encodeURI(id)
  return (
    <tr id={id} data-search-title={name}>
      <th scope="row">
        <img src={`${base}/${file}.svg${fresh}`} alt={`${label}: ${message}`} height="20" loading="lazy" />
        <span className={table.below}>{name}</span>
      </th>
      <td>
        <Snippet name={name} form={form} text={snippet(form, picture(label, `${file}.svg`))} />
      </td>
      <td className={styles.files}>
        {['svg', 'json'].map((kind) => (
          <a
            key={kind}
            href={`${base}/${file}.${kind}`}
            target="_blank"
            rel="noreferrer"
            aria-label={translate({id: 'plan.badges.fileOf', message: '{kind} of {name}'}, {kind: kind.toUpperCase(), name})}
          >
            {kind.toUpperCase()}
          </a>
        ))}
      </td>
    </tr>
  )
}

const WORDS: Readonly<Record<Copied, () => string>> = {
  idle: () => translate({id: 'plan.badges.copy', message: 'Copy'}),
  copied: () => translate({id: 'plan.badges.copied', message: 'Copied'}),
  failed: () => translate({id: 'plan.badges.failed', message: 'Select the text'}),
}

/** Hosts that only this machine knows. */
const LOCAL = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

function Snippet({name, form, text}: {name: string; form: string; text: string}): ReactNode {
  const [state, copy] = useCopy()
  return (
    <span className={styles.snippet}>
      <code>{text}</code>
      <button
        type="button"
        className="button button--sm button--secondary"
        onClick={() => copy(text)}
        aria-label={translate({id: 'plan.badges.copyOf', message: 'Copy the {form} of {name}'}, {name, form})}
      >
        {WORDS[state]()}
      </button>
      <span role="status" className={prose.hidden}>
        {state === 'copied' ? translate({id: 'plan.badges.copiedOf', message: '{form} of {name} copied'}, {name, form}) : ''}
      </span>
    </span>
  )
}
