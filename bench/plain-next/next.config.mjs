/** @type {import('next').NextConfig} */
export default {
  output: 'export',
  trailingSlash: true,
  typescript: { ignoreBuildErrors: true },
  experimental: { cpus: 2 },
}
