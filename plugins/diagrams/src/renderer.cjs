// The one door to the renderer. It is an ES module without a CommonJS entry, which Docusaurus' config loader cannot
// resolve; a native import from a CommonJS file can.
module.exports = {load: () => import('beautiful-mermaid')}
