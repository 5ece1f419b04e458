import planMarkdown from 'docusaurus-plugin-action-plan/remark'

export default {
  title: 'Many plans',
  url: 'https://example.com',
  baseUrl: '/',
  future: {v4: true},
  trailingSlash: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  markdown: {format: 'detect'},
  presets: [['classic', {docs: {remarkPlugins: [planMarkdown]}, blog: false}]],
  plugins: [
    ['docusaurus-plugin-action-plan', {plan: 'plans/web.md', portfolio: 'plans'}],
    ['docusaurus-plugin-action-plan', {id: 'mobile', plan: 'plans/mobile.md'}],
  ],
  themeConfig: {navbar: {title: 'Many plans', items: [{to: '/plans', label: 'Plans'}]}},
}
