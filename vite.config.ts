import { compile } from '@mdx-js/mdx';
import react from '@vitejs/plugin-react';
import remarkMath from 'remark-math';
import { defineConfig, type Plugin } from 'vite';

/** What the built page may load: its own files only, nothing inline and nothing evaluated. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Puts the policy into the built page. The development server injects inline scripts, so it goes without. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
  ],
};

/** The lessons' prose. Its formulas are set in the page, since they hold numbers that are computed there. */
export const prose: Plugin = {
  name: 'lessons-prose',
  enforce: 'pre',
  transform: async (text, id) => {
    if (!id.endsWith('.mdx')) return undefined;
    return { code: String(await compile(text, { remarkPlugins: [remarkMath] })), map: null };
  },
};

/** The packages and the parts of the house that every page needs: they are one file, and what is larger is fetched when it is asked for. */
const FIRST_PACKAGES = ['react', 'react-dom', 'scheduler', 'zustand', 'd3-(?:color|dispatch|drag|ease|interpolate|selection|timer|transition|zoom)'];
const FIRST_PARTS = [
  'engine/(?!descent|probe|stationary|scalar|gradientCheck|difference)[\\w/]+',
  'scene/(?:figure|format|frame|granularity|selection|sentence|state|stride|summary|table|timeline)',
  'draw/graph',
  'store/(?:iterationMoments|playback|runs|settings|storage|training|transport|walk)',
  'ui/(?:controls/(?!ScrollRegion|Disclosure)\\w+|(?:graph|tex|transport)/\\w+)',
];
const FIRST = new RegExp(`/(?:node_modules/(?:${FIRST_PACKAGES.join('|')})|src/(?:${FIRST_PARTS.join('|')}))[/.]`);

export default defineConfig({
  plugins: [prose, react(), contentSecurityPolicy],
  // Relative addresses: the build works from any folder of any server.
  base: './',
  // A missing data file has to be a 404; the default answers with the start page.
  appType: 'mpa',
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    manifest: true,
    // Nothing becomes a data: address: the policy allows those for pictures only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The engine's modules do nothing but define: what only later chunks use of its index is not fetched first.
      treeshake: { moduleSideEffects: [{ test: /\/src\/engine\//, sideEffects: false }] },
      output: {
        // What the first picture needs in any case is one file: many small ones are slower to fetch, and larger packed.
        codeSplitting: { groups: [{ name: 'first', test: FIRST }] },
      },
    },
  },
  preview: { host: '127.0.0.1', port: 4173 },
  server: { host: '127.0.0.1' },
});
