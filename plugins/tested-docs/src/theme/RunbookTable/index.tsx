import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import useBaseUrl from '@docusaurus/useBaseUrl'
import {usePluginData} from '@docusaurus/useGlobalData'

import {type Published, STATES} from '../../view/published.ts'
import styles from './styles.module.css'

/** Every runbook with the verdict of its last run. */
export default function RunbookTable(): ReactNode {
  const {route, standings} = usePluginData('docusaurus-plugin-tested-docs') as Published
  const badges = useBaseUrl('/badges/')
  const rows = Object.entries(standings).sort(([, a], [, b]) => a.title.localeCompare(b.title, 'en'))
  return (
    <table className={styles.table}>
      <caption>Runbooks and what was executed of each</caption>
      <thead>
        <tr>
          <th scope="col">Runbook</th>
          <th scope="col">State</th>
          <th scope="col">Level</th>
          <th scope="col">Commands executed</th>
          <th scope="col">On</th>
          <th scope="col">Badge</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([id, standing]) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`${route}/${id}`}>{standing.title}</Link>
            </th>
            <td className={styles.state} data-state={standing.state}>
              {STATES[standing.state]}
            </td>
            <td data-label="Level">{standing.level}</td>
            <td data-label="Executed">{standing.executed}</td>
            <td data-label="On">{standing.on === null ? '–' : <time dateTime={standing.on}>{standing.on}</time>}</td>
            <td>
              <a href={`${badges}runbook-${id}.svg`} aria-label={`Badge of ${standing.title}`}>
                Badge
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
