/** What a drawing takes from the styles of the page. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'display',
  'font-size',
  'font-family',
]
/** Pixels of the picture for a unit of the drawing: sharp on a slide. */
const SCALE = 2

/** Puts a chart on the clipboard as a PNG, in the colours of the page. */
export async function copyImage(chart: SVGSVGElement): Promise<void> {
  return navigator.clipboard.write([new ClipboardItem({'image/png': await pngOf(chart)})])
}

async function pngOf(chart: SVGSVGElement): Promise<Blob> {
  const {width, height} = chart.viewBox.baseVal
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(standalone(chart, width, height)))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  Object.assign(canvas, {width: width * SCALE, height: height * SCALE})
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.fillStyle = getComputedStyle(document.documentElement).backgroundColor
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the picture is empty'))
      else resolve(blob)
    }, 'image/png')
  })
}

/** The drawing with its styles in it: it needs no page around it. */
function standalone(chart: SVGSVGElement, width: number, height: number): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement
  copy.setAttribute('width', String(width * SCALE))
  copy.setAttribute('height', String(height * SCALE))
  const [from, to] = [chart, copy].map((one) => [...one.querySelectorAll<SVGElement>('*')]) as [SVGElement[], SVGElement[]]
  from.forEach((element, index) => {
    const style = getComputedStyle(element)
    for (const name of STYLES) to[index]?.style.setProperty(name, style.getPropertyValue(name))
  })
  return copy
}
