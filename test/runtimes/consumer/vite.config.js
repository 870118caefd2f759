export default {
  base: '/out/vite/',
  build: {
    outDir: 'out/vite',
    emptyOutDir: false,
    target: 'es2022',
    reportCompressedSize: false,
    rolldownOptions: {
      input: 'page.js',
      output: { entryFileNames: '[name].js' },
    },
  },
};
