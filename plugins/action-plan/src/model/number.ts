/** A number as people read it, to six digits; whole numbers in full. What is compared keeps all of them. */
export function numberText(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(6)))
}
