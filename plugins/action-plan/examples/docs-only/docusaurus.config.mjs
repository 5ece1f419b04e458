import planMarkdown from 'docusaurus-plugin-action-plan/remark'

export default {
  title: 'Docs only',
  url: 'https://example.com',
  baseUrl: '/',
  future: {v4: true},
  trailingSlash: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  markdown: {format: 'detect'},
  presets: [['classic', {docs: {routeBasePath: '/', remarkPlugins: [planMarkdown]}, blog: false, pages: false}]],
  plugins: ['docusaurus-plugin-action-plan'],
  themeConfig: {navbar: {title: 'Docs only', items: [{to: '/progress', label: 'Progress'}]}},
}
