import type { NextConfig } from 'next'

/** Plain files: `next build` writes the site into `out/`, which any web server can host. */
const config: NextConfig = {
  output: 'export',
  trailingSlash: true, // designer/index.html: found by every plain web server
  images: { unoptimized: true },
  reactStrictMode: true,
  devIndicators: false,
  turbopack: { root: import.meta.dirname },
}

export default config
