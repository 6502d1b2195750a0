import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.OLYMPUS_URL ?? 'http://127.0.0.1:8001';

/** Shared by pages, and of no use to who signs in: the sign-in page must not fetch it. */
const common = new RegExp(
  [
    'src/(live|scope|format)/|src/pages/(current-page|define-page)|src/shell/(page-frame|shortcuts|command-registry|hidden)',
    'src/ui/(badge|dialog|delta-chip|menu|use-)',
    'src/overview/row-label',
    'src/address/(use-address|page-search)',
    'src/app/use-(now|media|visible|just)',
    'src/session/use-tenants',
    'icons/(play|search|chevrons)|useParams|useSearch',
  ].join('|'),
);

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'dist',
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 700,
    // Small files inlined as data: URLs would be refused by the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What nearly every page has comes in one piece: forty small ones compress worse.
          groups: [{ name: 'common', test: common, minShareCount: 6 }],
          includeDependenciesRecursively: false,
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': server, '/sign-in/': server, '/docs': server },
  },
});
