// The one door to d3: it runs at build, so that no d3 reaches the browser.
export {scaleLinear, scaleUtc} from 'd3-scale'
export {utcDay, utcMonday, utcMonth, type TimeInterval} from 'd3-time'
