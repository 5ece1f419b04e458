import {DiagnosticSeverity, type Diagnostic} from 'vscode-languageserver'
import type {Problem, Severity} from '../model/problem.ts'
import {restOfLine, type PlanDocument} from './plan-document.ts'

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

export function diagnosticOf(document: PlanDocument, problem: Problem): Diagnostic {
  return {
    range: restOfLine(document, problem),
    severity: SEVERITIES[problem.severity],
    code: problem.rule,
    source: 'action-plan',
    message: `${problem.reason}.\nFix: ${problem.fix}.`,
  }
}

/** The problems of a plan as an editor shows them. */
export const diagnostics = (document: PlanDocument): readonly Diagnostic[] =>
  document.report.problems.map((problem) => diagnosticOf(document, problem))
