/** A number as people write it: "1,234.5", "99,9", "10 000". Null for what is one number here and another elsewhere ("1.000"). */
export function readNumber(text: string, unit: string | null): number | null {
  const plain = text.replace(/[ \u00A0\u202F]/g, '')
  const marks = [...plain.matchAll(/[.,]/g)].map(([mark]) => mark)
  const last = marks.at(-1)
  if (last === undefined) return Number(plain)
  if (new Set(marks).size === 2) {
    const thousands = last === '.' ? ',' : '.'
    return marks.filter((mark) => mark === last).length > 1 ? null : Number(plain.replaceAll(thousands, '').replace(last, '.'))
  }
  if (marks.length > 1) return /^\d{1,3}(?:[.,]\d{3})+$/.test(plain) ? Number(plain.replaceAll(last, '')) : null
  const decimal = Number(plain.replace(',', '.'))
  const grouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(plain)
  if (!grouped || unit === '%') return decimal
  return last === ',' ? Number(plain.replace(',', '')) : null
}
