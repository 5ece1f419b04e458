import planMarkdown from 'docusaurus-plugin-action-plan/remark'

export default {
  title: 'Unser Plan',
  url: 'https://example.com',
  baseUrl: '/',
  future: {v4: true},
  trailingSlash: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  i18n: {defaultLocale: 'de', locales: ['de']},
  markdown: {format: 'detect'},
  presets: [['classic', {docs: {remarkPlugins: [planMarkdown]}, blog: false}]],
  plugins: ['docusaurus-plugin-action-plan'],
  themeConfig: {navbar: {title: 'Unser Plan', items: [{to: '/progress', label: 'Stand'}]}},
}
