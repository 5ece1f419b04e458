// The process of one shape, which its parent can end.
import {createJiti} from 'jiti'

const {measureShape} = await createJiti(import.meta.url).import('./measure-shape.ts')
const [name, ...sizes] = process.argv.slice(2)
measureShape(name, sizes.map(Number))
