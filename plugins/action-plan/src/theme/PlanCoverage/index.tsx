import type {ReactNode} from 'react'
import {translate} from '@docusaurus/Translate'
import Heading from '@theme/Heading'
import type {Props} from '@theme/PlanCoverage'
import PlanReportTable from '@theme/PlanReportTable'
import text from '../../css/report.module.css'
import table from '../../css/table.module.css'
import {linesSentence, coverageShare} from '../../labels/tool-report.ts'

/** How much is covered, as a whole and by folder. */
export default function PlanCoverage({report: {lines, branches, folders}}: Props): ReactNode {
  const byFolder = folders.shown.some((folder) => folder.branches !== null)
  return (
    <>
      <p className={text.big}>
        {linesSentence(lines)}
        {branches !== null &&
          `, ${translate({id: 'plan.reports.ofBranches', message: '{share} of branches'}, {share: coverageShare(branches)})}`}
      </p>
      {folders.shown.length > 0 && (
        <>
          <Heading as="h3">{translate({id: 'plan.reports.folders', message: 'By folder, the least covered first'})}</Heading>
          <PlanReportTable
            list={folders}
            label={translate({id: 'plan.reports.foldersLabel', message: 'Coverage by folder'})}
            heads={[
              translate({id: 'plan.reports.folder', message: 'Folder'}),
              translate({id: 'plan.reports.files', message: 'Files'}),
              translate({id: 'plan.reports.lines', message: 'Lines'}),
              ...(byFolder ? [translate({id: 'plan.reports.branches', message: 'Branches'})] : []),
            ]}
          >
            {folders.shown.map((folder) => (
              <tr key={folder.path}>
                <th scope="row">{folder.path}</th>
                <td className={table.number}>{folder.files}</td>
                <td className={table.number}>{coverageShare(folder.lines)}</td>
                {byFolder && (
                  <td className={table.number}>
                    {folder.branches === null
                      ? translate({id: 'plan.reports.notMeasured', message: 'not measured'})
                      : coverageShare(folder.branches)}
                  </td>
                )}
              </tr>
            ))}
          </PlanReportTable>
        </>
      )}
    </>
  )
}
