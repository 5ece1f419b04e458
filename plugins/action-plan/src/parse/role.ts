/** Parts of a plan that are known by their heading, in the languages that plans were seen in. */
const ROLES = {
  legend: ['priority levels', 'priority level', 'priorities', 'priority legend', 'priority definitions', 'legend', 'key', 'status legend', 'conventions', 'prioritäten', 'legende', 'légende', 'prioridades', '优先级', '图例'],
  schedule: ['implementation schedule', 'schedule', 'timeline', 'roadmap', 'implementation timeline', 'implementation roadmap', 'implementation plan', 'project timeline', 'week-by-week', 'phases', 'implementation phases', 'milestones', 'zeitplan', 'fahrplan', 'calendrier', 'cronograma', '时间安排', '实施计划', 'スケジュール', '일정'],
  metrics: ['success metrics', 'success criteria', 'metrics', 'key metrics', 'kpi', 'kpis', 'key performance indicators', 'erfolgskriterien', 'erfolgskennzahlen', 'critères de succès', 'métricas de éxito', '成功指标', '验收标准'],
  review: ['review process', 'review', 'reviews', 'review cadence', 'review schedule', 'reviews and audits', 'überprüfung', 'processus de revue', 'proceso de revisión', '评审流程'],
  next: ['next steps', 'next actions', 'immediate next steps', 'immediate actions', "what's next", 'nächste schritte', 'prochaines étapes', 'próximos pasos', 'próximos passos', '下一步', '次のステップ', '다음 단계'],
  overview: ['overview', 'summary', 'executive summary', 'introduction', 'purpose', 'background', 'about', 'goal', 'überblick', 'zusammenfassung', 'aperçu', 'résumé', 'resumen', 'visão geral', '概述', '概要', '개요'],
  label: ['actions', 'tasks', 'steps', 'to do', 'todo', 'checklist', 'subtasks', 'sub-tasks', 'acceptance criteria', 'definition of done', 'deliverables', 'aufgaben', 'maßnahmen', 'tâches', 'tareas', '任务'],
} as const

export type Role = keyof typeof ROLES

const BY_PHRASE = new Map<string, Role>((Object.keys(ROLES) as Role[]).flatMap((role) => ROLES[role].map((phrase) => [phrase, role] as const)))

/** The role of a heading by its words alone (number, emoji and brackets left out); null for everything else. */
export function readRole(title: string): Role | null {
  const words = title
    .replace(/[([].*$/, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .toLowerCase()
  return BY_PHRASE.get(words) ?? null
}
