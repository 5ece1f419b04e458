import type {ReactNode} from 'react'
import Link from '@docusaurus/Link'
import Heading from '@theme/Heading'
import Layout from '@theme/Layout'
import type {Props} from '@theme/SearchPage'
import styles from './styles.module.css'

export default function SearchPage({lists, page}: Props): ReactNode {
  return (
    <Layout title="All pages" description="Every page of this site, by what it is">
      <main className="container margin-vert--lg">
        <Heading as="h1">All pages</Heading>
        <p>
          <Link to={`${page}?q=`}>Search their text</Link>, from any page by <kbd>Ctrl</kbd> <kbd>K</kbd>, on a Mac <kbd>⌘</kbd>{' '}
          <kbd>K</kbd>, or <kbd>/</kbd>: the number of a plan item (“2.1”), words, a question, or an error message as it was printed.
        </p>
        {lists.map(({label, pages}) => (
          <section key={label}>
            <Heading as="h2" id={label.toLowerCase().replace(/ /g, '-')}>
              {label}
            </Heading>
            <ul className={styles.pages}>
              {pages.map(({url, title, description}) => (
                <li key={url}>
                  <Link to={url}>{title}</Link>
                  <span className={styles.what}>{description}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </main>
    </Layout>
  )
}
